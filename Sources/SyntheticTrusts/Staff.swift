import TrefoilModel

import struct TrefoilSolver.SeededGenerator

/// The people of a made-up trust: a principal for every school, and champions at some.
struct Staff {
  private let schools: [SchoolID]
  private let sites: [Site]
  private let phases: [Phase]
  private let hubs: [[Int]]
  private var hubOfSchool: [Int]
  private var names = NameDeck(first: Words.givenNames, second: Words.familyNames)
  private var random: SeededGenerator

  init(
    schools: [SchoolID], sites: [Site], phases: [Phase], hubs: [[Int]], random: SeededGenerator
  ) {
    self.schools = schools
    self.sites = sites
    self.phases = phases
    self.hubs = hubs
    self.random = random
    hubOfSchool = Array(repeating: 0, count: schools.count)
    for (hub, members) in hubs.enumerated() {
      for school in members { hubOfSchool[school] = hub }
    }
  }

  /// Principals, then champions, each in the order of their schools. O(n).
  mutating func people() -> [Person] {
    var seats = ChampionSeats.seats(schools: schools.count, using: &random)
    let secondSchool = executiveHeads()
    var isHeaded = Array(repeating: false, count: schools.count)
    var principals: [Person] = []
    for school in schools.indices where !isHeaded[school] {
      let headed = [school] + (secondSchool[school].map { [$0] } ?? [])
      for school in headed { isHeaded[school] = true }
      // Some heads are champions themselves; their two visits as principal count as duties too.
      let isChampion =
        headed.count == 1 && schools.count >= 12 && !seats[school].isEmpty && random.chance(0.1)
      let duties = isChampion ? seats[school].removeFirst() + 2 : nil
      principals.append(
        person(
          at: headed, roles: isChampion ? [.principal, .champion] : [.principal], capacity: duties,
          isInConflict: schools.count >= 9 && random.chance(0.02)))
    }
    var champions: [Person] = []
    for school in schools.indices {
      for duties in seats[school] {
        let role = random.pick([Role.deputy, .deputy, .assistant, .middleLeader])
        champions.append(
          person(
            at: [school], roles: [role, .champion], capacity: duties,
            isInConflict: schools.count >= 6 && random.chance(0.04)))
      }
    }
    return principals + champions
  }

  private mutating func person(
    at homes: [Int], roles: [Role], capacity: Int?, isInConflict: Bool
  ) -> Person {
    let name = names.deal(using: &random)
    let isPartTime = random.chance(roles.contains(.principal) ? 0.02 : 0.06)
    let conflicts = isInConflict ? neighbour(of: homes).map { [schools[$0]] } : nil
    return Person(
      id: PersonID(name.identifier), name: name.words, schools: homes.map { schools[$0] },
      roles: roles, capacity: capacity,
      unavailable: random.chance(0.06) ? AutumnTerm.absence(using: &random) : DaySet(),
      nonWorking: isPartTime ? WeekdaySet(random.pick(Array(Weekday.allCases.prefix(5)))) : [],
      conflicts: conflicts ?? [])
  }

  /// A school of the same hub or of the next that is none of these.
  private mutating func neighbour(of homes: [Int]) -> Int? {
    let hub = hubOfSchool[homes[0]]
    let near = (hubs[hub] + hubs[(hub + 1) % hubs.count]).filter { !homes.contains($0) }
    return near.isEmpty ? nil : random.pick(near)
  }

  /// The second school of each head of two, by the first: about one head in twenty, from eight
  /// schools on, of two near schools of one phase and hub.
  private mutating func executiveHeads() -> [Int: Int] {
    guard schools.count >= 8 else { return [:] }
    let wanted = max(1, schools.count / 20)
    var paired = Array(repeating: false, count: schools.count)
    var second: [Int: Int] = [:]
    for school in random.shuffled(Array(schools.indices)) where second.count < wanted {
      let near = hubs[hubOfSchool[school]].filter { other in
        other != school && !paired[other] && phases[other] == phases[school]
      }
      let nearest = near.min { one, other in
        sites[school].squaredKilometres(to: sites[one])
          < sites[school].squaredKilometres(to: sites[other])
      }
      guard !paired[school], let nearest else { continue }
      paired[school] = true
      paired[nearest] = true
      second[min(school, nearest)] = max(school, nearest)
    }
    return second
  }
}
