import TrefoilModel
import TrefoilSolver

/// Gives the engine the days on which each review could start, so that no team is formed that has
/// no day in common.
struct SlotCompiler {
  let calendar: TermCalendar

  /// The model with slots in its numbers, or nil when a stop came first. O(champions x schools x
  /// days).
  func slotted(_ model: ReviewModel, stop: StopSignal) -> ReviewModel? {
    var model = model
    let words = (calendar.days.count + 63) / 64
    model.problem.slotWords = max(words, 1)
    addHosts(to: &model)
    addPeople(to: &model)
    guard addLeads(to: &model, stop: stop) else { return nil }
    addLeadersOut(to: &model)
    return stop.isSent ? nil : model
  }

  private func words(_ days: TermCalendar.Days, _ count: Int) -> [UInt64] {
    days.words.prefix(count) + Array(repeating: 0, count: max(0, count - days.words.count))
  }

  private func addHosts(to model: inout ReviewModel) {
    for (host, school) in model.items.enumerated() {
      let starts = calendar.starts(at: school, length: model.problem.taskDays[host])
      model.problem.hostSlots += words(starts, model.problem.slotWords)
    }
  }

  private func addPeople(to model: inout ReviewModel) {
    for length in 0...(model.problem.taskDays.max() ?? 1) {
      for person in model.people {
        let free = calendar.available(person, length: length)
        model.problem.personSlots += words(free, model.problem.slotWords)
      }
    }
  }

  /// False when a stop came first; looked at once for each champion.
  private func addLeads(to model: inout ReviewModel, stop: StopSignal) -> Bool {
    let within = model.facts.scenario.rules[WorkshopWithin.self].governed
    let hosts = model.items.enumerated().map { host, school in
      (
        starts: calendar.starts(at: school, length: model.problem.taskDays[host]),
        workshops: calendar.workshopDays(at: school)
      )
    }
    for lead in model.staff {
      if stop.isSent { return false }
      let free = calendar.available(lead, length: 1)
      for (host, school) in model.items.enumerated() {
        var workshops = hosts[host].workshops
        workshops.formIntersection(free)
        let starts = calendar.starts(
          hosts[host].starts, length: model.problem.taskDays[host], before: workshops,
          within: within.setting(schools: [school.id]))
        model.problem.leadSlots += words(starts, model.problem.slotWords)
      }
    }
    return true
  }

  /// Where only one leader of a school may be out, no team has two of them.
  private func addLeadersOut(to model: inout ReviewModel) {
    let rule = model.facts.scenario.rules[LeadersOut.self]
    let forbidden = StaffedPartition.forbidden
    for (one, person) in model.people.enumerated() {
      guard let home = person.schools.first, let limit = rule.limit(at: home) else { continue }
      if limit == 0 { ban(one, in: &model) }
      guard limit == 1 else { continue }
      for other in (one + 1)..<max(model.people.count, one + 1)
      where model.people[other].schools.first == home {
        model.problem.frictions.append(.init(one: one, other: other, charge: forbidden))
      }
    }
  }

  /// Nobody of a school that lets nobody out goes anywhere.
  private func ban(_ person: Int, in model: inout ReviewModel) {
    let count = model.items.count
    for item in 0..<count where model.problem.itemPerson[item] == person {
      for host in 0..<count where host != item {
        model.problem.visitCost[item * count + host] = StaffedPartition.forbidden
      }
    }
    for staff in 0..<model.staff.count where model.problem.staffPerson[staff] == person {
      for host in 0..<count {
        model.problem.seatCost[staff * count + host] = StaffedPartition.forbidden
        model.problem.leadCost[staff * count + host] = StaffedPartition.forbidden
      }
    }
  }
}
