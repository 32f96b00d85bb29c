/// Raises the bound by the prices of one block of items while all others stay as they are.
///
/// A linear program over every triad that touches the block, those partly outside at their cost
/// less what the members outside earn. Its dual solution is the best that the block's items can
/// earn; together with all other prices it is a bound again, whatever block comes next: ascent by
/// blocks of coordinates on the dual. Cuts that lie inside the block are rows of the program; of
/// the others the prices stand.
struct BlockProgram {
  /// New prices for the items of the block, and new cuts for those that lay inside it.
  struct Outcome: Sendable {
    let block: [Int]
    let prices: [Int]
    let removedCuts: [Int]
    let cuts: [(cut: RankOneCut, price: Int)]
    /// Items whose lists are too short: what they earn is limited by floors for those not listed.
    var short: [Int] = []
    /// By how much the bound rises, in fine units; never below zero.
    let rise: Int
  }

  /// A round of cuts that raises the program's value by less than this share leads nowhere.
  private static let leastRise = 0.0002
  /// So many rounds in a row that do are borne.
  private static let mostStalls = 2
  private let problem: WidePartition
  private let prices: DualPrices
  private let block: [Int]
  private let isClosed: Bool
  private let stop: StopSignal
  private var candidates: [BlockCandidates.Candidate]
  /// Whether the price of cuts that stand is in a candidate's cost.
  private var isAdjusted: [Bool]
  private var isEntered: [Bool]
  private let ownCuts: [Int]
  private let program = LinearProgram()
  private var columns: [Int] = []
  private var cutRows: [Int] = []
  /// The program's value when slack cuts last left it.
  private var thinnedAt = -Double.infinity
  private var cuts: CutSet
  /// Items that a dive has decided on, and one more for nobody.
  private var isDone: [Bool]
  private var isFixed: Set<Int> = []

  /// The program of a block that is open to all items around it; none of its items may earn more
  /// than `step` above what it earns now. (Marsten, Hogan and Blankenship, "The boxstep method for
  /// large-scale optimization", Operations Research 23 (1975), doi:10.1287/opre.23.3.389.)
  init(
    _ problem: WidePartition, _ prices: DualPrices, block: [Int], step: Int, stop: StopSignal
  ) {
    let candidates = BlockCandidates(problem, prices, block: block, step: step).candidates
    self.init(problem, prices, block: block, candidates: candidates, isClosed: false, stop: stop)
  }

  /// The program of items that are grouped among themselves.
  init(
    closed problem: WidePartition, _ prices: DualPrices, block: [Int], room: Int, penalty: Int,
    stop: StopSignal
  ) {
    let candidates = BlockCandidates(
      closed: problem, prices, block: block, room: room, penalty: penalty
    ).candidates
    self.init(problem, prices, block: block, candidates: candidates, isClosed: true, stop: stop)
  }

  private init(
    _ problem: WidePartition, _ prices: DualPrices, block: [Int],
    candidates: [BlockCandidates.Candidate], isClosed: Bool, stop: StopSignal
  ) {
    self.problem = problem
    self.prices = prices
    self.block = block
    self.candidates = candidates
    self.isClosed = isClosed
    self.stop = stop
    isAdjusted = Array(repeating: false, count: candidates.count)
    isEntered = isAdjusted
    cuts = CutSet(itemCount: block.count)
    isDone = Array(repeating: false, count: block.count + 1)
    let position = Dictionary(block.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
    var own: [Int] = []
    var seen: Set<Int32> = []
    for item in block {
      for (index, _) in prices.cutsOfItem[item] where seen.insert(index).inserted {
        guard let cut = prices.cuts[Int(index)]?.cut,
          cut.items.allSatisfy({ position[Int($0)] != nil })
        else { continue }
        own.append(Int(index))
      }
    }
    ownCuts = own
    for _ in block { program.addRow(.equal, rightHandSide: 1) }
    let standing = own.compactMap { prices.cuts[$0] }
    add(
      standing.map { priced in
        RankOneCut(
          zip(priced.cut.items, priced.cut.weights).map { (position[Int($0)] ?? 0, $1) },
          divisor: priced.cut.divisor)
      })
    for index in block.indices { enter(index) }
    cuts.reprice(standing.map(\.price))
    _ = enterMissing(block.map { prices.item[$0] } + [0], below: 4 * DualPrices.scale)
  }

  /// Solves the program with so many rounds of new cuts.
  mutating func run(rounds: Int) -> Outcome {
    var last = -Double.infinity
    var stalls = 0
    var best: Outcome = standing
    for round in 0...rounds {
      guard generate() else { break }
      let outcome = outcome()
      if outcome.rise > best.rise { best = outcome }
      let value = program.objective
      stalls = value - last < Self.leastRise * abs(value) ? stalls + 1 : 0
      if round == rounds || stalls > Self.mostStalls { break }
      last = value
      guard addCuts() else { break }
    }
    best.short = short
    return best
  }

  /// The members of groups in the present solution of which somebody is not known.
  private var short: [Int] {
    var found: Set<Int> = []
    for (column, index) in columns.enumerated() where program.value(column) > 0.01 {
      let candidate = candidates[index]
      let (members, size) = members(candidate)
      var known = (0..<size).map { block[Int(members[$0])] }
      if candidate.outside.0 >= 0 { known.append(Int(candidate.outside.0)) }
      if candidate.outside.1 >= 0 || known.count == 3 { continue }
      // Alone, an item may also be kept from earning much more than before.
      if known.count == 1, candidate.cost < problem.ceiling(known[0]) { continue }
      found.formUnion(known)
    }
    return found.sorted()
  }

  private var standing: Outcome {
    Outcome(
      block: block, prices: block.map { prices.item[$0] }, removedCuts: [], cuts: [], rise: 0)
  }

  // MARK: Columns

  private func members(_ candidate: BlockCandidates.Candidate) -> (TaskPricer.Members, Int) {
    var members = TaskPricer.Members(repeating: -1)
    let dummy = Int32(block.count)
    var size = 0
    for position in [candidate.inside.0, candidate.inside.1, candidate.inside.2]
    where position != dummy {
      members[size] = position
      size += 1
    }
    return (members, size)
  }

  private mutating func enter(_ index: Int) {
    adjust(index)
    isEntered[index] = true
    let (members, size) = members(candidates[index])
    var rows: [Int32] = []
    var values: [Double] = []
    for position in 0..<size {
      rows.append(members[position])
      values.append(1)
    }
    for (cut, count) in cuts.counts(members, size) {
      rows.append(Int32(cutRows[cut]))
      values.append(Double(count))
    }
    program.addColumn(
      cost: Double(candidates[index].cost) / Double(DualPrices.scale), rows: rows, values: values)
    columns.append(index)
  }

  /// Puts the price of cuts that stand, and links so far unknown, into a candidate's cost, once.
  private mutating func adjust(_ index: Int) {
    guard !isAdjusted[index] else { return }
    isAdjusted[index] = true
    let candidate = candidates[index]
    let (positions, size) = members(candidate)
    var all = (0..<size).map { block[Int(positions[$0])] }
    if candidate.outside.0 >= 0 { all.append(Int(candidate.outside.0)) }
    if candidate.outside.1 >= 0 { all.append(Int(candidate.outside.1)) }
    if candidate.isFloor {
      var cost = problem.triadCost(all[0], all[1], all[2]) * DualPrices.scale
      for item in all[size...] { cost -= prices.item[item] }
      candidates[index].cost = max(cost, candidate.cost)
    }
    if isClosed { return }
    candidates[index].cost += prices.cutPrice(all) { ownCuts.contains($0) }
  }

  /// Generates columns until none is missing; false when the program lost its footing.
  private mutating func generate() -> Bool {
    while !stop.isSent {
      guard program.solve(iterationLimit: 100_000) == .optimal else { return false }
      let (earned, cutPrices) = duals()
      cuts.reprice(cutPrices)
      if enterMissing(earned, below: -DualPrices.scale / 100) == 0 { return true }
    }
    return false
  }

  /// The duals in fine units: of items, one more for nobody, and of cuts.
  private func duals() -> ([Int], [Int]) {
    let scale = Double(DualPrices.scale)
    let items = block.indices.map { Int((program.dual($0) * scale).rounded(.down)) } + [0]
    let cuts = cutRows.map { max(0, Int((-program.dual($0) * scale).rounded(.up))) }
    return (items, cuts)
  }

  private mutating func enterMissing(_ earned: [Int], below threshold: Int) -> Int {
    var missing: [(value: Int, index: Int)] = []
    earned.withUnsafeBufferPointer { earned in
      for index in candidates.indices {
        let inside = candidates[index].inside
        let sum = earned[Int(inside.0)] + earned[Int(inside.1)] + earned[Int(inside.2)]
        if candidates[index].cost - sum >= threshold || isEntered[index] { continue }
        if isDone[Int(inside.0)] || isDone[Int(inside.1)] || isDone[Int(inside.2)] { continue }
        let value = exactValue(index, earned)
        if value < threshold { missing.append((value, index)) }
      }
    }
    missing.sort { $0 < $1 }
    var times = Array(repeating: 0, count: block.count + 1)
    var added = 0
    for (_, index) in missing {
      let inside = candidates[index].inside
      if times[Int(inside.0)] >= 6 || times[Int(inside.1)] >= 6 || times[Int(inside.2)] >= 6 {
        continue
      }
      enter(index)
      for position in [inside.0, inside.1, inside.2] where Int(position) < block.count {
        times[Int(position)] += 1
      }
      added += 1
      if added >= 3 * block.count { break }
    }
    return added
  }

  private mutating func exactValue(_ index: Int, _ earned: UnsafeBufferPointer<Int>) -> Int {
    adjust(index)
    let candidate = candidates[index]
    let inside = candidate.inside
    let sum = earned[Int(inside.0)] + earned[Int(inside.1)] + earned[Int(inside.2)]
    let (members, size) = members(candidate)
    return candidate.cost - sum + cuts.price(members, size)
  }

  // MARK: Cuts

  private mutating func add(_ added: [RankOneCut]) {
    var fresh = CutSet(itemCount: block.count)
    for cut in added where !cuts.contains(cut) { fresh.add(cut) }
    var coefficients = fresh.cuts.map { _ in [(column: Int, value: Double)]() }
    for (column, index) in columns.enumerated() {
      let (members, size) = members(candidates[index])
      for (cut, count) in fresh.counts(members, size) {
        coefficients[cut].append((column, Double(count)))
      }
    }
    for (cut, row) in zip(fresh.cuts, coefficients) {
      cuts.add(cut)
      cutRows.append(
        program.addRow(.atMost, rightHandSide: Double(cut.rightHandSide), coefficients: row))
    }
  }

  private mutating func addCuts() -> Bool {
    var taken: [(members: [Int32], value: Double)] = []
    for (column, index) in columns.enumerated() {
      let value = program.value(column)
      guard value > 1e-7 else { continue }
      let (members, size) = members(candidates[index])
      taken.append(((0..<size).map { members[$0] }.sorted(), value))
    }
    let separator = CutSeparator(FractionalGroups(itemCount: block.count, taken))
    let found = separator.cuts(most: block.count, known: cuts)
    removeSlackCuts()
    add(found)
    return !found.isEmpty
  }

  /// Takes out cuts that do not bind, but only when the program has moved on since it last did:
  /// otherwise a few could take turns for ever.
  private mutating func removeSlackCuts() {
    guard let first = cutRows.first, program.objective > thinnedAt + 1e-6 else { return }
    thinnedAt = program.objective
    let map = program.removeRows { $0 >= first && program.dual($0) > -1e-7 }
    cuts.keep(cutRows.map { map[$0] != nil })
    cutRows = cutRows.compactMap { map[$0] }
  }

  // MARK: Diving

  /// Triads that cover the block, all inside it: the program's solution rounded step by step, each
  /// time after more columns and cuts; nil where that leads nowhere.
  mutating func dive(rounds: Int, cutoff: Double) -> [[Int]]? {
    var round = 0
    while true {
      guard generate() else { return nil }
      if program.objective > cutoff { return nil }
      if round < rounds, !isWhole, addCuts() {
        round += 1
        continue
      }
      if isWhole { break }
      fix()
      round = max(round - 1, 0)
    }
    var groups: [[Int]] = []
    for (column, index) in columns.enumerated() where program.value(column) > 0.5 {
      let (members, size) = members(candidates[index])
      guard size == 3 else { return nil }
      groups.append((0..<3).map { block[Int(members[$0])] })
    }
    // A program that lost its footing may cover an item twice.
    let covered = Set(groups.joined())
    return groups.count * 3 == block.count && covered.count == block.count ? groups : nil
  }

  private var isWhole: Bool {
    columns.indices.allSatisfy { column in
      let value = program.value(column)
      return value < 1e-6 || value > 1 - 1e-6
    }
  }

  /// Decides for the groups that the solution takes whole, and for those it takes most of.
  private mutating func fix() {
    var open: [(value: Double, column: Int)] = []
    for column in columns.indices {
      let inside = candidates[columns[column]].inside
      let value = program.value(column)
      if value > 1e-6, !isDone[Int(inside.0)] { open.append((value, column)) }
    }
    open.sort { ($1.value, $0.column) < ($0.value, $1.column) }
    let whole = open.prefix { $0.value > 1 - 1e-6 }.count
    let large = open.prefix { $0.value > 0.3 }.count
    let share = max(1, (large - whole) / 10)
    for (_, column) in open.prefix(whole + share) {
      let (members, size) = members(candidates[columns[column]])
      if (0..<size).contains(where: { isDone[Int(members[$0])] }) { continue }
      for position in 0..<size { isDone[Int(members[position])] = true }
      isFixed.insert(column)
    }
    for column in columns.indices where !isFixed.contains(column) {
      let (members, size) = members(candidates[columns[column]])
      if (0..<size).contains(where: { isDone[Int(members[$0])] }) { program.setUpper(column, 0) }
    }
  }

  // MARK: The answer

  /// The present duals made safe: whatever still costs too little lowers what its items earn.
  private mutating func outcome() -> Outcome {
    var (earned, cutPrices) = duals()
    cuts.reprice(cutPrices)
    for index in candidates.indices {
      let inside = candidates[index].inside
      let sum = earned[Int(inside.0)] + earned[Int(inside.1)] + earned[Int(inside.2)]
      if candidates[index].cost >= sum { continue }
      let value = earned.withUnsafeBufferPointer { exactValue(index, $0) }
      guard value < 0 else { continue }
      let (members, size) = members(candidates[index])
      let less = (-value + size - 1) / size
      for position in 0..<size { earned[Int(members[position])] -= less }
    }
    earned.removeLast()
    var rise = 0
    for (index, item) in block.enumerated() { rise += earned[index] - prices.item[item] }
    for index in ownCuts {
      if let cut = prices.cuts[index] { rise += cut.price * cut.cut.rightHandSide }
    }
    var priced: [(cut: RankOneCut, price: Int)] = []
    for (cut, price) in zip(cuts.cuts, cutPrices) where price > 0 {
      rise -= price * cut.rightHandSide
      priced.append(
        (
          RankOneCut(
            zip(cut.items, cut.weights).map { (Int32(block[Int($0)]), $1) }, divisor: cut.divisor),
          price
        ))
    }
    return Outcome(
      block: block, prices: earned, removedCuts: ownCuts, cuts: priced, rise: rise)
  }
}
