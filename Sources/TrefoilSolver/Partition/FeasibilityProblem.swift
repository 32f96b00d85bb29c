extension StaffedPartition {
  /// The same problem with every cost that may be paid at nothing: what remains is what may be.
  package func withoutCosts() -> StaffedPartition {
    func free(_ costs: [Int]) -> [Int] {
      costs.map { $0 >= Self.forbidden ? Self.forbidden : 0 }
    }
    func free(_ cost: Int) -> Int { cost >= Self.forbidden ? Self.forbidden : 0 }
    var problem = self
    problem.constant = 0
    problem.restCost = free(restCost)
    problem.pairCost = free(pairCost)
    problem.visitCost = free(visitCost)
    problem.seatCost = free(seatCost)
    problem.leadCost = free(leadCost)
    problem.outsideCost = free(outsideCost)
    problem.emptySeatCost = free(emptySeatCost)
    problem.noLeadCost = free(noLeadCost)
    problem.requirementCosts = requirementCosts.map(free)
    problem.seatSteps = seatSteps.map { _ in [] }
    for index in classTerms.indices {
      problem.classTerms[index].charge = free(classTerms[index].charge)
    }
    for index in exactTerms.indices {
      problem.exactTerms[index].charge = free(exactTerms[index].charge)
    }
    for index in frictions.indices {
      problem.frictions[index].charge = free(frictions[index].charge)
    }
    return problem
  }
}
