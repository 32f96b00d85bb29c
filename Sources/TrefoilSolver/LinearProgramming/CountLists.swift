/// Rows or columns filed by their number of entries, so that those with fewest are found at once.
///
/// Doubly linked lists in flat arrays: filing and taking out are O(1).
struct CountLists: ~Copyable {
  private var first = FlatArray<Int32>()
  private var next = FlatArray<Int32>()
  private var previous = FlatArray<Int32>()
  /// The count under which each line is filed, or -1.
  private var filedUnder = FlatArray<Int32>()

  /// Forgets everything and makes room for `size` lines with counts of 0 to `size`.
  mutating func reset(size: Int) {
    first.resize(to: size + 1, filledWith: -1)
    next.resize(to: size, filledWith: -1)
    previous.resize(to: size, filledWith: -1)
    filedUnder.resize(to: size, filledWith: -1)
    first.fill(with: -1)
    filedUnder.fill(with: -1)
  }

  /// The line filed last under a count, or -1.
  func head(ofCount count: Int) -> Int { Int(first[count]) }

  /// The line after another under the same count, or -1.
  func line(after line: Int) -> Int { Int(next[line]) }

  /// Files a line under a count, wherever it was before.
  func file(_ line: Int, under count: Int) {
    remove(line)
    let old = first[count]
    next[line] = old
    previous[line] = -1
    if old >= 0 { previous[Int(old)] = Int32(truncatingIfNeeded: line) }
    first[count] = Int32(truncatingIfNeeded: line)
    filedUnder[line] = Int32(truncatingIfNeeded: count)
  }

  /// Takes a line out, if it is filed.
  func remove(_ line: Int) {
    let count = Int(filedUnder[line])
    guard count >= 0 else { return }
    let before = previous[line]
    let after = next[line]
    if before >= 0 { next[Int(before)] = after } else { first[count] = after }
    if after >= 0 { previous[Int(after)] = before }
    filedUnder[line] = -1
  }
}
