import TrefoilModel
import TrefoilSolver

/// Small trusts with one network: members and venues apart, groups of odd sizes, venues of before,
/// limits that keep somebody away, journeys that take longer one way.
public enum RandomNetworks {
  public static func scenario(seed: UInt64) -> Scenario {
    var random = SeededGenerator(seed: seed, stream: 13)
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let ids = (0..<number(3...6)).map { SchoolID("s\($0)") }
    let schools = ids.map { id in
      School(
        id: id, name: "School \(id)", phase: .primary,
        place: .grid(
          easting: 400_000 + 1_000 * Double(number(0...40)),
          northing: 400_000 + 1_000 * Double(number(0...20))))
    }
    var minutes: [TravelTable.Journey: Int] = [:]
    for one in ids {
      for other in ids where one != other && chance(0.3) {
        minutes[TravelTable.Journey(from: one, to: other)] = number(5...60)
      }
    }
    let members = Array(ids.shuffled(using: &random).prefix(number(2...5)))
    let few = ids.filter { _ in chance(0.6) }
    let network = Network(
      id: NetworkID("n"), name: "Network", members: members,
      groupSize: chance(0.8) ? (members.count > 4 ? 3 : number(1...3)) : nil,
      venues: chance(0.5) || few.isEmpty ? nil : few, meetings: number(1...3),
      past: ids.filter { _ in chance(0.4) }
        .map { PastTurn(school: $0, termsAgo: number(1...4)) },
      aim: chance(0.5) ? .total : .worst)
    let sizes: [Charge?] = [.must, .must, nil, .minutes(5), .minutes(number(1...40))]
    let repeats: [[Charge]] = [
      NetworkRepeat.standard, [], [.must], [.minutes(number(0...200)), .must, .minutes(10)],
    ]
    let rules = RuleBook()
      .with(NetworkTravel(number(0...2)))
      .with(
        NetworkLimit(
          TravelLimit.Setting(
            limit: chance(0.5) ? number(10...50) : nil,
            charge: chance(0.7) ? .must : .minutes(number(0...100))))
      )
      .with(NetworkRepeat(repeats[number(0...3)]))
      .with(NetworkSize(sizes[number(0...4)]))
      .with(NetworkAbsent(chance(0.7) ? 20_000 : number(0...200)))
    return Scenario(
      trust: "Random \(seed)", schools: schools, travel: TravelTable(minutes: minutes),
      rules: rules, networks: [network])
  }
}
