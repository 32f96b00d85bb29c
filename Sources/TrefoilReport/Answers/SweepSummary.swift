import TrefoilModel

/// What a sweep came to, in plain text: how many of each kind, and the choices that no other beats.
public struct SweepSummary {
  private static let mostShown = 40

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
    return Wording.page([head, "", "No other beats these in \(names):"] + front)
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
      let settings = zip(grid.axes, grid.values(of: variants[0])).map {
        "\($0.name.dropFirst(6)) \($1.text)"
      }
      let more = variants.count > 1 ? ", and \(variants.count - 1) more as good" : ""
      return "  \(figures.joined(separator: ", ")): variant \(variants[0] + 1) "
        + "(\(settings.joined(separator: ", "))\(more))"
    }
    let rest = sorted.count - shown.count
    return shown + (rest > 0 ? ["  and \(rest) more"] : [])
  }
}
