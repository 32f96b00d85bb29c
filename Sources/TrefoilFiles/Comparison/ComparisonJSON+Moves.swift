import TrefoilModel

/// Who moves between two plans.
extension ComparisonJSON {
  static func value(_ moves: PlanMoves) -> JSONValue {
    func rows<Move>(
      _ list: (TermMoves) -> [Move], _ members: (Move) -> [(String, JSONValue)]
    ) -> JSONValue {
      .list(
        moves.terms.enumerated().flatMap { term, moves in
          list(moves).map { .rowMap([("term", .whole(term + 1))] + members($0)) }
        })
    }
    return .map([
      (
        "schools",
        rows(\.schools) { move in
          [
            ("school", .text(move.school.rawValue)), ("before", value(move.before)),
            ("after", value(move.after)),
          ]
        }
      ),
      (
        "people",
        rows(\.people) { move in
          [
            ("person", .text(move.person.rawValue)), ("lost", .row(move.lost.map(value))),
            ("gained", .row(move.gained.map(value))),
          ]
        }
      ),
      (
        "leads",
        rows(\.leads) { move in
          [
            ("host", .text(move.host.rawValue)), ("before", .text(move.before.rawValue)),
            ("after", .text(move.after.rawValue)),
          ]
        }
      ),
      ("secondments", .list(moves.secondments.map(value))),
      (
        "coaching",
        .list(
          moves.coaching.map {
            sides(("coachee", .text($0.coachee.rawValue)), $0.before, $0.after)
          })
      ),
      (
        "advocates",
        .list(
          moves.advocates.map {
            sides(("school", .text($0.school.rawValue)), $0.before, $0.after)
          })
      ),
      ("networks", .list(moves.networks.map(value))),
      ("reviewsOnOtherDays", .whole(moves.otherDays)),
      ("workshopsOnOtherDays", .whole(moves.otherWorkshopDays)),
    ])
  }

  /// The companions; null for a school that is in no group, or not in the trust.
  private static func value(_ place: TermMoves.Place) -> JSONValue {
    if case .with(let others) = place { .texts(others.map(\.rawValue)) } else { .null }
  }

  private static func value(_ task: TermMoves.Task) -> JSONValue {
    .rowMap([("duty", .text(task.duty.rawValue)), ("host", .text(task.host.rawValue))])
  }

  private static func sides<ID: RawRepresentable>(
    _ whose: (String, JSONValue), _ before: [ID], _ after: [ID]
  ) -> JSONValue where ID.RawValue == String {
    .rowMap([
      whose, ("before", .texts(before.map(\.rawValue))), ("after", .texts(after.map(\.rawValue))),
    ])
  }

  private static func value(_ move: PlanMoves.SecondmentMove) -> JSONValue {
    func stints(_ stints: [PlanMoves.SecondmentMove.Stint]) -> JSONValue {
      .row(
        stints.map { stint in
          .rowMap([
            ("days", .whole(stint.days)), ("firstTerm", .text(stint.firstTerm)),
            ("terms", .whole(stint.terms)), ("coveredBy", .optional(stint.coveredBy?.rawValue)),
          ])
        })
    }
    return .rowMap([
      ("person", .text(move.person.rawValue)), ("opening", .text(move.opening.rawValue)),
      ("to", .text(move.to.rawValue)), ("before", stints(move.before)),
      ("after", stints(move.after)),
    ])
  }

  private static func value(_ move: PlanMoves.MeetingMove) -> JSONValue {
    .rowMap([
      ("network", .text(move.network.rawValue)),
      ("schools", .texts(move.schools.map(\.rawValue))),
      ("before", .optional(move.before?.rawValue)), ("after", .optional(move.after?.rawValue)),
    ])
  }
}
