/// Numbers of files that the program itself wrote.
extension JSONNode {
  var digits: String? {
    if case .number(let digits) = content { digits } else { nil }
  }

  var whole: Int? { digits.flatMap { Int($0) } }

  /// A whole number that no sum or difference of two of its kind can overflow.
  var figure: Int? {
    whole.flatMap { $0.magnitude <= UInt(PlanReader.largestFigure) ? $0 : nil }
  }
}
