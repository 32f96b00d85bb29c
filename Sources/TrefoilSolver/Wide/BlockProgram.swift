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
    var rise: Int
    /// The least that a known group of four costs beyond what its items earn, at the new prices.
    var leastFour = 0
    /// Groups of four that have been looked at.
    var fours: [FourSearch.Four] = []
  }

  /// A round of cuts that raises the program's value by less than this share of what a triad costs
  /// leads nowhere.
  private static let leastRise = 0.01
  /// Groups of four are sought so often.
  private static let mostFourSearches = 4
  /// So many rounds in a row that do are borne.
  private static let mostStalls = 2
  /// Prices are made safe after the first round, every so many, as a stop may come, and after the
  /// last.
  private static let roundsBetweenOutcomes = 4
  private let problem: WidePartition
  private let prices: DualPrices
  let block: [Int]
  private let threads: Int
  private let stop: StopSignal
  private let candidates: CandidateTable
  private let ownCuts: [Int]
  let program = LinearProgram()
  var columns: [Int] = []
  private var cutRows: [Int] = []
  /// The program's value when slack cuts last left it.
  private var thinnedAt = -Double.infinity
  private var cuts: CutSet
  /// Items that a dive has decided on, and one more for nobody.
  var isDone: [Bool]
  var isFixed: Set<Int> = []
  /// Groups of four that may be columns, after the candidates in the numbering of columns.
  private var fours: [FourSearch.Four]
  private var isFourEntered: [Bool]
  /// The least that one of them costs beyond what its items earn, at the prices that stand.
  private var leastFour = 0
  /// The row that limits how many fours there are.
  private var fourRow: Int?
  let fourCount: Int

  /// The program of a block that is open to all items around it; none of its items may earn more
  /// than `step` above what it earns now. (Marsten, Hogan and Blankenship, "The boxstep method for
  /// large-scale optimization", Operations Research 23 (1975), doi:10.1287/opre.23.3.389.)
  init(
    _ problem: WidePartition, _ prices: DualPrices, block: [Int], step: Int,
    fours: [FourSearch.Four] = [], threads: Int, stop: StopSignal
  ) async {
    let parts = await BlockCandidates(
      problem, prices, block: block, step: step, threads: threads
    ).parts
    await self.init(
      problem, prices, block: block, parts: parts, fours: fours, threads: threads, stop: stop)
  }

  /// The program of items that are grouped among themselves.
  init(
    closed problem: WidePartition, _ prices: DualPrices, block: [Int], room: Int, penalty: Int,
    fours: [FourSearch.Four] = [], threads: Int, stop: StopSignal
  ) async {
    let parts = await BlockCandidates(
      closed: problem, prices, block: block, room: room, penalty: penalty, threads: threads
    ).parts
    await self.init(
      problem, prices, block: block, parts: parts, fours: fours, threads: threads, stop: stop)
  }

  /// - Parameter fours: only where the block has every item, so that a member's place in the block
  ///   is its number.
  private init(
    _ problem: WidePartition, _ prices: DualPrices, block: [Int],
    parts: [CandidateList], fours: [FourSearch.Four], threads: Int, stop: StopSignal
  ) async {
    self.problem = problem
    self.prices = prices
    self.block = block
    self.fours = fours
    isFourEntered = Array(repeating: false, count: fours.count)
    fourCount = fours.isEmpty ? 0 : problem.groupCounts[4] ?? 0
    self.threads = threads
    self.stop = stop
    cuts = CutSet(itemCount: block.count, tracksFalls: true)
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
    var isOwn = Array(repeating: false, count: prices.cuts.count)
    for cut in own { isOwn[cut] = true }
    candidates = await CandidateTable(
      problem, prices, block: block, parts: parts, isOwn: isOwn, threads: threads)
    for _ in block { program.addRow(.equal, rightHandSide: 1) }
    if fourCount > 0 { fourRow = program.addRow(.atMost, rightHandSide: Double(fourCount)) }
    let standing = own.compactMap { prices.cuts[$0] }
    add(
      standing.map { priced in
        RankOneCut(
          zip(priced.cut.items, priced.cut.weights).map { (position[Int($0)] ?? 0, $1) },
          divisor: priced.cut.divisor)
      })
    for index in block.indices { enter(index) }
    cuts.reprice(standing.map(\.price))
    let earned = block.map { prices.item[$0] } + [0]
    leastFour = fourCount > 0 ? leastFour(earned) : 0
    _ = await enterMissing(earned, leastFour: leastFour, below: 4 * DualPrices.scale)
  }

  /// Solves the program with so many rounds of new cuts, again while groups of four turn up that
  /// cost less than all that were known.
  mutating func run(rounds: Int) async -> Outcome {
    var best = standing
    for _ in 0..<Self.mostFourSearches {
      var outcome = await runRounds(rounds)
      let found = fourCount == 0 || stop.isSent ? [] : await addFours(outcome)
      let least = found.reduce(outcome.leastFour) { min($0, $1.slack) }
      outcome.rise += fourCount * (least - outcome.leastFour)
      if outcome.rise > best.rise { best = outcome }
      if found.isEmpty { break }
    }
    best.short = short
    best.fours = fours
    return best
  }

  private mutating func runRounds(_ rounds: Int) async -> Outcome {
    var last = -Double.infinity
    var stalls = 0
    var best = standing
    for round in 0...rounds {
      guard await generate() else { break }
      let value = program.objective
      let triads = Double(max(1, block.count / 3))
      stalls = value - last < Self.leastRise * abs(value) / triads ? stalls + 1 : 0
      last = value
      var isLast = round == rounds || stalls > Self.mostStalls
      let turns = Self.roundsBetweenOutcomes
      let isSettled = isLast || round == 0 || round % turns == turns - 1
      if isSettled { keep(await outcome(), in: &best) }
      if !isLast { isLast = !(await addCuts()) }
      if isLast && !isSettled { keep(await outcome(), in: &best) }
      if isLast { break }
    }
    return best
  }

  private func keep(_ outcome: Outcome, in best: inout Outcome) {
    if outcome.rise > best.rise { best = outcome }
  }

  /// Looks for groups of four that cost less at the prices of an outcome than all that are known.
  private mutating func addFours(_ outcome: Outcome) async -> [FourSearch.Four] {
    var now = prices
    for cut in outcome.removedCuts { now.remove(cut) }
    for (item, price) in zip(outcome.block, outcome.prices) { now.item[item] = price }
    for (cut, price) in outcome.cuts { now.add(cut, price: price) }
    let known = Set(fours.map(\.members))
    let found = await FourSearch(problem, now).cheapest(below: outcome.leastFour, threads: threads)
      .filter { !known.contains($0.members) }
    fours += found
    isFourEntered += found.map { _ in false }
    return found
  }

  /// The members of groups in the present solution of which somebody is not known.
  private var short: [Int] {
    var found: Set<Int> = []
    for (column, index) in columns.enumerated()
    where index < candidates.count && program.value(column) > 0.01 {
      let outside = candidates.outside(index)
      let (members, size) = members(index)
      var known = (0..<size).map { block[Int(members[$0])] }
      if outside.one >= 0 { known.append(Int(outside.one)) }
      if outside.other >= 0 || known.count == 3 { continue }
      // Alone, an item may also be kept from earning much more than before.
      if known.count == 1, candidates.cost(index) < problem.ceiling(known[0]) { continue }
      found.formUnion(known)
    }
    return found.sorted()
  }

  private var standing: Outcome {
    Outcome(
      block: block, prices: block.map { prices.item[$0] }, removedCuts: [], cuts: [], rise: 0,
      leastFour: leastFour)
  }

  // MARK: Columns

  func members(_ index: Int) -> (TaskPricer.Members, Int) {
    if index < candidates.count { return candidates.members(index) }
    var members = TaskPricer.Members(repeating: -1)
    for (place, member) in fours[index - candidates.count].members.enumerated() {
      members[place] = Int32(member)
    }
    return (members, 4)
  }

  private mutating func enter(_ index: Int) {
    let isFour = index >= candidates.count
    if isFour {
      isFourEntered[index - candidates.count] = true
    } else {
      candidates.enter(index)
    }
    let (members, size) = members(index)
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
    if isFour, let fourRow {
      rows.append(Int32(fourRow))
      values.append(1)
    }
    let cost = isFour ? fours[index - candidates.count].cost : candidates.cost(index)
    program.addColumn(
      cost: Double(cost) / Double(DualPrices.scale), rows: rows, values: values)
    columns.append(index)
  }

  /// Generates columns until none is missing; false when the program lost its footing.
  mutating func generate() async -> Bool {
    while !stop.isSent {
      guard program.solve(iterationLimit: 100_000) == .optimal else { return false }
      let (earned, cutPrices) = duals()
      cuts.reprice(cutPrices)
      let fourPrice = fourRow.map { Int((program.dual($0) * Double(DualPrices.scale)).rounded()) }
      let entered = await enterMissing(
        earned, leastFour: fourPrice ?? 0, below: -DualPrices.scale / 100)
      if entered == 0 { return true }
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

  /// - Parameter leastFour: what a four must cost less than, beyond what its items earn, to be
  ///   missing.
  private mutating func enterMissing(
    _ earned: [Int], leastFour: Int, below threshold: Int
  ) async -> Int {
    var fours = missingFours(earned, leastFour + threshold)
    var parts = await candidates.missing(
      earned, below: threshold, isDone: isDone, cuts: cuts, threads: threads)
    var times = Array(repeating: 0, count: block.count + 1)
    let most = 3 * block.count
    var added = 0
    // There may be millions, of which all but the cheapest are crowded out.
    var batch = Self.firstBatch * block.count
    repeat {
      let limit = Self.limit(parts, least: batch)
      let divided = await candidates.divide(
        parts, at: limit, isCrowded: times.map { $0 >= Self.mostOfItem }, threads: threads)
      let near = divided.flatMap(\.near) + fours.filter { $0.value <= limit }
      parts = divided.map(\.far).filter { !$0.isEmpty }
      fours.removeAll { $0.value <= limit }
      added += enter(near.sorted { $0 < $1 }, &times, most: most - added)
      batch *= 2
    } while added < most && !(parts.isEmpty && fours.isEmpty)
    return added
  }

  /// No more columns at a time hold one item.
  private static let mostOfItem = 6
  /// So many times as many columns as items are first sorted by what they cost.
  private static let firstBatch = 8

  /// A value that about so many of the given are no more than, or all.
  private static func limit(_ parts: [[CandidateTable.Priced]], least: Int) -> Int {
    let total = parts.reduce(0) { $0 + $1.count }
    guard total > 2 * least else { return .max }
    let sampled = 1_000
    var sample: [Int] = []
    var next = 0
    for part in parts {
      while next < part.count {
        sample.append(part[next].value)
        next += max(1, total / sampled)
      }
      next -= part.count
    }
    sample.sort()
    return sample[least * sample.count / total]
  }

  /// Fours that cost less than a limit beyond what their items earn, with by how much.
  private mutating func missingFours(_ earned: [Int], _ limit: Int) -> [(value: Int, index: Int)] {
    var missing: [(value: Int, index: Int)] = []
    for (place, four) in fours.enumerated() where !isFourEntered[place] {
      let least = four.members.reduce(four.cost) { $0 - earned[$1] }
      if least >= limit || four.members.contains(where: { isDone[$0] }) { continue }
      let (members, size) = members(candidates.count + place)
      let slack = least + cuts.price(members, size)
      if slack < limit { missing.append((slack - limit, candidates.count + place)) }
    }
    return missing
  }

  /// The least that a known four costs beyond what its items earn.
  private mutating func leastFour(_ earned: [Int]) -> Int {
    var best = Int.max / 8
    for (place, four) in fours.enumerated() {
      let least = four.members.reduce(four.cost) { $0 - earned[$1] }
      if least >= best { continue }
      let (members, size) = members(candidates.count + place)
      best = min(best, least + cuts.price(members, size))
    }
    return best
  }

  /// Enters columns in their order, not too many of any item; returns how many.
  ///
  /// - Parameter times: by position, how many columns hold it so far.
  private mutating func enter(
    _ missing: [CandidateTable.Priced], _ times: inout [Int], most: Int
  ) -> Int {
    var added = 0
    for (_, index) in missing {
      if added == most { break }
      let (members, size) = members(index)
      if (0..<size).contains(where: { times[Int(members[$0])] >= Self.mostOfItem }) { continue }
      enter(index)
      for place in 0..<size { times[Int(members[place])] += 1 }
      added += 1
    }
    return added
  }

  // MARK: Cuts

  private mutating func add(_ added: [RankOneCut]) {
    var fresh = CutSet(itemCount: block.count)
    for cut in added where !cuts.contains(cut) { fresh.add(cut) }
    var coefficients = fresh.cuts.map { _ in [(column: Int, value: Double)]() }
    for (column, index) in columns.enumerated() {
      let (members, size) = members(index)
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

  mutating func addCuts() async -> Bool {
    var taken: [(members: [Int32], value: Double)] = []
    for (column, index) in columns.enumerated() {
      let value = program.value(column)
      guard value > 1e-7 else { continue }
      let (members, size) = members(index)
      taken.append(((0..<size).map { members[$0] }.sorted(), value))
    }
    let solution = FractionalGroups(itemCount: block.count, taken)
    let separator = CutSeparator(solution, isThorough: true)
    let found = await separator.cuts(most: block.count, known: cuts, threads: threads)
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

  // MARK: The answer

  /// The present duals made safe: whatever still costs too little lowers what its items earn.
  private mutating func outcome() async -> Outcome {
    var (earned, cutPrices) = duals()
    cuts.reprice(cutPrices)
    await candidates.makeSafe(&earned, cuts: cuts, threads: threads)
    let least = fourCount > 0 ? leastFour(earned) : 0
    earned.removeLast()
    var rise = fourCount * (least - leastFour)
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
      block: block, prices: earned, removedCuts: ownCuts, cuts: priced, rise: rise,
      leastFour: least)
  }
}
