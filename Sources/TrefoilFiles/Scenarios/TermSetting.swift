import TrefoilModel

/// Reads one term of `scenario.yaml`: the key `term`, or an entry of `later`.
struct TermSetting {
  static let standardName = "This term"
  /// A term may last a year.
  static let mostDays = 366
  /// Days at the start and at the end of a term without reviews, unless the window is given: data
  /// is due before a review and a workshop follows it.
  static let margin = 14

  /// The term without who is away, whom only the schools can tell.
  private(set) var term = Term(name: standardName)
  /// Whether the file gives a name.
  private(set) var isNamed = false
  /// Where the term is described.
  let position: SourcePosition
  private var awayNode: SettingNode?
  private var reader: SettingReader
  private var faultsOfDates: [Fault] = []

  var faults: [Fault] { reader.faults + faultsOfDates }

  /// - Parameter key: what faults call the setting.
  init(key: RuleKey = "term", at position: SourcePosition = SourcePosition(file: "")) {
    reader = SettingReader(rule: key)
    self.position = position
  }

  /// Reads a map, or a text that is the name alone.
  mutating func read(_ node: SettingNode) {
    if node.isEmpty { return }
    if node.scalar != nil {
      term = Term(name: termName(node))
      return
    }
    let parts = ["name", "starts", "ends", "closed", "reviews", "away"]
    guard let fields = reader.fields(node, allowed: parts) else { return }
    let name = fields["name"].map { termName($0) } ?? Self.standardName
    if let away = fields["away"], !away.isEmpty { awayNode = away }
    term = Term(name: name, dates: dates(in: fields, at: node))
  }

  private mutating func termName(_ node: SettingNode) -> String {
    let text = node.scalar.map { ScenarioRow.trimmed($0) } ?? ""
    if text.isEmpty { reader.reject(node, "the name must be a text", remedy: "write it") }
    isNamed = !text.isEmpty
    return text.isEmpty ? Self.standardName : text
  }

  /// The schools that sit the term out; ids that nobody knows, or that stand twice, are faults.
  func away(schools: inout KnownSchools, faults: inout [Fault]) -> [SchoolID] {
    guard let awayNode else { return [] }
    guard case .list(let nodes) = awayNode.content else {
      faults.append(
        awayNode.fault("away: a list of schools is needed", remedy: "write [ash, beech]"))
      return []
    }
    var ids: [SchoolID] = []
    for node in nodes {
      guard let id = schools.find(node.shown, at: node.position, faults: &faults) else { continue }
      if ids.contains(id) {
        faults.append(node.fault("away: the same school stands twice", remedy: "write it once"))
      } else {
        ids.append(id)
      }
    }
    return ids
  }

  private mutating func dates(
    in fields: [String: SettingNode], at node: SettingNode
  ) -> TermDates? {
    let first = fields["starts"].flatMap { day($0) }
    let last = fields["ends"].flatMap { day($0) }
    let closed = fields["closed"].flatMap { $0.isEmpty ? [] : reader.dayRanges($0) } ?? []
    let window = fields["reviews"].flatMap { reader.dayRange($0) }
    let named = fields["starts"] != nil ? "starts" : fields["ends"] != nil ? "ends" : nil
    if fields["starts"] == nil || fields["ends"] == nil {
      let other = named == "starts" ? "ends" : "starts"
      if let named {
        reader.reject(node, "'\(named)' without '\(other)'", remedy: "give both days, or neither")
      } else if fields["closed"] != nil || fields["reviews"] != nil {
        reader.reject(
          node, "a term without its first and last day has no other dates",
          remedy: "give starts and ends")
      }
      return nil
    }
    guard let first, let last, let starts = fields["starts"], let ends = fields["ends"] else {
      return nil
    }
    guard first <= last, last - first < Self.mostDays else {
      reader.reject(
        ends, first > last ? "the term ends before it starts" : "the term is longer than a year",
        remedy: "the term starts \(first), in line \(starts.position.line); correct one of the two")
      return nil
    }
    let standard = Self.window(from: first, to: last)
    let dates = TermDates(
      starts: first, ends: last, closed: DaySet(closed), reviews: window ?? standard)
    checkDates(dates, closed: fields["closed"], window: fields["reviews"])
    return dates
  }

  private mutating func day(_ node: SettingNode) -> CalendarDay? {
    if let day = node.scalar.flatMap({ CalendarDay($0) }) { return day }
    reader.reject(node, "this is no day", remedy: "write year, month and day, 2026-09-21")
    return nil
  }

  /// The window when none is given: the term without two weeks at each end, or the whole of a term
  /// too short for that.
  private static func window(from first: CalendarDay, to last: CalendarDay) -> DayRange {
    first + margin <= last - margin
      ? DayRange(first + margin, last - margin) : DayRange(first, last)
  }

  private mutating func checkDates(
    _ dates: TermDates, closed: SettingNode?, window: SettingNode?
  ) {
    if let window, !dates.days.contains(dates.reviews) {
      reader.reject(
        window, "the review window is not inside the term",
        remedy: "the term runs from \(dates.starts) to \(dates.ends)")
    }
    guard let closed else { return }
    let nodes: [SettingNode] = if case .list(let items) = closed.content { items } else { [closed] }
    for node in nodes {
      guard let range = node.scalar.flatMap({ DayRange(reading: $0) }) else { continue }
      faultsOfDates += [CSVCell.outside(range, terms: [dates], at: node.position)].compactMap(
        \.self)
    }
  }
}
