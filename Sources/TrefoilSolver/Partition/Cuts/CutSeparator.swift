/// Looks for rank-one cuts that a fractional solution breaks, and chooses among those found.
///
/// The looking is cut into pieces that do not know of one another (``CutGrowth``); what they find is
/// put together in their order, so that threads change nothing.
struct CutSeparator: Sendable {
  /// Less than this is not worth a row.
  static let least = 0.02
  /// A violation from here on is told before smaller sets are tried.
  private static let clear = 0.2
  private static let contractionsInPiece = 9
  private static let contractions = 36
  private static let itemsInPiece = 24
  private static let groupsInPiece = 12

  private let solution: FractionalGroups
  private let isThorough: Bool

  /// - Parameter isThorough: whether more is tried with clusters at two thirds. For a thousand items
  ///   it raises the bound; for 150 the further rows cost more than they bring.
  init(_ solution: FractionalGroups, isThorough: Bool = false) {
    self.solution = solution
    self.isThorough = isThorough
  }

  /// The cuts broken most, at most so many, none of them in `known`; each item in a few only.
  func cuts(most: Int, known: CutSet) -> [RankOneCut] {
    let links = Clusters.links(of: solution)
    let clusters = contractions().map { $0.found(in: solution, links, isThorough: isThorough) }
    if let found = clear(clusters, known) { return choose(found, most, known) }
    let small = smallPieces().map { $0.found(in: solution, links, isThorough: isThorough) }
    return choose(Self.joined(clusters + small), most, known)
  }

  /// The same on several threads.
  func cuts(most: Int, known: CutSet, threads: Int) async -> [RankOneCut] {
    let (solution, isThorough) = (solution, isThorough)
    let links = Clusters.links(of: solution)
    let clusters = await Parallel.map(contractions(), threads: threads) {
      $0.found(in: solution, links, isThorough: isThorough)
    }
    if let found = clear(clusters, known) { return choose(found, most, known) }
    let small = await Parallel.map(smallPieces(), threads: threads) {
      $0.found(in: solution, links, isThorough: isThorough)
    }
    return choose(Self.joined(clusters + small), most, known)
  }

  /// Clusters first: they move the bound most, and what they leave is another matter.
  private func clear(_ clusters: [[CutGrowth.Found]], _ known: CutSet) -> [CutGrowth.Found]? {
    let found = Self.joined(clusters)
    let isClear = found.contains { $0.violation > Self.clear && !known.contains($0.cut) }
    return isClear ? found : nil
  }

  // MARK: Pieces

  private enum Piece: Sendable {
    /// Clusters in orders drawn from these streams of random numbers; the first is not drawn.
    case contractions(Range<Int>)
    case items([Int32])
    case groups([Int])

    func found(
      in solution: FractionalGroups, _ links: [Clusters.Link], isThorough: Bool
    ) -> [CutGrowth.Found] {
      var growth = CutGrowth(solution)
      switch self {
      case .contractions(let streams):
        for stream in streams { growth.growClusters(links, stream: stream, isThorough: isThorough) }
      case .items(let items):
        for item in items { growth.grow(from: item) }
      case .groups(let groups):
        for group in groups { growth.grow(fromGroup: group) }
      }
      return growth.found
    }
  }

  private func contractions() -> [Piece] {
    stride(from: 0, to: Self.contractions, by: Self.contractionsInPiece).map {
      .contractions($0..<($0 + Self.contractionsInPiece))
    }
  }

  private func smallPieces() -> [Piece] {
    let items = (0..<solution.itemCount).map { Int32($0) }.filter {
      solution.places(of: $0).count > 1
    }
    let groups = (0..<solution.count).filter { solution.values[$0] < 1 - 1e-6 }
    return Self.parts(items, Self.itemsInPiece).map { .items($0) }
      + Self.parts(groups, Self.groupsInPiece).map { .groups($0) }
  }

  private static func parts<Element>(_ list: [Element], _ most: Int) -> [[Element]] {
    stride(from: 0, to: list.count, by: most).map {
      Array(list[$0..<min(list.count, $0 + most)])
    }
  }

  private static func joined(_ pieces: [[CutGrowth.Found]]) -> [CutGrowth.Found] {
    var seen: Set<RankOneCut> = []
    return pieces.joined().filter { seen.insert($0.cut).inserted }
  }

  private func choose(_ found: [CutGrowth.Found], _ most: Int, _ known: CutSet) -> [RankOneCut] {
    var choice = CutChoice(itemCount: solution.itemCount, most: most)
    choice.choose(among: found, known: known)
    return choice.cuts
  }
}
