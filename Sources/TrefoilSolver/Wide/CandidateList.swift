/// The candidates of a block's program, sixteen bytes each: of a thousand items there may be many
/// millions, and whoever looks for missing columns reads them all.
struct CandidateList: Sendable {
  /// What a column of the block's program may be made of.
  struct Candidate: BitwiseCopyable, Sendable {
    /// Positions in the block; its size where there are fewer than three.
    let inside: (UInt16, UInt16, UInt16)
    var marks: Marks
    /// What it costs less what members outside earn, in fine units.
    var cost: Int
  }

  struct Marks: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt16
    /// A floor stands for the link of two members who do not list one another.
    static let isFloor = Marks(rawValue: 1)
    /// The price of cuts that stand is in its cost.
    static let isAdjusted = Marks(rawValue: 2)
    /// It is a column of the program.
    static let isEntered = Marks(rawValue: 4)
    /// It is known what cuts cost it when last asked.
    static let hasCutFloor = Marks(rawValue: 8)
  }

  /// The known members outside the block, -1 where there are fewer.
  struct Outside: BitwiseCopyable, Sendable {
    static let nobody = Outside(one: -1, other: -1)
    var one: Int32
    var other: Int32
  }

  /// A block has fewer items than this.
  static let mostItems = Int(UInt16.max)

  let hasOutside: Bool
  private(set) var candidates: [Candidate] = []
  /// By candidate; empty where nobody is outside.
  private(set) var outsides: [Outside] = []

  init(hasOutside: Bool) { self.hasOutside = hasOutside }

  var count: Int { candidates.count }

  mutating func append(
    _ inside: (UInt16, UInt16, UInt16), _ outside: Outside = .nobody, cost: Int,
    isFloor: Bool = false
  ) {
    candidates.append(
      Candidate(inside: inside, marks: isFloor ? .isFloor : [], cost: cost))
    if hasOutside { outsides.append(outside) }
  }
}
