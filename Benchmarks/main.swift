import Foundation
import SyntheticTrusts
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// Whole numbers of a comma-separated argument.
func numbers(_ argument: Int, default standard: [Int]) -> [Int] {
  guard CommandLine.arguments.count > argument else { return standard }
  return CommandLine.arguments[argument].split(separator: ",").compactMap { Int($0) }
}

if CommandLine.arguments.count > 1, CommandLine.arguments[1] == "check" {
  let count = numbers(2, default: [1000]).first ?? 1000
  var check = OracleCheck()
  try await check.trusts(1...count, schools: 3...5)
  try await check.trusts(1...max(1, count / 10), schools: 6...7)
  await check.partitions(1...count)
  await check.towns(1...max(1, count / 5))
  check.secondments(1...count)
  check.coaching(1...count)
  check.advocates(1...count)
  check.networks(1...count)
  let repairs = max(1, count / 5)
  try await check.repairs(1...repairs)
  // Each takes a second or two: three hundred are held by 'Benchmarks diagnoses'.
  let diagnoses = max(1, count / 25)
  try await check.diagnoses(0..<diagnoses)
  print(
    "\(6 * count + count / 10 + count / 5 + repairs) cases held against brute force, \(diagnoses) "
      + "diagnoses against that and fresh plans, \(check.failures) failed")
  if check.failures > 0 { exit(1) }
  exit(0)
}

if CommandLine.arguments.count > 1, CommandLine.arguments[1] == "diagnoses" {
  var check = OracleCheck()
  let clock = ContinuousClock()
  let took = try await clock.measure {
    try await check.diagnoses(0..<(numbers(2, default: [300]).first ?? 300))
  }
  print("\(check.failures) failed, \(took)")
  exit(check.failures > 0 ? 1 : 0)
}

if CommandLine.arguments.count > 1, CommandLine.arguments[1] == "secondments" {
  try SecondmentTable().print(
    openings: numbers(2, default: [20, 100, 400, 500]),
    pairs: numbers(3, default: [16, 32, 64, 256]),
    seeds: UInt64(max(1, numbers(4, default: [3]).first ?? 3)))
  exit(0)
}

if CommandLine.arguments.count > 1, CommandLine.arguments[1] == "networks" {
  try NetworkTable().print(sizes: numbers(2, default: [30, 60, 120]))
  exit(0)
}

if CommandLine.arguments.count > 1, CommandLine.arguments[1] == "repair" {
  try await RepairTable.print(
    sizes: numbers(2, default: [15, 30, 60]), seeds: numbers(3, default: [3]).first ?? 3,
    troubles: numbers(4, default: [20]).first ?? 20)
  exit(0)
}

if CommandLine.arguments.count > 1, CommandLine.arguments[1] == "terms" {
  let table = TermsTable()
  table.printCycles()
  table.printHard(
    sizes: numbers(2, default: [15, 18, 21, 24, 27, 30, 33, 36]),
    seeds: numbers(3, default: [5]).first ?? 5,
    effort: Effort(level: numbers(4, default: [100]).first ?? 100))
  exit(0)
}

if CommandLine.arguments.count > 1, ["wide", "wide-needs"].contains(CommandLine.arguments[1]) {
  try await WideTable.print(
    sizes: numbers(2, default: [1_000, 3_000, 10_000]),
    seed: UInt64(numbers(3, default: [1]).first ?? 1),
    effort: Effort(level: numbers(4, default: [100]).first ?? 100),
    hasNeeds: CommandLine.arguments[1] == "wide-needs",
    plot: CommandLine.arguments.count > 5 ? CommandLine.arguments[5] : nil)
  exit(0)
}

let sizes = numbers(1, default: [15, 30])
let seeds = numbers(2, default: [3]).first ?? 3
let effort = numbers(3, default: [100]).first ?? 100
let clock = ContinuousClock()

func column(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

func rounded(_ number: Double) -> String { "\((number * 1000).rounded() / 1000)" }

print("schools  seed      cost     bound    gap %   seconds  status")
for size in sizes {
  var times: [Double] = []
  var optimal = 0
  for seed in 1...max(1, seeds) {
    let scenario = SyntheticTrust.make(schools: size, seed: UInt64(seed))
    let started = clock.now
    let options = PlanningOptions(
      seed: 1, effort: Effort(level: effort), threads: 2)
    let plan = try await ReviewPlanner(scenario, options: options).plan()
    let took = (clock.now - started).components
    let seconds = Double(took.seconds) + Double(took.attoseconds) / 1e18
    times.append(seconds)
    if plan.status == .optimal { optimal += 1 }
    print(
      column("\(size)", 7), column("\(seed)", 5),
      column(plan.cost.map(String.init) ?? "-", 9), column(plan.bound.map(String.init) ?? "-", 9),
      column(plan.gap.map { rounded($0 * 100) } ?? "-", 8), column(rounded(seconds), 9),
      plan.status.rawValue)
  }
  times.sort()
  print(
    "\(size) schools: \(optimal) of \(times.count) optimal, median "
      + "\(rounded(times[times.count / 2])) s, longest \(rounded(times[times.count - 1])) s")
}
