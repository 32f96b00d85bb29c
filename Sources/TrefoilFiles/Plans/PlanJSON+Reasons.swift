import TrefoilModel

/// Why there is no plan, and what a plan made all the same breaks, written and read.
extension PlanJSON {
  static func value(_ reason: Reason) -> JSONValue {
    .map(
      [
        ("term", .text(reason.term)), ("sentence", .text(reason.sentence)),
        ("requirements", .list(reason.requirements.map(value))),
        ("schools", .texts(reason.schools.map(\.rawValue))),
        ("people", .texts(reason.people.map(\.rawValue))), ("minimal", .truth(reason.isMinimal)),
        ("remedies", .list(reason.remedies.map(value))),
      ] + (reason.joint.map { [("joint", value($0))] } ?? []))
  }

  private static func value(_ requirement: Reason.Requirement) -> JSONValue {
    .rowMap([
      ("text", .text(requirement.text)), ("file", .optional(requirement.file)),
      ("line", .whole(requirement.line)),
    ])
  }

  private static func value(_ remedy: Reason.Remedy) -> JSONValue {
    .map([
      ("text", .text(remedy.text)), ("edit", .optional(remedy.edit)),
      ("file", .optional(remedy.file)), ("line", .whole(remedy.line)),
      ("suffices", .truth(remedy.suffices)), ("least", .truth(remedy.isLeast)),
    ])
  }

  static func value(_ broken: BrokenRequirement) -> JSONValue {
    .map([
      ("sentence", .text(broken.sentence)), ("requirement", value(broken.requirement)),
      ("kept", .optional(broken.kept)), ("schools", .texts(broken.schools.map(\.rawValue))),
      ("people", .texts(broken.people.map(\.rawValue))),
    ])
  }

  /// The bytes of a diagnosis, in the form of ``write(_:)``.
  public static func write(_ diagnosis: Diagnosis) -> [UInt8] {
    JSONWriter.bytes(
      .map([
        ("trefoil", .whole(Plan.formatVersion)), ("trust", .text(diagnosis.trust)),
        ("status", .text(diagnosis.status.rawValue)),
        ("reasons", .list(diagnosis.reasons.map(value))),
        ("complete", .truth(diagnosis.isComplete)),
        ("emptySeats", .list(diagnosis.emptySeats.map(value))),
        ("warnings", .list(diagnosis.warnings.map { .text($0) })),
        ("notes", .list(diagnosis.notes.map { .text($0) })),
      ]))
  }
}

extension PlanReader {
  mutating func reason(_ node: JSONNode, _ path: String) -> Reason {
    let fields = fields(
      of: node, at: path,
      allowed: [
        "term", "sentence", "requirements", "schools", "people", "minimal", "remedies", "joint",
      ], required: ["sentence", "requirements"])
    return Reason(
      term: fields["term"].flatMap { text($0, path + ".term") } ?? "",
      requirements: list(fields["requirements"], path + ".requirements").enumerated()
        .map { requirement($1, "\(path).requirements[\($0)]") },
      schools: ids(fields["schools"], path + ".schools").map { SchoolID($0) },
      people: ids(fields["people"], path + ".people").map { PersonID($0) },
      sentence: fields["sentence"].flatMap { text($0, path + ".sentence") } ?? "",
      isMinimal: flag(fields["minimal"], path + ".minimal") ?? false,
      remedies: list(fields["remedies"], path + ".remedies").enumerated()
        .map { remedy($1, "\(path).remedies[\($0)]") },
      joint: fields["joint"].map { remedy($0, path + ".joint") })
  }

  mutating func broken(_ node: JSONNode, _ path: String) -> BrokenRequirement {
    let fields = fields(
      of: node, at: path, allowed: ["sentence", "requirement", "kept", "schools", "people"],
      required: ["sentence", "requirement"])
    return BrokenRequirement(
      requirement: fields["requirement"].map { requirement($0, path + ".requirement") }
        ?? Reason.Requirement(text: ""),
      schools: ids(fields["schools"], path + ".schools").map { SchoolID($0) },
      people: ids(fields["people"], path + ".people").map { PersonID($0) },
      kept: fields["kept"].flatMap { text($0, path + ".kept") },
      sentence: fields["sentence"].flatMap { text($0, path + ".sentence") } ?? "")
  }

  private mutating func requirement(_ node: JSONNode, _ path: String) -> Reason.Requirement {
    let fields = fields(
      of: node, at: path, allowed: ["text", "file", "line"], required: ["text"])
    return Reason.Requirement(
      text: fields["text"].flatMap { text($0, path + ".text") } ?? "",
      file: fields["file"].flatMap { text($0, path + ".file") },
      line: figure(fields["line"], path + ".line", of: "lines"))
  }

  private mutating func remedy(_ node: JSONNode, _ path: String) -> Reason.Remedy {
    let fields = fields(
      of: node, at: path, allowed: ["text", "edit", "file", "line", "suffices", "least"],
      required: ["text"])
    return Reason.Remedy(
      text: fields["text"].flatMap { text($0, path + ".text") } ?? "",
      edit: fields["edit"].flatMap { text($0, path + ".edit") },
      file: fields["file"].flatMap { text($0, path + ".file") },
      line: figure(fields["line"], path + ".line", of: "lines"),
      suffices: flag(fields["suffices"], path + ".suffices") ?? false,
      isLeast: flag(fields["least"], path + ".least") ?? false)
  }
}
