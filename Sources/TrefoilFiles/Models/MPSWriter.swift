/// Writes an integer program of whole numbers as text in the free format of MPS, which solvers of
/// such programs read.
///
/// Rows are added first, then columns. Every column is a whole number from 0 to a bound. The
/// constant stands as the right-hand side of the row of costs with its sign turned, as HiGHS, CPLEX,
/// Gurobi and SCIP read it. Names are told apart by capitals, and have no spaces.
public struct MPSWriter: Sendable {
  public enum Sense: Sendable, Hashable {
    case equal
    case atMost
    case atLeast

    fileprivate var letter: String {
      switch self {
      case .equal: "E"
      case .atMost: "L"
      case .atLeast: "G"
      }
    }
  }

  private static let costs = "cost"

  private var rows: [UInt8] = []
  private var columns: [UInt8] = []
  private var rightHandSides: [UInt8] = []
  private var bounds: [UInt8] = []
  private var rowNames: [String] = []
  private let head: String

  /// Begins a file with lines of comment.
  public init(comments: [String]) {
    head = comments.map { Self.comment($0) + "\n" }.joined() + "NAME trefoil\n"
  }

  /// Adds a row; the index of the first is 0.
  public mutating func addRow(_ name: String, _ sense: Sense, rightHandSide: Int) {
    rowNames.append(name)
    rows.append(line: " \(sense.letter) \(name)")
    if rightHandSide != 0 { rightHandSides.append(line: " RHS \(name) \(rightHandSide)") }
  }

  /// Adds a column with its entries by the indices of rows, all of which have been added.
  public mutating func addColumn(
    _ name: String, cost: Int, upper: Int, entries: [(row: Int, coefficient: Int)]
  ) {
    var pairs = cost == 0 && !entries.isEmpty ? [] : [(Self.costs, cost)]
    pairs += entries.map { (rowNames[$0.row], $0.coefficient) }
    // Two to a line is all that the format allows.
    for start in stride(from: 0, to: pairs.count, by: 2) {
      let both = pairs[start..<min(start + 2, pairs.count)].map { "\($0.0) \($0.1)" }
      columns.append(line: " \(name) \(both.joined(separator: " "))")
    }
    bounds.append(line: upper == 1 ? " BV BOUND \(name)" : " UP BOUND \(name) \(upper)")
  }

  /// The whole file. Linear in its length.
  public func bytes(constant: Int) -> [UInt8] {
    var file = Array(head.utf8)
    file.append(line: "ROWS")
    file.append(line: " N \(Self.costs)")
    file += rows
    file.append(line: "COLUMNS")
    file.append(line: " MARKER 'MARKER' 'INTORG'")
    file += columns
    file.append(line: " MARKER 'MARKER' 'INTEND'")
    file.append(line: "RHS")
    if constant != 0 { file.append(line: " RHS \(Self.costs) \(-constant)") }
    file += rightHandSides
    file.append(line: "BOUNDS")
    file += bounds
    file.append(line: "ENDATA")
    return file
  }

  /// A name made of a word and lists of ids: `team_ash.birch.oak_ash_birch.oak_kim`.
  ///
  /// Ids are escaped and joined by dots, lists by underscores, so that different ids never make
  /// the same name.
  public static func name(_ kind: String, _ ids: [[String]]) -> String {
    ([kind] + ids.map { $0.map(escaped).joined(separator: ".") }).joined(separator: "_")
  }

  /// An id in letters, digits and hyphens; every other byte of its UTF-8 is `~` and two hexadecimal
  /// digits.
  public static func escaped(_ id: String) -> String {
    var text = ""
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "~" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }

  /// One line of comment, whatever ends of lines are in it.
  private static func comment(_ text: String) -> String {
    "* " + String(text.map { $0.isNewline ? " " : $0 })
  }
}

extension [UInt8] {
  fileprivate mutating func append(line: String) {
    self += line.utf8
    append(UInt8(ascii: "\n"))
  }
}
