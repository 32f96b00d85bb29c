/// Local search over all rounds at once: two items of one round change groups, or two items change
/// names in every round.
///
/// Repeated and forbidden meetings are counted, not ruled out, so that the search can pass through
/// them; a temperature of about a fifth of a repeat keeps it near schedules without. Counting all
/// rounds at once goes back to Dotu and Van Hentenryck, "Scheduling social tournaments locally", AI
/// Communications 20 (2007); annealing in place of their tabu list, at that temperature, finds
/// Kirkman's seven days of fifteen from a random start in some 10^5 moves.
///
/// A move is O(largest group), a change of names O(rounds + items).
struct RoundsSearch: ~Copyable {
  /// Costs beyond this are cut off on the way, so that differences of two fit in 32 bits; solutions
  /// are costed in full.
  private static var dearest: Int { 1 << 29 }

  let problem: RoundsProblem
  /// Items and the place of one who does not exist: whoever rests meets it.
  let width: Int
  let roundCount: Int
  /// Places of one round, those of the one who does not exist among them.
  let placeCount: Int

  /// [round * placeCount + place]: the item there.
  var member = FlatArray<Int32>()
  /// [round * placeCount + place]: the places of the group, `first..<last`.
  var first = FlatArray<Int32>()
  var last = FlatArray<Int32>()
  /// [round * width + item]: the place of the item; -1 for one that is not there.
  var placeOf = FlatArray<Int32>()
  /// Places whose items may change, by round.
  var movable: [[Int32]] = []
  /// [one * width + other]: meetings so far; below zero for pairs that may repeat.
  var met = FlatArray<Int32>()
  /// [table * width * width + one * width + other]: what a meeting counts that may not be, or 0.
  var barred = FlatArray<Int32>()
  /// The same places: what a meeting costs; 0 where it may not be.
  var price = FlatArray<Int32>()
  var tableOf = FlatArray<Int32>()
  /// Pairs of items that may change names: always there together, in no fixed group.
  var twins: [(Int, Int)] = []

  var random: SeededGenerator
  let exponential = ExponentialTable()
  let stop: StopSignal

  /// Repeated and forbidden meetings, weighed as ``RoundsSolution/faults``.
  var conflicts = 0
  /// Sum of all prices, by round.
  var roundCost: [Int] = []
  var best: RoundsSolution

  /// A search that begins with a schedule, or at random.
  ///
  /// - Precondition: the problem is sound, and the schedule has groups of its sizes.
  static func begin(
    _ problem: RoundsProblem, from start: [RoundsSolution.Round]? = nil, random: SeededGenerator,
    stop: StopSignal
  ) -> RoundsSearch {
    var random = random
    let rounds =
      start ?? problem.rounds.map { randomRound($0, random: &random) }
    var search = RoundsSearch(problem, rounds, random: random, stop: stop)
    search.fillTables()
    for (index, round) in rounds.enumerated() { search.place(round, at: index) }
    search.findTwins()
    search.count()
    return search
  }

  private init(
    _ problem: RoundsProblem, _ rounds: [RoundsSolution.Round], random: SeededGenerator,
    stop: StopSignal
  ) {
    self.problem = problem
    self.random = random
    self.stop = stop
    width = problem.itemCount + 1
    roundCount = problem.rounds.count
    let places = problem.rounds.map { round in
      round.groupCounts.reduce(0) { $0 + $1.key * $1.value } + 2 * round.restCount
    }
    placeCount = places.max() ?? 0
    best = RoundsSolution(rounds, of: problem)
  }

  // MARK: Setting up

  private static func randomRound(
    _ round: RoundsProblem.Round, random: inout SeededGenerator
  ) -> RoundsSolution.Round {
    let fixed = Set(round.fixedGroups.flatMap(\.self))
    var free = round.isPresent.indices.filter { round.isPresent[$0] && !fixed.contains($0) }
    for index in free.indices.reversed() { free.swapAt(index, random.below(index + 1)) }
    var left = round.groupCounts
    for group in round.fixedGroups { left[group.count, default: 0] -= 1 }
    var groups = round.fixedGroups
    for size in left.keys.sorted() {
      for _ in 0..<max(0, left[size] ?? 0) {
        groups.append(Array(free.suffix(size)))
        free.removeLast(min(size, free.count))
      }
    }
    return RoundsSolution.Round(groups: groups, resting: free)
  }

  private mutating func fillTables() {
    let count = problem.itemCount
    met.resize(to: width * width, filledWith: 0)
    barred.resize(to: problem.tables.count * width * width, filledWith: 0)
    price.resize(to: problem.tables.count * width * width, filledWith: 0)
    for (index, table) in problem.tables.enumerated() {
      func set(_ one: Int, _ other: Int, _ cost: Int) {
        let isForbidden = cost >= RoundsProblem.forbidden
        for place in [one * width + other, other * width + one] {
          barred[index * width * width + place] =
            isForbidden ? Int32(RoundsSolution.weightOfForbidden) : 0
          price[index * width * width + place] =
            isForbidden ? 0 : Int32(max(-Self.dearest, min(Self.dearest, cost)))
        }
      }
      for one in 0..<count {
        for other in 0..<count where other != one {
          set(one, other, table.pairCost[one * count + other])
        }
        set(one, count, table.restCost[one])
      }
    }
    for round in problem.rounds { tableOf.append(Int32(round.table)) }
    member.resize(to: roundCount * placeCount, filledWith: Int32(count))
    first.resize(to: roundCount * placeCount, filledWith: 0)
    last.resize(to: roundCount * placeCount, filledWith: 0)
    placeOf.resize(to: roundCount * width, filledWith: -1)
  }

  private mutating func place(_ round: RoundsSolution.Round, at index: Int) {
    let fixed = Set(problem.rounds[index].fixedGroups.flatMap(\.self))
    var next = 0
    var free: [Int32] = []
    for group in round.groups + round.resting.map({ [$0, problem.itemCount] }) {
      let start = next
      for item in group {
        let place = index * placeCount + next
        member[place] = Int32(item)
        first[place] = Int32(start)
        last[place] = Int32(start + group.count)
        if item < problem.itemCount {
          placeOf[index * width + item] = Int32(next)
          if !fixed.contains(item) { free.append(Int32(next)) }
        }
        next += 1
      }
    }
    movable.append(free)
  }

  /// Two items may change names if they are there in the same rounds, are never in a fixed group and
  /// no pair may repeat.
  private mutating func findTwins() {
    guard !problem.mayRepeat.contains(true) else { return }
    let fixed = Set(problem.rounds.flatMap(\.fixedGroups).flatMap(\.self))
    for one in 0..<problem.itemCount where !fixed.contains(one) {
      for other in (one + 1)..<max(problem.itemCount, one + 1) where !fixed.contains(other) {
        if problem.rounds.allSatisfy({ $0.isPresent[one] == $0.isPresent[other] }) {
          twins.append((one, other))
        }
      }
    }
  }

  /// Counts meetings, conflicts and costs from the groups.
  mutating func count() {
    let count = problem.itemCount
    met.fill(with: 0)
    for one in 0..<count {
      for other in 0..<count where problem.mayRepeat[one * count + other] {
        met[one * width + other] = -Int32(roundCount)
      }
      met[one * width + count] = Int32(1 - problem.restShare)
      met[count * width + one] = Int32(1 - problem.restShare)
    }
    conflicts = 0
    roundCost = Array(repeating: 0, count: roundCount)
    for round in 0..<roundCount {
      let table = Int(tableOf[round]) * width * width
      for place in 0..<placeCount {
        let at = round * placeCount + place
        for other in (place + 1)..<max(place + 1, Int(last[at])) {
          let (a, b) = (Int(member[at]), Int(member[round * placeCount + other]))
          if met[a * width + b] > 0 { conflicts += 1 }
          conflicts += Int(barred[table + a * width + b])
          roundCost[round] += Int(price[table + a * width + b])
          met[a * width + b] += 1
          met[b * width + a] += 1
        }
      }
    }
  }

  /// The schedule as it stands.
  var solution: RoundsSolution {
    let rounds = (0..<roundCount).map { round -> RoundsSolution.Round in
      var groups: [[Int]] = []
      var resting: [Int] = []
      var place = 0
      while place < placeCount, last[round * placeCount + place] > place {
        let end = Int(last[round * placeCount + place])
        let items = (place..<end).map { Int(member[round * placeCount + $0]) }
        if items.contains(problem.itemCount) {
          resting.append(items[0])
        } else {
          groups.append(items.sorted())
        }
        place = end
      }
      return RoundsSolution.Round(
        groups: groups.sorted { $0[0] < $1[0] }, resting: resting.sorted())
    }
    return RoundsSolution(rounds, of: problem)
  }

  // MARK: Fewest conflicts

  /// Walks at one temperature until nothing is wrong or the steps are used; keeps the best.
  mutating func repair(steps: Int, temperature: Double) {
    var least = best.faults
    for step in 0..<steps {
      if conflicts < least {
        least = conflicts
        best = solution
      }
      if conflicts == 0 { return }
      if step % 4096 == 0 && stop.isSent { return }
      guard let move = randomMove() else { continue }
      let change = conflictChange(of: move)
      if change <= 0 || Double(change) <= temperature * exponential.draw(&random) {
        apply(move, conflictChange: change)
      }
    }
  }
}
