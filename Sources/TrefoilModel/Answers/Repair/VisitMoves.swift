/// The duties that differ between the published plan of a term and another plan of it.
///
/// A duty is a person with a task at a host on its days. At each host, and for each kind of duty, what
/// both plans have is no move; what is left on either side is paired, the same person first, and each
/// pair is one move: so replacing one person is one move, and moving a review with a team of three is
/// three. Somebody named twice in one duty has it once.
public struct VisitMoves: Sendable {
  /// In the order of the published plan, then of the other one.
  public let moves: [VisitMove]
  /// Hosts whose review, workshop or data is on other days, in the same order.
  public let hosts: [SchoolID]
  /// Those of them whose data is due on another day.
  public let dueDays: [DueMove]

  /// Compares two plans of one term. Linear in their sizes.
  public init(from published: TermPlan, to plan: TermPlan) {
    let old = Self.byHost(published)
    let new = Self.byHost(plan)
    var order = published.groups.flatMap(\.reviews).map(\.host)
    let known = Set(order)
    order += plan.groups.flatMap(\.reviews).map(\.host).filter { !known.contains($0) }
    var moves: [VisitMove] = []
    var hosts: [SchoolID] = []
    var dueDays: [DueMove] = []
    for host in order {
      let (before, after) = (old[host], new[host])
      for duty in Duty.allCases {
        moves += Self.pairs(
          Self.held(duty, in: before), Self.held(duty, in: after)
        ).map { VisitMove(host: host, duty: duty, before: $0, after: $1) }
      }
      if before?.dataDue != after?.dataDue {
        dueDays.append(DueMove(host: host, before: before?.dataDue, after: after?.dataDue))
      }
      let isSame =
        before?.dates == after?.dates && before?.workshopDate == after?.workshopDate
        && before?.dataDue == after?.dataDue
      if !isSame { hosts.append(host) }
    }
    self.moves = moves
    self.hosts = hosts
    self.dueDays = dueDays
  }

  private static func byHost(_ plan: TermPlan) -> [SchoolID: Review] {
    Dictionary(plan.groups.flatMap(\.reviews).map { ($0.host, $0) }) { first, _ in first }
  }

  private static func held(_ duty: Duty, in review: Review?) -> [VisitMove.Held] {
    guard let review else { return [] }
    let people: [PersonID] =
      switch duty {
      case .reviewer: review.reviewers
      case .champion: review.champions
      case .workshopLead: review.workshopLead.map { [$0] } ?? []
      }
    let days = duty == .workshopLead ? review.workshopDate.map { [$0] } ?? [] : review.dates
    var seen: Set<PersonID> = []
    return people.filter { seen.insert($0).inserted }
      .map { VisitMove.Held(person: $0, days: days) }
  }

  private static func pairs(
    _ old: [VisitMove.Held], _ new: [VisitMove.Held]
  ) -> [(VisitMove.Held?, VisitMove.Held?)] {
    let gone = old.filter { !new.contains($0) }
    var come = new.filter { !old.contains($0) }
    var pairs: [(VisitMove.Held?, VisitMove.Held?)] = []
    var replaced: [VisitMove.Held] = []
    for held in gone {
      if let same = come.firstIndex(where: { $0.person == held.person }) {
        pairs.append((held, come.remove(at: same)))
      } else {
        replaced.append(held)
      }
    }
    for held in replaced { pairs.append((held, come.isEmpty ? nil : come.removeFirst())) }
    return pairs + come.map { (nil, $0) }
  }
}
