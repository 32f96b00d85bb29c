import TrefoilModel

// What tables of damages are written with, so that each fits a line or two.

extension CalendarDay {
  /// A day of 2026 by month and day, `09-29`.
  static func at(_ text: String) -> CalendarDay {
    CalendarDay("2026-\(text)") ?? CalendarDay(number: 0)
  }
}

extension PersonID {
  static func champion(_ school: String) -> PersonID { PersonID("champion-\(school)") }
  static func principal(_ school: String) -> PersonID { PersonID("\(school)-principal") }
}

extension Person {
  static func champion(
    _ school: String, phases: PhaseSet? = nil, capacity: Int? = nil, away: String? = nil,
    nonWorking: WeekdaySet = [], conflict: String? = nil, seconded: String? = nil
  ) -> Person {
    Person(
      id: .champion(school), name: "Champion of \(school)", schools: [SchoolID(school)],
      roles: [.champion], phases: phases, capacity: capacity,
      unavailable: DaySet(away.map { [DayRange(.at($0), .at($0))] } ?? []), nonWorking: nonWorking,
      conflicts: conflict.map { [SchoolID($0)] } ?? [], seconded: seconded.map { SchoolID($0) })
  }

  /// Has the id of the principal whom a school gets when no file names one.
  static func principal(_ school: String, and other: String? = nil, away: String? = nil) -> Person {
    Person(
      id: .principal(school), name: "Principal of \(school)",
      schools: [SchoolID(school)] + (other.map { [SchoolID($0)] } ?? []), roles: [.principal],
      unavailable: DaySet(away.map { [DayRange(.at($0), .at($0))] } ?? []))
  }

  static func deputy(_ school: String, seconded: String? = nil) -> Person {
    Person(
      id: PersonID("deputy-\(school)"), name: "Deputy of \(school)", schools: [SchoolID(school)],
      roles: [.deputy], seconded: seconded.map { SchoolID($0) })
  }
}

extension History.PastTerm {
  static func met(_ groups: [String], ago: Int, rested: String = "") -> History.PastTerm {
    History.PastTerm(
      name: "\(ago) terms ago", termsAgo: ago,
      groups: groups.map { $0.map { SchoolID(String($0)) } },
      rested: rested.map { SchoolID(String($0)) })
  }
}

extension Wish {
  static func of(_ schools: String, _ charge: Charge = .must) -> Wish {
    Wish(schools.map(String.init), charge: charge)
  }
}

extension GroupsAndSeats {
  static func group(_ schools: String, _ charge: Charge = .must) -> GroupsAndSeats {
    GroupsAndSeats(groups: [.of(schools, charge)])
  }

  static func seat(
    _ champion: String, at host: String, _ duty: Duty = .champion, _ charge: Charge = .must
  ) -> GroupsAndSeats {
    GroupsAndSeats(seats: [
      SeatWish(host: SchoolID(host), person: .champion(champion), duty: duty, charge: charge)
    ])
  }
}

extension Governed {
  /// The base with an exception for one school.
  static func except(_ school: String, _ setting: Setting, base: Setting) -> Governed {
    Governed(
      base,
      exceptions: [
        Exception(subject: .school(SchoolID(school)), setting: setting, reason: "agreed")
      ])
  }
}

extension Governed<TravelLimit.Setting>.Exception {
  static func school(_ school: String, limit: Int) -> Self {
    Self(
      subject: .school(SchoolID(school)), setting: .init(limit: limit, charge: .minutes(30)),
      reason: "agreed")
  }

  static func champion(_ school: String, limit: Int) -> Self {
    Self(
      subject: .person(.champion(school)), setting: .init(limit: limit, charge: .minutes(30)),
      reason: "agreed")
  }
}

extension SmallTrust {
  mutating func set(_ rule: any Rule) { rules = rules.with(rule) }

  /// Publishes the plan of a trust, such as this one, and charges for differing from it.
  mutating func publish(_ trust: SmallTrust, _ school: Charge?, _ person: Charge?) {
    published = trust.plan.terms[0]
    set(Change(.init(school: school, person: person)))
  }

  /// Moves a review, its data due 14 days before, and its workshop.
  func moving(_ host: String, to day: String, workshop: String) -> Plan {
    var plan = plan
    plan.change(host) { review in
      review.dates = [.at(day)]
      review.dataDue = .at(day) - 14
      review.workshopDate = .at(workshop)
    }
    return plan
  }
}

extension Plan {
  /// Changes the review of a host, wherever it stands.
  mutating func change(_ host: String, _ body: (inout Review) -> Void) {
    for term in terms.indices {
      for group in terms[term].groups.indices {
        for review in terms[term].groups[group].reviews.indices
        where terms[term].groups[group].reviews[review].host == SchoolID(host) {
          body(&terms[term].groups[group].reviews[review])
        }
      }
    }
  }

  mutating func seat(_ champion: String, at host: String) {
    change(host) { $0.champions = [.champion(champion)] }
  }

  mutating func lead(_ champion: String, at host: String) {
    change(host) { $0.workshopLead = .champion(champion) }
  }

  mutating func workshop(at host: String, on day: String) {
    change(host) { $0.workshopDate = .at(day) }
  }
}
