import Foundation
import TestSupport
import TrefoilSolver

// Without a word of `async`, so that valgrind can run it: see Benchmarks/README.md.

/// A relaxed partition of items into triads of random costs, solved from the start so many times.
func simplex(times: Int) -> Int {
  var steps = 0
  for time in 0..<times {
    var random = SeededGenerator(seed: UInt64(time))
    let program = LinearProgram()
    for _ in 0..<90 { program.addRow(.equal, rightHandSide: 1) }
    for item in 0..<90 {
      program.addColumn(cost: 10_000, rows: [Int32(item)], values: [1])
    }
    for _ in 0..<2_000 {
      let first = random.below(90)
      let others = [1 + random.below(8), 9 + random.below(8)].map { (first + $0) % 90 }
      program.addColumn(
        cost: Double(100 + random.below(300)), rows: ([first] + others).map { Int32($0) },
        values: [1, 1, 1])
    }
    _ = program.solve()
    steps += program.iterations
  }
  return steps
}

let problem = TownPartition.make(seed: 4, items: 60...60)
let loops: [String: (Int) -> Int] = [
  "simplex": simplex,
  "walk": { HotLoops.walk(problem, steps: $0) },
  "staffing": { HotLoops.staffing(problem, triads: $0) },
  "floors": { HotLoops.floors(problem, triads: $0) },
  "cuts": { HotLoops.cuts(problem, triads: $0) },
]
let arguments = CommandLine.arguments
guard arguments.count == 3, let loop = loops[arguments[1]], let count = Int(arguments[2]),
  (0...100_000_000).contains(count)
else {
  print("usage: HotLoops \(loops.keys.sorted().joined(separator: "|")) COUNT")
  exit(64)
}
print(arguments[1], count, "answer", loop(count))
