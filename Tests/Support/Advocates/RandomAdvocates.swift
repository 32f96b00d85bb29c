import TrefoilModel
import TrefoilSolver

/// Small trusts with trustees: ties, schools championed before, few or many trustees, limits of their
/// own, prices at which it can be better to leave a school without an advocate.
public enum RandomAdvocates {
  public static func scenario(seed: UInt64) -> Scenario {
    var random = SeededGenerator(seed: seed, stream: 11)
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func place() -> Place {
      .grid(
        easting: 400_000 + 1_000 * Double(number(0...40)),
        northing: 400_000 + 1_000 * Double(number(0...40)))
    }
    let ids = (0..<number(1...5)).map { SchoolID("s\($0)") }
    let schools = ids.map {
      School(id: $0, name: "School \($0)", phase: .primary, place: place())
    }
    var minutes: [TravelTable.Journey: Int] = [:]
    for one in ids {
      for other in ids where one != other && chance(0.3) {
        minutes[TravelTable.Journey(from: one, to: other)] = number(5...60)
      }
    }
    let trustees = (0..<number(1...3)).map { index in
      Trustee(
        id: TrusteeID("t\(index)"), name: "Trustee \(index)",
        home: chance(0.4) ? .near(ids[number(0...(ids.count - 1))]) : .place(place()),
        most: chance(0.4) ? number(0...3) : nil, ties: ids.filter { _ in chance(0.2) },
        past: ids.filter { _ in chance(0.4) }
          .map { PastTurn(school: $0, termsAgo: number(1...4)) })
    }
    let balances: [Charge?] = [.must, .must, nil, .minutes(number(0...300))]
    let repeats: [[Charge]] = [
      AdvocateRepeat.standard, [], [.must], [.minutes(number(0...400)), .must, .minutes(10)],
    ]
    let rules = RuleBook()
      .with(AdvocateTravel(number(0...3)))
      .with(AdvocateBalance(balances[number(0...3)]))
      .with(AdvocateRepeat(repeats[number(0...3)]))
      .with(Unchampioned(chance(0.7) ? 20_000 : number(0...300)))
    return Scenario(
      trust: "Random \(seed)", schools: schools, travel: TravelTable(minutes: minutes),
      rules: rules, trustees: trustees)
  }
}
