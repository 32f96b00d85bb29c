import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

/// Small trusts that cannot be planned, each made so by causes that are known.
///
/// Schools lie in one town within ten minutes of one another unless a cause moves them.
public struct ImpossibleTrust: Sendable {
  public enum Cause: String, Sendable, CaseIterable {
    /// A school further from all others than the travel limit.
    case island
    /// Schools far from all others, so many that they make no groups.
    case region
    /// Champions with too little capacity.
    case capacity
    /// A pinned group with two schools that are kept apart.
    case pinAndApart
    /// A phase that must be known, and is by nobody.
    case phase
    /// A need that must be met, and can be by nobody.
    case need
    /// A school that is closed on every day of the review window.
    case closed
    /// A principal who is away on every day of the review window.
    case away
    /// A champion pinned where there is a conflict of interest.
    case conflict
    /// Schools that all met last term, which they must not again.
    case met
  }

  public let scenario: Scenario
  public let causes: [Cause]

  /// One cause, or two in one trust of three.
  public init(seed: UInt64) {
    var maker = Maker(dice: SeededGenerator(seed: seed, stream: 0xD1A6))
    let first = maker.dice.pick(Cause.allCases)
    let second = maker.dice.chance(0.34) ? maker.dice.pick(Cause.allCases) : first
    causes = first == second ? [first] : [first, second]
    for cause in causes { maker.add(cause) }
    scenario = maker.scenario(named: "Trust \(seed)")
  }
}

extension ImpossibleTrust {
  /// Puts one trust together, cause by cause.
  private struct Maker {
    var dice: SeededGenerator
    private var count = 0
    private var east: [Double] = []
    private var phases: [Phase] = []
    private var needs: [Int: [String]] = [:]
    private var closed: [Int: DaySet] = [:]
    private var away: [Int: DaySet] = [:]
    private var conflicts: [Int: [SchoolID]] = [:]
    private var capacity: Int?
    private var champions = 0
    private var isDated = false
    private var isPinnedSeat = false
    private var history = History()
    private var book = RuleBook()
    private var apart: [Wish] = []
    private var pins = GroupsAndSeats()
    /// The next school that no cause has touched yet.
    private var next = 0

    init(dice: SeededGenerator) {
      self.dice = dice
      count = self.dice.whole(in: 6...7)
      east = (0..<count).map { _ in self.dice.unit() * 3_000 }
      phases = Array(repeating: .primary, count: count)
    }

    private mutating func untouched() -> Int {
      defer { next += 1 }
      return min(next, count - 1)
    }

    private func id(_ index: Int) -> SchoolID { SchoolID("s\(index)") }

    mutating func add(_ cause: Cause) {
      switch cause {
      case .island: move(1, by: dice.whole(in: 50...70))
      case .region: move(2, by: dice.whole(in: 90...110))
      case .capacity:
        champions = 3
        capacity = 1
      case .pinAndApart:
        let (one, other, third) = (untouched(), untouched(), untouched())
        pins.groups.append(Wish([id(one), id(other), id(third)].map(\.rawValue)))
        apart.append(Wish([id(one).rawValue, id(other).rawValue]))
      case .phase:
        phases[untouched()] = .special
        book = book.with(PhaseRule(.init(want: .oneKnows, charge: .must)))
      case .need:
        needs[untouched()] = ["phonics"]
        book = book.with(Need(.must))
      case .closed:
        isDated = true
        closed[untouched()] = DaySet([Self.window])
      case .away:
        isDated = true
        away[untouched()] = DaySet([Self.window])
      case .conflict:
        champions = max(champions, 2)
        isPinnedSeat = true
      case .met:
        history = History(terms: [
          History.PastTerm(name: "Past", termsAgo: 1, groups: [(0..<count).map(id)], rested: [])
        ])
        book = book.with(Repeat([.must]))
      }
    }

    private mutating func move(_ schools: Int, by kilometres: Int) {
      for _ in 0..<schools { east[untouched()] += Double(kilometres) * 1_000 }
      book = book.with(TravelLimit(.init(limit: 45, charge: .must)))
    }

    private static let term = DayRange(day(9, 1), day(10, 30))
    private static let window = DayRange(day(9, 21), day(10, 2))

    private static func day(_ month: Int, _ day: Int) -> CalendarDay {
      CalendarDay(year: 2026, month: month, day: day) ?? CalendarDay(number: 0)
    }

    mutating func scenario(named name: String) -> Scenario {
      let people = principals + championsOfTrust
      if isPinnedSeat {
        pins.seats.append(
          SeatWish(host: id(count - 1), person: PersonID("c0"), duty: .champion))
      }
      if champions > 0 {
        book = book.with(WorkshopLead(.init(from: .offTeam, missing: nil)))
        // Seats are a must only where capacity is the cause.
        if capacity == nil { book = book.with(Champions(.init(number: 1, missing: .minutes(60)))) }
      }
      book = book.with(Apart(apart)).with(Pin(pins))
      let dates =
        isDated
        ? TermDates(
          starts: Self.term.first, ends: Self.term.last, closed: DaySet(), reviews: Self.window)
        : nil
      return Scenario(
        trust: name, term: Term(name: "This term", dates: dates),
        schools: (0..<count).map { index in
          School(
            id: id(index), name: "School \(index)", phase: phases[index],
            place: .grid(easting: 440_000 + east[index], northing: 445_000),
            needs: needs[index] ?? [], closed: closed[index] ?? DaySet())
        }, people: people, history: history, rules: book)
    }

    /// Principals know primary schools, whatever their own.
    private var principals: [Person] {
      (0..<count).map { index in
        Person(
          id: PersonID("p\(index)"), name: "Principal \(index)", schools: [id(index)],
          roles: [.principal], phases: Phase.primary.taught, unavailable: away[index] ?? DaySet())
      }
    }

    private var championsOfTrust: [Person] {
      (0..<champions).map { index in
        Person(
          id: PersonID("c\(index)"), name: "Champion \(index)", schools: [id(index)],
          roles: [.champion], phases: Phase.primary.taught, capacity: capacity,
          conflicts: index == 0 && isPinnedSeat ? [id(count - 1)] : [])
      }
    }
  }
}
