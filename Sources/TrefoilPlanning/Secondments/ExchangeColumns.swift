/// The columns of a choice of secondments that stand for exchanges: one after another, behind those that
/// only count.
struct ExchangeColumns: Sendable {
  /// The column of the first exchange.
  let first: Int
  private(set) var exchanges: [Exchange] = []

  init(from first: Int) {
    self.first = first
  }

  var columns: Range<Int> { first..<(first + exchanges.count) }

  /// The exchange that a column stands for; nil for one that counts.
  subscript(column: Int) -> Exchange? {
    columns.contains(column) ? exchanges[column - first] : nil
  }

  mutating func append(_ exchange: Exchange) { exchanges.append(exchange) }
}
