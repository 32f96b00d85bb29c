/// Where the text of one cell lies in the bytes of a file, and at what line and column the cell
/// begins. Small, because a large file has millions of them.
struct CSVSlot: Sendable {
  let start: UInt32
  let end: UInt32
  let line: UInt32
  let column: UInt32
  let hasDoubledQuotes: Bool

  var isBlank: Bool {
    start == end
  }
}
