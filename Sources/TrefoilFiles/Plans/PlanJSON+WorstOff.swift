import TrefoilModel

/// Who travels longest, written and read.
extension PlanJSON {
  static func value(_ worstOff: WorstOff) -> JSONValue {
    .map([
      ("person", .text(worstOff.person.rawValue)), ("minutes", .whole(worstOff.minutes)),
      ("proven", .truth(worstOff.isProven)), ("unavoidable", .truth(worstOff.isUnavoidable)),
      ("less", worstOff.relief.map(value) ?? .null),
    ])
  }

  private static func value(_ relief: WorstOff.Relief) -> JSONValue {
    .map([
      ("price", .whole(relief.price)), ("person", .optional(relief.person?.rawValue)),
      ("minutes", .whole(relief.minutes)),
    ])
  }
}

extension PlanReader {
  mutating func worstOff(_ node: JSONNode, _ path: String) -> WorstOff {
    let fields = fields(
      of: node, at: path, allowed: ["person", "minutes", "proven", "unavoidable", "less"],
      required: ["person", "minutes"])
    return WorstOff(
      person: PersonID(id(fields["person"], path + ".person") ?? ""),
      minutes: figure(fields["minutes"], path + ".minutes") ?? 0,
      isProven: flag(fields["proven"], path + ".proven") ?? false,
      isUnavoidable: flag(fields["unavoidable"], path + ".unavoidable") ?? false,
      relief: fields["less"].map { relief($0, path + ".less") })
  }

  private mutating func relief(_ node: JSONNode, _ path: String) -> WorstOff.Relief {
    let fields = fields(
      of: node, at: path, allowed: ["price", "person", "minutes"], required: ["price", "minutes"])
    return WorstOff.Relief(
      price: figure(fields["price"], path + ".price") ?? 0,
      person: id(fields["person"], path + ".person").map { PersonID($0) },
      minutes: figure(fields["minutes"], path + ".minutes") ?? 0)
  }
}
