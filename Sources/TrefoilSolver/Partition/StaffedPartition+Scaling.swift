extension StaffedPartition {
  /// The same problem with every cost so many times as high, so that something smaller can be added to
  /// decide among solutions of one cost.
  ///
  /// - Returns: nil where a cost would become too large. Linear in the size of the problem.
  public func scaled(by factor: Int) -> StaffedPartition? {
    var isTooLarge = false
    func scaled(_ cost: Int) -> Int {
      if cost >= Self.forbidden { return cost }
      let (product, overflow) = cost.multipliedReportingOverflow(by: factor)
      if overflow || product.magnitude >= 1 << 31 { isTooLarge = true }
      return overflow ? cost : product
    }
    var problem = self
    problem.constant = scaled(constant)
    problem.restCost = restCost.map(scaled)
    problem.pairCost = pairCost.map(scaled)
    problem.visitCost = visitCost.map(scaled)
    problem.seatCost = seatCost.map(scaled)
    problem.leadCost = leadCost.map(scaled)
    problem.outsideCost = outsideCost.map(scaled)
    problem.emptySeatCost = emptySeatCost.map(scaled)
    problem.noLeadCost = noLeadCost.map(scaled)
    problem.requirementCosts = requirementCosts.map { $0.map(scaled) }
    problem.seatSteps = seatSteps.map { $0.map(scaled) }
    for index in classTerms.indices {
      problem.classTerms[index].charge = scaled(classTerms[index].charge)
    }
    for index in exactTerms.indices {
      problem.exactTerms[index].charge = scaled(exactTerms[index].charge)
    }
    for index in frictions.indices {
      problem.frictions[index].charge = scaled(frictions[index].charge)
    }
    return isTooLarge ? nil : problem
  }
}
