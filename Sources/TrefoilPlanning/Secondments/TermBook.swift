import TrefoilModel

/// Who is busy in one term by the secondments of a plan: days of people, people and days of schools.
struct TermBook {
  private struct Post: Hashable {
    let school: SchoolID
    let role: Role
  }

  private var daysOfPerson: [PersonID: Int] = [:]
  private var peopleOfHome: [SchoolID: Set<PersonID>] = [:]
  private var daysOut: [Post: Int] = [:]

  /// O(moves x roles).
  init(_ moves: [Move], term: Int) {
    for move in moves where move.span.contains(term) {
      daysOfPerson[move.person.id, default: 0] += move.days
      peopleOfHome[move.home.id, default: []].insert(move.person.id)
      for role in Set(move.person.roles) {
        daysOut[Post(school: move.home.id, role: role), default: 0] += move.days
      }
      daysOut[Post(school: move.school.id, role: move.opening.role), default: 0] -= move.days
    }
  }

  func days(of person: PersonID) -> Int { daysOfPerson[person] ?? 0 }
  func peopleAway(from school: SchoolID) -> Int { peopleOfHome[school]?.count ?? 0 }
  /// Days a week of a role that leave a school, less those that come to it.
  func daysOut(of role: Role, from school: SchoolID) -> Int {
    daysOut[Post(school: school, role: role)] ?? 0
  }
}
