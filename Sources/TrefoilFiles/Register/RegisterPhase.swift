import TrefoilModel

/// The phase of a school as a register tells it.
enum RegisterPhase {
  /// The phase of a school, or nil where nothing tells it.
  ///
  /// Where the phase is blank or 'Not applicable', as it is for special schools and alternative
  /// provision, the type tells: special, alternative provision or pupil referral unit, nursery,
  /// 16 plus, technical college or studio school. Where there is no column for the type, words in
  /// the name do, and a school whose name has none of them is special: in England that is what
  /// most schools without a phase are.
  static func phase(named phase: String, type: String?, name: String) -> Phase? {
    let word = phase.lowercased()
    if !word.isEmpty, word != "not applicable" { return known(word) }
    guard let type else { return told(by: name) ?? .special }
    return told(by: type) ?? told(by: name)
  }

  private static func known(_ word: String) -> Phase? {
    switch word {
    case "nursery": .nursery
    case "primary": .primary
    case "middle", "middle deemed primary", "middle deemed secondary": .middle
    case "secondary": .secondary
    case "all-through", "all through": .allThrough
    case "16 plus", "16-plus": .sixteenPlus
    case "special": .special
    case "alternative provision": .alternativeProvision
    default: nil
    }
  }

  private static func told(by text: String) -> Phase? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    func has(_ wanted: String...) -> Bool { wanted.contains { words.contains($0) } }
    if has("alternative", "pru", "referral") { return .alternativeProvision }
    if has("special") { return .special }
    if has("nursery") { return .nursery }
    if has("16", "sixth") { return .sixteenPlus }
    if has("technical", "technology", "studio") { return .secondary }
    return nil
  }
}
