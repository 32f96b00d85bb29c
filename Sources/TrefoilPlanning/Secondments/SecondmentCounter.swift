/// A column of a choice of secondments that only counts, and of what: with it a choice of exchanges alone
/// says how often every other column is taken.
struct SecondmentCounter: Sendable {
  enum Kind: Sendable {
    /// The days that nobody fills in a row of an opening.
    case open(row: Int)
    /// An aim that is served, if anybody in the row serves it.
    case aim(row: Int)
    /// Somebody who is away, if any of these rows has a move.
    case links(rows: [Int])
  }

  let column: Int
  let kind: Kind
}
