import TrefoilModel

/// The files in which a plan is handed over.
public enum PlanFiles {
  public static let names = ["plan.json", "reviews.csv", "people.csv"]

  /// The files of a plan, in the order of their names above. Linear in the size of the plan.
  public static func files(of plan: Plan, facts: TrustFacts) -> [AtomicWriter.File] {
    let texts = [
      PlanJSON.write(plan), Array(PlanTables.reviews(of: plan, facts: facts).utf8),
      Array(PlanTables.people(of: plan, facts: facts).utf8),
    ]
    var files = zip(names, texts).map { AtomicWriter.File(name: $0, bytes: $1) }
    if plan.secondmentCosts != nil {
      let table = SecondmentTable.text(of: plan, facts: facts)
      files.append(AtomicWriter.File(name: "secondments.csv", bytes: Array(table.utf8)))
    }
    if plan.coaching != nil {
      let table = CoachingPairTable.text(of: plan, facts: facts)
      files.append(AtomicWriter.File(name: "coaching-pairs.csv", bytes: Array(table.utf8)))
    }
    if let advocates = plan.advocates {
      let table = ChampionedSchoolsTable.text(of: advocates, facts: facts)
      files.append(
        AtomicWriter.File(name: ChampionedSchoolsTable.name, bytes: Array(table.utf8)))
    }
    if let networks = plan.networks {
      let table = NetworkMeetingsTable.text(of: networks, facts: facts)
      files.append(AtomicWriter.File(name: NetworkMeetingsTable.name, bytes: Array(table.utf8)))
    }
    return files
  }
}
