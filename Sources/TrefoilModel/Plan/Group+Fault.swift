extension Group {
  /// Why no plan can have this group, whatever the rules say, in words; nil for a group that can be.
  ///
  /// A plan made by hand may have any. It can be read, verified and compared, but what else there might be
  /// in its place is no question.
  public var fault: String? {
    if Set(schools).count < schools.count { return "a school stands twice in a group" }
    if Self.sizes.contains(schools.count) { return nil }
    let count = schools.count == 1 ? "1 school" : "\(schools.count) schools"
    return "a group has \(count), and every group has \(Self.sizes.lowerBound) to "
      + "\(Self.sizes.upperBound)"
  }
}
