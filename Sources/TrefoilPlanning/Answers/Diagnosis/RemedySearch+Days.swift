import TrefoilModel

/// Remedies that free days, or widen the window for reviews.
extension RemedySearch {
  /// Days none of which can be left out; one alone where one is known to do. Other such sets, of fewer
  /// days even, there may be.
  func days(_ requirement: Requirement) async throws -> [Solved] {
    guard let (freed, isLeast) = try await fewestDays(requirement) else { return [] }
    let all = FreedDays.days(of: requirement, facts)
    let source = words.written([requirement])
    let list = freed.map { all[$0].description }.joined(separator: ", ")
    let text =
      switch requirement {
      case .absence(let person): "\(facts.name(person)) is there on \(list)"
      case .closure(let school): "\(facts.name(school)) is open on \(list)"
      default: "schools are open on \(list)"
      }
    let less = freed.map { day in
      freed.count == 1
        ? others : change(requirement, .days(Set(freed).subtracting([day])))
    }
    return [
      remedy(
        text, edit: "take out \(list)", file: source.file ?? RequirementWords.settings,
        line: source.line,
        Change(
          own: Relaxation(eased: [requirement: .days(Set(freed))]), less: less, isLeast: isLeast))
    ]
  }

  /// The days by their places, and whether it is proven that none of them can be left out; nil where
  /// not even all of them will do.
  func fewestDays(_ requirement: Requirement) async throws -> (days: [Int], isLeast: Bool)? {
    let count = FreedDays.days(of: requirement, facts).count
    func relaxation(_ days: some Sequence<Int>) -> Relaxation {
      change(requirement, .days(Set(days)))
    }
    guard count > 0 else { return nil }
    for day in 0..<count where try await memo.answer(relaxation([day])) == .possible {
      return ([day], try await isNeeded)
    }
    let prefix = try await memo.least(of: 0..<count) { relaxation(0...$0) }
    guard var freed = prefix.map({ Array(0...$0.step) }) else { return nil }
    var isLeast = true
    for day in freed {
      let fewer = freed.filter { $0 != day }
      // What is not proven may turn out to be needless; what was proven of more days holds of fewer.
      switch try await memo.answer(relaxation(fewer), isThorough: true) {
      case .possible: freed = fewer
      case .impossible: break
      case .unknown: isLeast = false
      }
    }
    return (freed, isLeast)
  }

  /// A window that ends later, and one that begins sooner.
  func windows() async throws -> [Solved] {
    guard let dates = facts.scenario.term.dates else { return [] }
    let windows = FreedDays.widerWindows(of: dates)
    let later = dates.ends - dates.reviews.last
    var remedies: [Solved] = []
    let source = words.written([.window])
    for steps in [0..<later, later..<windows.count] {
      guard let (step, change) = try await least(of: steps, .window) else { continue }
      let window = windows[step]
      remedies.append(
        remedy(
          "reviews from \(window.first) to \(window.last), in place of \(dates.reviews)",
          edit: "reviews: \(window)", file: source.file ?? RequirementWords.settings,
          line: source.line, change))
    }
    return remedies
  }
}
