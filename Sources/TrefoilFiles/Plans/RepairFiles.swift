import TrefoilModel

/// The tables that go with a repair, beside those of its plan.
public enum RepairFiles {
  public static let changes = "changes.csv"
  public static let messages = "messages.csv"

  /// The files of the repaired plan, a row for each visit that moves, and a message for each person.
  public static func files(
    of repair: PlanRepair, messages: [RepairMessage], from before: TrustFacts, to facts: TrustFacts
  ) -> [AtomicWriter.File] {
    PlanFiles.files(of: repair.plan, facts: facts) + [
      AtomicWriter.File(
        name: changes, bytes: Array(changesText(repair, RepairNames(from: before, to: facts)).utf8)),
      AtomicWriter.File(name: Self.messages, bytes: Array(messagesText(messages).utf8)),
    ]
  }

  private static func changesText(_ repair: PlanRepair, _ names: RepairNames) -> String {
    var table = CSVWriter(header: [
      "host", "host-name", "duty", "person-before", "days-before", "person-after", "days-after",
    ])
    func days(_ held: VisitMove.Held?) -> String {
      (held?.days ?? []).map(\.description).joined(separator: ";")
    }
    for move in repair.moves.moves {
      table.append([
        move.host.rawValue, names.of(move.host), move.duty.rawValue,
        move.before?.person.rawValue ?? "", days(move.before), move.after?.person.rawValue ?? "",
        days(move.after),
      ])
    }
    return table.text
  }

  private static func messagesText(_ messages: [RepairMessage]) -> String {
    var table = CSVWriter(header: ["person", "name", "subject", "message"])
    for message in messages {
      table.append([message.person.rawValue, message.name, message.subject, message.text])
    }
    return table.text
  }
}
