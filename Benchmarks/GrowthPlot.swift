import Foundation

/// Draws seconds and memory over the number of schools, both on logarithmic scales, as SVG.
///
/// The broken line goes through the first point and grows in proportion to the number of schools.
struct GrowthPlot {
  struct Point {
    let schools: Int
    let seconds: Double
    let mebibytes: Double
  }

  private static let size = (width: 420.0, height: 320.0)
  private static let margin = 60.0

  let points: [Point]

  /// An SVG document of two panels; empty panels without points.
  var svg: String {
    let seconds = points.map { ($0.schools, $0.seconds) }
    let memory = points.map { ($0.schools, $0.mebibytes) }
    let (width, height) = (2 * Self.size.width, Self.size.height)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      font-family="sans-serif" font-size="12">
      <title>Seconds and memory over the number of schools</title>
      <rect width="100%" height="100%" fill="#ffffff"/>
      \(panel(seconds, named: "seconds", at: 0))
      \(panel(memory, named: "MiB at most", at: Self.size.width))
      </svg>

      """
  }

  private func panel(_ values: [(Int, Double)], named name: String, at left: Double) -> String {
    guard let first = values.first, first.1 > 0 else { return "" }
    let across = decades(values.map { Double($0.0) })
    let line = values.map { ($0.0, first.1 * Double($0.0) / Double(first.0)) }
    let up = decades(values.map(\.1) + line.map(\.1))
    func place(_ point: (Int, Double)) -> (x: Double, y: Double) {
      let share = (share(Double(point.0), of: across), share(point.1, of: up))
      return (
        left + Self.margin + share.0 * (Self.size.width - 1.6 * Self.margin),
        Self.size.height - 0.8 * Self.margin - share.1 * (Self.size.height - 1.4 * Self.margin)
      )
    }
    func path(_ points: [(Int, Double)]) -> String {
      points.map { "\(rounded(place($0).x)),\(rounded(place($0).y))" }.joined(separator: " ")
    }
    var parts: [String] = []
    for power in Int(up.low)...Int(up.high) {
      let at = place((values[0].0, pow(10, Double(power))))
      let y = rounded(at.y)
      parts.append(
        "<line x1=\"\(left + Self.margin)\" x2=\"\(left + Self.size.width - 0.6 * Self.margin)\" "
          + "y1=\"\(y)\" y2=\"\(y)\" stroke=\"#dddddd\"/>"
          + "<text x=\"\(left + Self.margin - 6)\" y=\"\(y + 4)\" text-anchor=\"end\">"
          + "\(grouped(pow(10, Double(power))))</text>")
    }
    for point in values {
      let at = place(point)
      parts.append(
        "<circle cx=\"\(rounded(at.x))\" cy=\"\(rounded(at.y))\" r=\"4\" fill=\"#1f4e8c\"/>"
          + "<text x=\"\(rounded(at.x))\" y=\"\(rounded(at.y) - 10)\" text-anchor=\"middle\">"
          + "\(grouped(point.1))</text>"
          + "<text x=\"\(rounded(at.x))\" y=\"\(Self.size.height - 28)\" text-anchor=\"middle\">"
          + "\(grouped(Double(point.0)))</text>")
    }
    parts.append(
      "<polyline points=\"\(path(line))\" fill=\"none\" stroke=\"#888888\" stroke-dasharray=\"5 4\"/>"
        + "<polyline points=\"\(path(values))\" fill=\"none\" stroke=\"#1f4e8c\"/>")
    let middle = left + Self.size.width / 2
    parts.append(
      "<text x=\"\(middle)\" y=\"18\" text-anchor=\"middle\" font-weight=\"bold\">\(name)</text>"
        + "<text x=\"\(middle)\" y=\"\(Self.size.height - 8)\" text-anchor=\"middle\">schools</text>"
    )
    return parts.joined(separator: "\n")
  }

  /// Whole powers of ten around some values.
  private func decades(_ values: [Double]) -> (low: Double, high: Double) {
    let logs = values.map { log10(max($0, 0.1)) }
    let low = (logs.min() ?? 0).rounded(.down)
    return (low, max(low + 1, (logs.max() ?? 1).rounded(.up)))
  }

  private func share(_ value: Double, of decades: (low: Double, high: Double)) -> Double {
    (log10(max(value, 0.1)) - decades.low) / (decades.high - decades.low)
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  private func grouped(_ value: Double) -> String {
    if value < 10 { return "\(rounded(value))" }
    var digits = String(Int(value.rounded()))
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits.removeLast(3)
    }
    return ([Substring(digits)] + groups).joined(separator: ",")
  }
}
