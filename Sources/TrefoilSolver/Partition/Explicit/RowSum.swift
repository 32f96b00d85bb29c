/// What a column adds to rows, while it is put together.
struct RowSum {
  private var parts: [ExplicitModel.Entry] = []

  /// Adds to a row; nothing where there is no row.
  mutating func add(_ row: Int?, _ coefficient: Int = 1) {
    guard let row else { return }
    if let index = parts.firstIndex(where: { $0.row == row }) {
      parts[index] = .init(row: row, coefficient: parts[index].coefficient + coefficient)
    } else {
      parts.append(.init(row: row, coefficient: coefficient))
    }
  }

  /// In the order of rows, each once, none of nothing.
  var entries: [ExplicitModel.Entry] {
    parts.filter { $0.coefficient != 0 }.sorted { $0.row < $1.row }
  }
}
