/// The programs that bound nodes beside one another, and what each still has to be told.
struct NodeCrew {
  /// The first has the root; all others begin as its twins, or as those of its twins.
  private var programs: [NodeProgram]
  /// What the others have found since a program was last called, in the order of their answers.
  private var untold: [[ColumnGeneration.News]] = [[]]
  /// Programs with nothing to do, in the order in which they became so.
  private var idle = [0]

  init(_ root: NodeProgram) {
    programs = [root]
  }

  /// The program that has the root; to be used before any other is called only.
  var root: NodeProgram { programs[0] }

  /// A program that is called to a node.
  struct Member: Sendable {
    fileprivate let index: Int
    let program: NodeProgram
    /// What it has to learn first.
    let news: [ColumnGeneration.News]
  }

  /// Calls so many programs; where too few are idle, twins of one that is.
  ///
  /// - Precondition: at least one is idle.
  mutating func call(_ count: Int) -> [Member] {
    while idle.count < count {
      idle.append(programs.count)
      programs.append(programs[idle[0]].twin())
      untold.append(untold[idle[0]])
    }
    let members = idle.prefix(count).map { index in
      let news = untold[index]
      untold[index] = []
      return Member(index: index, program: programs[index], news: news)
    }
    idle.removeFirst(count)
    return members
  }

  /// Takes a program back that has answered; the others are told what it found when they are next
  /// called.
  mutating func dismiss(_ member: Member) {
    let news = member.program.pricing.takeNews()
    for index in untold.indices where index != member.index { untold[index].append(news) }
    idle.append(member.index)
  }
}
