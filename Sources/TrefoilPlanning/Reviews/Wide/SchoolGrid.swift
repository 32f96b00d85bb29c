import TrefoilModel

/// Schools on a grid of squares, to find those near a point.
struct SchoolGrid: Sendable {
  private static let square = 2_000.0

  /// Metres east and north.
  let positions: [(x: Double, y: Double)]
  private var squares: [Cell: [Int32]] = [:]

  private struct Cell: Hashable {
    let x: Int
    let y: Int
  }

  /// - Parameter schools: each with a place; schools without one are found from nowhere.
  init(_ schools: [School]) {
    positions = schools.map(Self.position)
    for (index, position) in positions.enumerated() {
      squares[Self.cell(position), default: []].append(Int32(index))
    }
  }

  private static func position(_ school: School) -> (x: Double, y: Double) {
    switch school.place {
    case .grid(let easting, let northing): return (easting, northing)
    case .geographic(let latitude, let longitude):
      let grid = BritishGrid.grid(latitude: latitude, longitude: longitude)
      return (grid.easting, grid.northing)
    case nil: return (0, 0)
    }
  }

  private static func cell(_ position: (x: Double, y: Double)) -> Cell {
    // Far outside Britain positions mean little; they are kept in a range that can be counted.
    func index(_ metres: Double) -> Int {
      metres.isFinite ? Int(max(-1e9, min(1e9, (metres / square).rounded(.down)))) : 0
    }
    return Cell(x: index(position.x), y: index(position.y))
  }

  /// Every school within so many metres and some beyond, but itself.
  func near(_ school: Int, within radius: Double) -> [Int] {
    let centre = Self.cell(positions[school])
    let reach = Int((radius / Self.square).rounded(.up))
    var found: [Int] = []
    if (2 * reach + 1) * (2 * reach + 1) > squares.count {
      found = Array(positions.indices)
    } else {
      for x in (centre.x - reach)...(centre.x + reach) {
        for y in (centre.y - reach)...(centre.y + reach) {
          for index in squares[Cell(x: x, y: y)] ?? [] { found.append(Int(index)) }
        }
      }
    }
    return found.filter { $0 != school && distance(school, $0) <= radius }
  }

  /// In metres, on the plane.
  func distance(_ one: Int, _ other: Int) -> Double {
    let (x, y) = (
      positions[one].x - positions[other].x, positions[one].y - positions[other].y
    )
    return (x * x + y * y).squareRoot()
  }
}
