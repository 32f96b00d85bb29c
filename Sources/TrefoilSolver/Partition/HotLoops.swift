/// The loops that most of a proof's time goes into, each by itself and on one thread, so that a
/// profiler can count their instructions (`Benchmarks/HotLoops`).
///
/// Each answers with a number that depends on all it did.
package enum HotLoops {
  /// One annealing walk of so many steps.
  package static func walk(_ problem: StaffedPartition, steps: Int) -> Int {
    var walk = Annealing(
      problem, neighbours: Annealing.neighbours(problem, most: 12),
      random: SeededGenerator(seed: 1))
    walk.run(steps: steps, stop: StopSignal())
    return walk.bestCost
  }

  /// The cheapest visits and teams of so many triads, drawn at random.
  package static func staffing(_ problem: StaffedPartition, triads: Int) -> Int {
    let prices = Prices(problem)
    let tasks = TaskPricer(problem, prices: prices, decisions: TaskDecisions(problem))
    let pricer = GroupPricer(tasks, sizes: [3])
    let scan = GroupScan(
      problem: problem, tasks: tasks, earnings: prices.item, stop: StopSignal())
    return forEachTriad(problem, triads) { members in
      var staffing = InlineArray<5, Int>(repeating: 0)
      for position in 0..<3 {
        staffing[position] = scan.staffing(of: Int(members[position]), members, 3)
      }
      return pricer.price(members, 3, below: PricedTables.forbidden / 2, staffing: staffing)
    }
  }

  /// The least that so many triads, drawn at random, can cost by the floors of a scan.
  package static func floors(_ problem: StaffedPartition, triads: Int) -> Int {
    let prices = Prices(problem)
    let tasks = TaskPricer(problem, prices: prices, decisions: TaskDecisions(problem))
    let scan = GroupScan(
      problem: problem, tasks: tasks, earnings: prices.item, stop: StopSignal())
    return forEachTriad(problem, triads) { members in
      scan.sum(members, 3) + scan.seatsBeyond(members, 3)
    }
  }

  /// What a hundred cuts of four to nine items add to so many triads, drawn at random.
  package static func cuts(_ problem: StaffedPartition, triads: Int) -> Int {
    var random = SeededGenerator(seed: 2)
    var cuts = CutSet(itemCount: problem.itemCount)
    while cuts.cuts.count < 100 {
      var items: Set<Int32> = []
      let count = 4 + random.below(6)
      while items.count < count { items.insert(Int32(random.below(problem.itemCount))) }
      let cut = RankOneCut(items.sorted().map { ($0, 1) }, divisor: 3)
      if !cuts.contains(cut) { cuts.add(cut) }
    }
    cuts.reprice((0..<100).map { 1 + $0 })
    return forEachTriad(problem, triads) { cuts.price($0, 3) }
  }

  private static func forEachTriad(
    _ problem: StaffedPartition, _ count: Int, _ price: (TaskPricer.Members) -> Int
  ) -> Int {
    var random = SeededGenerator(seed: 3)
    var total = 0
    for _ in 0..<count {
      var drawn = [0, 0, 0]
      repeat {
        for position in 0..<3 { drawn[position] = random.below(problem.itemCount) }
      } while drawn[0] == drawn[1] || drawn[0] == drawn[2] || drawn[1] == drawn[2]
      drawn.sort()
      var members = TaskPricer.Members(repeating: -1)
      for position in 0..<3 { members[position] = Int32(drawn[position]) }
      total &+= price(members)
    }
    return total
  }
}
