import TrefoilModel

extension PlanJSON {
  /// The faults of the groups of one term that no plan can have, each where its schools are written.
  ///
  /// Empty where the bytes hold no such term. Linear in the size of the plan.
  public static func faultsOfGroups(
    in bytes: [UInt8], file: String, term: Int
  ) -> [Fault] {
    guard let root = try? JSONScanner.read(bytes, file: file) else { return [] }
    var reader = PlanReader()
    let plan = reader.plan(root)
    let terms = root["terms"]?.elements ?? []
    guard plan.terms.indices.contains(term), terms.indices.contains(term) else { return [] }
    let nodes = terms[term]["groups"]?.elements ?? []
    return zip(plan.terms[term].groups, nodes).compactMap { group, node in
      group.fault.map { problem in
        Fault(
          at: (node["schools"] ?? node).position, problem: problem,
          remedy:
            "correct the group before you ask what else there might be; 'trefoil verify' says "
            + "what else is wrong")
      }
    }
  }
}
