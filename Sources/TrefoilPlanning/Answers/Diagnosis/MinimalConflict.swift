/// A part of a list that cannot hold together, none of which can be left out: the method QuickXplain
/// (Junker, 2004).
///
/// Of several such parts one is found whose elements stand early in the list. About
/// k (1 + log2(n / k)) questions for k of n elements.
struct MinimalConflict<Element: Sendable> {
  /// Whether it is proven that these cannot hold together; false when in doubt.
  let areInConflict: ([Element]) async throws -> Bool

  /// The part of a list that is known to be in conflict.
  func part(of list: [Element]) async throws -> [Element] {
    try await part(of: list, beside: [], isNew: false)
  }

  /// What must be added to those that are kept.
  ///
  /// - Parameter isNew: whether the kept ones have not been asked about yet.
  private func part(
    of list: [Element], beside kept: [Element], isNew: Bool
  ) async throws -> [Element] {
    if isNew, try await areInConflict(kept) { return [] }
    if list.count <= 1 { return list }
    let (first, second) = (Array(list[..<(list.count / 2)]), Array(list[(list.count / 2)...]))
    let later = try await part(of: second, beside: kept + first, isNew: true)
    let sooner = try await part(of: first, beside: kept + later, isNew: !later.isEmpty)
    return sooner + later
  }
}
