/// Who is at each school in each term before the plan sends anybody anywhere: the people whose home it
/// is, less those who are away by what was decided before, and those who came by it.
public struct StaffAtHand: Sendable {
  private struct Place: Hashable {
    let school: SchoolID
    let term: Int
  }

  private struct Post: Hashable {
    let school: SchoolID
    let role: Role
  }

  private var peopleAway: [Place: Int] = [:]
  private var held: [Post: Int] = [:]
  /// Days a week that a role gains or lacks, by term.
  private var change: [Int: [Post: Int]] = [:]

  /// O(people x roles + entries of the ledger).
  init(_ trust: TrustFacts) {
    for person in trust.people {
      guard let home = person.schools.first else { continue }
      for role in Set(person.roles) { held[Post(school: home, role: role), default: 0] += 1 }
    }
    var days: [Int: [PersonID: Int]] = [:]
    for secondment in trust.scenario.underWay {
      for term in secondment.terms {
        days[term, default: [:]][secondment.person, default: 0] += secondment.days
        // The ledger does not say for which role somebody came; they count for those they hold.
        for role in Set(trust.person(secondment.person)?.roles ?? []) {
          add(secondment.days, to: Post(school: secondment.at, role: role), term)
        }
      }
    }
    // The days of people.csv's own secondments are not known; with the whole week the school is safe.
    for person in trust.scenario.people where !person.secondedTo.isEmpty {
      days[0, default: [:]][person.id] = Opening.mostDays
    }
    for (term, away) in days {
      for (id, count) in away {
        guard let person = trust.person(id), let home = person.schools.first else { continue }
        peopleAway[Place(school: home, term: term), default: 0] += 1
        for role in Set(person.roles) {
          add(-min(Opening.mostDays, count), to: Post(school: home, role: role), term)
        }
      }
    }
  }

  private mutating func add(_ days: Int, to post: Post, _ term: Int) {
    change[term, default: [:]][post, default: 0] += days
  }

  /// How many people of a school are away in a term already.
  public func peopleAway(from school: SchoolID, term: Int) -> Int {
    peopleAway[Place(school: school, term: term)] ?? 0
  }

  /// The days a week that a school has of a role in a term; five for each who is all there.
  public func days(of role: Role, at school: SchoolID, term: Int) -> Int {
    let post = Post(school: school, role: role)
    return Opening.mostDays * (held[post] ?? 0) + (change[term]?[post] ?? 0)
  }
}
