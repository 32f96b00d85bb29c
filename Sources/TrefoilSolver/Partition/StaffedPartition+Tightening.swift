extension StaffedPartition {
  /// Whether every solution of this problem is one of the other that costs no more there: nothing is
  /// cheaper here, no limit is wider, and all else is the same. False when in doubt.
  ///
  /// A bound of the other is then one of this problem, and a cheapest solution of the other that costs
  /// the same here is a cheapest one here. Linear in the size of the problems.
  public func isTightening(of other: StaffedPartition) -> Bool {
    hasSameShape(as: other) && isNoCheaper(than: other) && isNoWider(than: other)
  }

  private func hasSameShape(as other: StaffedPartition) -> Bool {
    itemCount == other.itemCount && groupCounts == other.groupCounts
      && restCount == other.restCount && staffCount == other.staffCount
      && personCount == other.personCount && siteCount == other.siteCount
      && visitCovers == other.visitCovers && seatCovers == other.seatCovers
      && taskDays == other.taskDays && staffItems == other.staffItems && seats == other.seats
      && wantsLead == other.wantsLead && leadFromOtherSite == other.leadFromOtherSite
      && itemPerson == other.itemPerson && staffPerson == other.staffPerson
      && personSites == other.personSites && closedSets == other.closedSets
      && Self.areSame(inseparable, other.inseparable) && Self.areSame(fixedSeats, other.fixedSeats)
      && Self.areSame(fixedLeads, other.fixedLeads) && burdens == nil && other.burdens == nil
      && slotWords == 0 && other.slotWords == 0 && hasSameTerms(as: other)
  }

  private func hasSameTerms(as other: StaffedPartition) -> Bool {
    classTerms.count == other.classTerms.count && exactTerms.count == other.exactTerms.count
      && frictions.count == other.frictions.count
      && zip(classTerms, other.classTerms).allSatisfy {
        $0.kind == $1.kind && $0.contains == $1.contains
      }
      && zip(exactTerms, other.exactTerms).allSatisfy { $0.members == $1.members }
      && zip(frictions, other.frictions).allSatisfy { $0.one == $1.one && $0.other == $1.other }
  }

  private func isNoCheaper(than other: StaffedPartition) -> Bool {
    constant >= other.constant && Self.areAtLeast(restCost, other.restCost)
      && Self.areAtLeast(pairCost, other.pairCost) && Self.areAtLeast(visitCost, other.visitCost)
      && Self.areAtLeast(seatCost, other.seatCost) && Self.areAtLeast(leadCost, other.leadCost)
      && Self.areAtLeast(outsideCost, other.outsideCost)
      && Self.areAtLeast(emptySeatCost, other.emptySeatCost)
      && Self.areAtLeast(noLeadCost, other.noLeadCost)
      && Self.areAtLeast(requirementCosts, other.requirementCosts)
      && Self.areAtLeast(seatSteps, other.seatSteps)
      && Self.areAtLeast(classTerms.map(\.charge), other.classTerms.map(\.charge))
      && Self.areAtLeast(exactTerms.map(\.charge), other.exactTerms.map(\.charge))
      && Self.areAtLeast(frictions.map(\.charge), other.frictions.map(\.charge))
  }

  private func isNoWider(than other: StaffedPartition) -> Bool {
    Self.areAtLeast(other.dutyLimit, dutyLimit) && Self.areAtLeast(other.dayLimit, dayLimit)
      && Self.areAtLeast(other.siteDayLimit, siteDayLimit)
  }

  private static func areAtLeast(_ costs: [Int], _ others: [Int]) -> Bool {
    costs.count == others.count && zip(costs, others).allSatisfy { $0 >= $1 }
  }

  private static func areAtLeast(_ costs: [[Int]], _ others: [[Int]]) -> Bool {
    costs.count == others.count && zip(costs, others).allSatisfy { areAtLeast($0, $1) }
  }

  private static func areSame(_ pairs: [(Int, Int)], _ others: [(Int, Int)]) -> Bool {
    pairs.count == others.count && zip(pairs, others).allSatisfy { $0 == $1 }
  }
}
