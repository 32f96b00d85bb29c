import TrefoilModel
import TrefoilSolver

/// Small trusts with openings and candidates: short days, windows, limits, cover that is needed, swaps,
/// prices at which it can be better to leave an opening.
public enum RandomSecondments {
  public static func scenario(seed: UInt64) -> Scenario {
    var random = SeededGenerator(seed: seed, stream: 7)
    // A stream of its own, so that what else is drawn stays as it is.
    var standing = SeededGenerator(seed: seed, stream: 8)
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let ids = (0..<number(2...4)).map { SchoolID("s\($0)") }
    let isSwap = chance(0.4)
    let schools = ids.map { id in
      School(
        id: id, name: "School \(id)", phase: chance(0.7) ? .primary : .secondary,
        standing: Int.random(in: 0..<3, using: &standing) == 0 ? .receiver : .balanced,
        strengths: chance(0.4) ? ["maths"] : [],
        release: Release(
          mostOut: chance(0.3) ? number(0...2) : nil,
          leastKept: chance(0.3) ? [.deputy: number(0...2)] : [:],
          needsCover: chance(isSwap ? 0.8 : 0.1)))
    }
    var minutes: [TravelTable.Journey: Int] = [:]
    for one in ids {
      for other in ids where one != other {
        minutes[TravelTable.Journey(from: one, to: other)] = number(5...60)
      }
    }
    let roles: [Role] = chance(0.5) ? [.deputy, .deputy, .deputy] : [.deputy, .deputy, .assistant]
    let people = (0..<number(1...3)).map { index in
      Person(
        id: PersonID("p\(index)"), name: "Person \(index)",
        schools: [ids[isSwap ? index % ids.count : number(0...(ids.count - 1))]],
        roles: chance(0.2) ? [.deputy, .assistant] : [roles[number(0...2)]],
        conflicts: chance(0.1) ? [ids[0]] : [],
        seconded: chance(0.05) ? ids[ids.count - 1] : nil)
    }
    let longest = number(1...2)
    let openings = (0..<number(1...(people.count == 3 ? 2 : 3))).map { index in
      let first = number(0...1)
      return Opening(
        id: OpeningID("o\(index)"),
        school: ids[isSwap ? index % ids.count : number(0...(ids.count - 1))],
        role: roles[number(0...2)],
        phase: chance(0.3) ? Wanted(.primary, isMust: chance(0.3)) : nil,
        skills: chance(0.3) ? [Wanted("SEND", isMust: chance(0.3))] : [],
        days: number(1...(longest == 1 ? 3 : 2)),
        firstTerm: first, terms: number(1...longest),
        priority: Priority.allCases[number(0...2)])
    }
    let candidates = people.map { person in
      Candidate(
        person: person.id, roles: chance(0.3) ? [.deputy, .assistant] : [],
        skills: chance(0.5) ? ["send"] : [], days: number(1...3), from: chance(0.7) ? 0 : 1,
        until: chance(0.2) ? number(1...2) : nil, commuteLimit: chance(0.4) ? number(20...60) : nil,
        hasConsent: chance(0.95), hasReleaseConsent: chance(0.95),
        aim: chance(0.4) ? (chance(0.5) ? "maths" : "assistant") : nil,
        choices: chance(0.3) ? [openings[openings.count - 1].id] : [])
    }
    let rules = RuleBook()
      .with(
        Unfilled(
          Unfilled.Setting(
            high: number(500...6_000), normal: number(200...3_000), low: number(0...900)))
      )
      .with(MostOut(chance(0.5) ? number(0...2) : nil))
      .with(LeastKept(chance(0.3) ? [.deputy: 1] : [:]))
      .with(
        NeedsCover(NeedsCover.Setting(longestCycle: number(0...3), longestChain: number(1...3)))
      )
      .with(
        ReleaseStanding(
          seed % 4 != 1 ? nil : standing.next() % 2 == 0 ? .must : .minutes(300))
      )
      .with(SettlingIn(number(0...300))).with(DevelopmentAim(number(0...1_500)))
    let gone = Gone(seed: seed, schools: ids, people: people)
    return Scenario(
      trust: "Random \(seed)", term: Term(name: Gone.terms[0]), schools: schools,
      people: people + gone.people, travel: TravelTable(minutes: minutes), rules: rules,
      openings: openings, candidates: candidates, ledger: Ledger(gone.entries)
    ).withSecondmentsUnderWay
  }

  /// Who is away by what was decided before: by the ledger or by people.csv, candidates and others.
  private struct Gone {
    static let terms = ["Autumn 2026", "Spring 2027"]

    private(set) var people: [Person] = []
    private(set) var entries: [LedgerEntry] = []

    /// Draws from a stream of its own, so that what else is drawn stays as it is.
    init(seed: UInt64, schools: [SchoolID], people: [Person]) {
      var random = SeededGenerator(seed: seed, stream: 9)
      func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      let kind = number(0...5)
      if kind > 2 { return }
      let home = people[0].schools[0]
      let at = schools.first { $0 != home } ?? home
      // Kind 0 is by people.csv, 1 a colleague of a candidate by the ledger, 2 a candidate.
      if kind < 2 {
        self.people = [
          Person(
            id: PersonID("gone"), name: "Gone", schools: [home], roles: [.deputy],
            seconded: kind == 0 ? at : nil)
        ]
      }
      if kind == 0 { return }
      let days = number(1...5)
      entries = Self.terms.prefix(number(1...2)).map { term in
        LedgerEntry(
          published: "Summer 2026", term: term, kind: .secondment,
          person: kind == 1 ? PersonID("gone") : people[0].id, from: home, at: at,
          days: 13 * days, minutes: 0)
      }
    }
  }
}
