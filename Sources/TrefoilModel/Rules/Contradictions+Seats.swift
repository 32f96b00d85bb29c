extension Contradictions {
  /// Contradictions of pinned seats: with forbidden ones, with what the person may do, with the
  /// number of seats there is.
  var seatFaults: [Fault] {
    let seats = scenario.rules[Pin.self].setting.seats.filter { seat in
      seat.charge == .must && facts.school(seat.host) != nil && facts.person(seat.person) != nil
    }
    return seats.flatMap { faults(of: $0) } + crowded(seats) + overloaded(seats)
  }

  private func fault(_ seat: SeatWish, _ problem: String, remedy: String) -> Fault {
    Fault(
      at: Self.position(seat.position),
      problem: "pin: \(Excerpt.of(seat.person.rawValue)) as \(seat.duty.words) at "
        + "\(Excerpt.of(seat.host.rawValue)): \(problem)", remedy: remedy)
  }

  private func faults(of seat: SeatWish) -> [Fault] {
    guard let host = facts.school(seat.host), let person = facts.person(seat.person) else {
      return []
    }
    var faults: [Fault] = []
    if !facts.participates(host.id) {
      faults.append(
        fault(seat, "the school takes no part this term", remedy: "remove the pin"))
    }
    if facts.served(by: person).contains(host.id) {
      faults.append(
        fault(seat, "it is a school of this person", remedy: "pin somebody of another school"))
    }
    if seat.duty == .workshopLead,
      scenario.rules[WorkshopLead.self].wanted(at: host.id, facts: facts) == nil
    {
      faults.append(
        fault(seat, "no workshop is asked for there", remedy: "remove the pin"))
    }
    guard let home = person.schools.first.flatMap(facts.school) else { return faults }
    let visit = Visit(person: person, from: home, host: host, duty: seat.duty)
    for rule in scenario.rules.rules.compactMap({ $0 as? any VisitRule })
    where rule.charges(for: visit, of: facts).contains(.must) {
      faults.append(
        fault(
          seat, "the rule '\(type(of: rule).key)' does not allow it",
          remedy: "give up one of the two rules"))
    }
    return faults
  }

  /// Hosts with more people pinned than there are seats, or one in two duties that exclude each
  /// other.
  private func crowded(_ seats: [SeatWish]) -> [Fault] {
    var champions: [SchoolID: Set<PersonID>] = [:]
    var leads: [SchoolID: PersonID] = [:]
    var faults: [Fault] = []
    let sizes = shape?.groups.keys.sorted() ?? [3]
    for seat in seats {
      switch seat.duty {
      case .champion:
        champions[seat.host, default: []].insert(seat.person)
        let most =
          sizes.map { size in
            scenario.rules[Champions.self].wanted(at: seat.host, groupSize: size, facts: facts)
          }.max() ?? 0
        if champions[seat.host, default: []].count > most {
          faults.append(
            fault(
              seat, "the team has \(most) \(most == 1 ? "seat" : "seats") for champions",
              remedy: "remove a pin, or raise the rule 'champions' for this school"))
        }
      case .workshopLead:
        if let other = leads[seat.host], other != seat.person {
          faults.append(
            fault(
              seat, "\(Excerpt.of(other.rawValue)) is pinned to the same workshop",
              remedy: "keep one of the two"))
        }
        leads[seat.host] = leads[seat.host] ?? seat.person
      case .reviewer: break
      }
    }
    return faults
      + seats.filter { seat in
        seat.duty == .workshopLead && champions[seat.host]?.contains(seat.person) == true
      }.map { seat in
        fault(
          seat, "the same person is pinned to the review team there",
          remedy: "nobody leads the workshop of a team she was on; keep one of the two")
      }
  }

  /// People pinned to more duties than they have capacity for.
  private func overloaded(_ seats: [SeatWish]) -> [Fault] {
    let capacity = scenario.rules[Capacity.self]
    var held: [PersonID: Int] = [:]
    var seen: Set<[String]> = []
    return seats.compactMap { seat in
      guard let person = facts.person(seat.person), let most = capacity.limit(of: person),
        seen.insert([seat.person.rawValue, seat.host.rawValue, seat.duty.rawValue]).inserted
      else { return nil }
      held[seat.person, default: 0] += 1
      guard let count = held[seat.person], count > most else { return nil }
      return fault(
        seat, "this is pinned duty \(count) of a person with capacity for \(most)",
        remedy: "remove a pin, or raise the capacity")
    }
  }
}
