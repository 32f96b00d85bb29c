import TrefoilModel

/// What a sweep came to, in plain text: how many of each kind, and the choices that no other beats.
public struct SweepSummary {
  private static let mostShown = 40
  private static let mostReasons = 8

  private let grid: SweepGrid
  private let records: [SweepRecord]
  private let measures: [SweepFront.Measure]

  public init(_ records: [SweepRecord], of grid: SweepGrid, measures: [SweepFront.Measure]) {
    self.records = records
    self.grid = grid
    self.measures = measures
  }

  /// The whole text, ending in a line end.
  public var text: String {
    let kinds = PlanStatus.allCases.compactMap { status -> String? in
      let count = records.count { $0.status == status }
      return count == 0 ? nil : "\(Wording.grouped(count)) \(status.rawValue)"
    }
    let head =
      "\(Wording.count(records.count, "variant", "variants")): \(kinds.joined(separator: ", "))"
    guard records.count == grid.count else {
      return Wording.page(["\(head) of \(Wording.grouped(grid.count)); the others are left."])
    }
    let names = Wording.list(measures.map(\.name))
    return Wording.page([head, "", "No other beats these in \(names):"] + front + reasons)
  }

  /// Why variants have no plan, those with the same reasons together.
  private var reasons: [String] {
    let without = records.filter { $0.status == .infeasible }
    if without.isEmpty { return [] }
    var order: [String] = []
    var variants: [String: [SweepRecord]] = [:]
    for record in without {
      if variants[record.note] == nil { order.append(record.note) }
      variants[record.note, default: []].append(record)
    }
    let shown = order.prefix(Self.mostReasons).flatMap { note -> [String] in
      let all = variants[note] ?? []
      guard let first = all.first else { return [] }
      let more = all.count > 1 ? ", and \(Wording.grouped(all.count - 1)) more" : ""
      return PlanSummary.wrapped(
        "variant \(first.variant + 1) (\(settings(of: first.variant))\(more)): \(note)",
        indent: "  ")
    }
    let rest = order.count - min(order.count, Self.mostReasons)
    let more = rest > 0 ? ["  and \(Wording.count(rest, "other reason", "other reasons"))"] : []
    return ["", "No plan keeps every rule in \(Wording.grouped(without.count)), since:"] + shown
      + more
  }

  private func settings(of variant: Int) -> String {
    zip(grid.axes, grid.values(of: variant)).map { "\($0.name.dropFirst(6)) \($1.text)" }
      .joined(separator: ", ")
  }

  private var front: [String] {
    let chosen = SweepFront(of: records, by: measures).variants
    if chosen.isEmpty { return ["  none has a plan"] }
    var lines: [[Int]: [Int]] = [:]
    var order: [[Int]] = []
    for variant in chosen {
      let values = measures.compactMap { $0.value(of: records[variant]) }
      if lines[values] == nil { order.append(values) }
      lines[values, default: []].append(variant)
    }
    let sorted = order.sorted { $0.lexicographicallyPrecedes($1) }
    let shown = sorted.prefix(Self.mostShown).map { values in
      let figures = zip(measures, values).map { "\($0.name) \(Wording.grouped($1))" }
      let variants = lines[values] ?? []
      let more = variants.count > 1 ? ", and \(variants.count - 1) more as good" : ""
      return "  \(figures.joined(separator: ", ")): variant \(variants[0] + 1) "
        + "(\(settings(of: variants[0]))\(more))"
    }
    let rest = sorted.count - shown.count
    return shown + (rest > 0 ? ["  and \(rest) more"] : [])
  }
}
