import TrefoilModel

/// Reading what a cell says, with a fault where it does not say it.
extension CSVCell {
  func fault(_ problem: String, remedy: String) -> Fault {
    Fault(at: position, problem: problem, found: text, remedy: remedy)
  }

  /// The parts of a list separated by `;`, without blanks and without empty parts.
  var list: [String] {
    text.split(separator: ";").map { ScenarioRow.trimmed($0) }.filter { !$0.isEmpty }
  }

  /// A whole number in a range.
  func whole(in range: ClosedRange<Int>, what: String, faults: inout [Fault]) -> Int? {
    let remedy = "give a number from \(range.lowerBound) to \(range.upperBound)"
    guard let number = Int(text) else {
      let isDigits = text.allSatisfy { "+-0123456789".contains($0) }
      let problem = isDigits ? "\(what) is out of range" : "\(what) must be a whole number"
      faults.append(fault(problem, remedy: remedy))
      return nil
    }
    guard range.contains(number) else {
      let problem =
        range.lowerBound == 0 && number < 0
        ? "\(what) is below zero" : "\(what) is out of range"
      faults.append(fault(problem, remedy: remedy))
      return nil
    }
    return number
  }

  /// A decimal number in a range, written with a point.
  func decimal(in range: ClosedRange<Double>, what: String, faults: inout [Fault]) -> Double? {
    let remedy =
      "give a number from \(Self.shown(range.lowerBound)) to "
      + Self.shown(range.upperBound)
    let isPlain = text.allSatisfy { "+-.eE0123456789".contains($0) }
    guard isPlain, let number = Double(text), number.isFinite else {
      faults.append(fault("\(what) must be a number", remedy: remedy))
      return nil
    }
    guard range.contains(number) else {
      faults.append(fault("\(what) is out of range", remedy: remedy))
      return nil
    }
    return number
  }

  private static func shown(_ bound: Double) -> String {
    bound == bound.rounded() ? "\(Int(bound))" : "\(bound)"
  }

  /// What one of several words stands for; words are compared without regard to case, and spaces,
  /// hyphens and underscores are alike.
  static func meaning<Value>(
    of word: String, among words: [(String, Value)], at position: SourcePosition, what: String,
    faults: inout [Fault]
  ) -> Value? {
    if let found = words.first(where: { $0.0 == word }) { return found.1 }
    let folded = CSVColumn.folded(word)
    if let found = words.first(where: { $0.0 == folded }) { return found.1 }
    let names = words.map(\.0)
    let hint = Spelling.nearest(to: folded, among: names).map { "did you mean '\($0)'? " } ?? ""
    faults.append(
      Fault(
        at: position, problem: "there is no \(what) of this name", found: word,
        remedy: "\(hint)write one of \(names.joined(separator: ", "))"))
    return nil
  }

  func meaning<Value>(
    among words: [(String, Value)], what: String, faults: inout [Fault]
  ) -> Value? {
    Self.meaning(of: text, among: words, at: position, what: what, faults: &faults)
  }

  /// Days and runs of days; those that lie wholly outside the terms are faults where these have
  /// dates.
  func dayRanges(terms: [TermDates], faults: inout [Fault]) -> [DayRange] {
    list.compactMap { part in
      guard let range = DayRange(reading: part) else {
        faults.append(
          Fault(
            at: position, problem: "this is no day and no run of days", found: part,
            remedy: "write 2026-10-26 or 2026-10-26..2026-10-30, and ';' between several"))
        return nil
      }
      if let fault = Self.outside(range, terms: terms, at: position) { faults.append(fault) }
      return range
    }
  }

  /// The fault of a run of days that has no day of any of the terms; none where no term has dates.
  static func outside(
    _ range: DayRange, terms: [TermDates], at position: SourcePosition
  ) -> Fault? {
    guard let first = terms.first,
      terms.allSatisfy({ range.last < $0.starts || range.first > $0.ends })
    else { return nil }
    let others = terms.dropFirst().map { ", then from \($0.starts) to \($0.ends)" }.joined()
    return Fault(
      at: position, problem: "a date outside the term", found: range.description,
      remedy: "the term runs from \(first.starts) to \(first.ends)\(others); correct the date or "
        + "take it out")
  }
}
