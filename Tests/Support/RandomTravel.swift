import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

/// Places, some of them equal, and tables of journeys, some one-sided and with gaps.
enum RandomTravel {
  static func make(
    count: Int, using dice: inout SeededGenerator
  ) -> (places: [Place?], travel: TravelTable) {
    let ids = RandomSchools.ids(count)
    switch dice.below(5) {
    case 0:
      return (Array(repeating: nil, count: count), table(ids, coverage: 1, using: &dice))
    case 1, 2: return (places(count, using: &dice), table(ids, coverage: 0.4, using: &dice))
    default: return (places(count, using: &dice), TravelTable())
    }
  }

  private static func places(_ count: Int, using dice: inout SeededGenerator) -> [Place?] {
    var places: [Place] = []
    for _ in 0..<count {
      if !places.isEmpty, dice.chance(0.15) {
        places.append(dice.pick(places))
      } else if dice.chance(0.2) {
        places.append(
          .geographic(latitude: 53.9 + dice.unit() * 0.3, longitude: -1.4 + dice.unit() * 0.4))
      } else {
        places.append(
          .grid(
            easting: 440_000 + dice.unit() * 25_000, northing: 445_000 + dice.unit() * 25_000))
      }
    }
    return places
  }

  /// Journeys of a share of all pairs, some with their own time for the way back.
  private static func table(
    _ ids: [SchoolID], coverage: Double, using dice: inout SeededGenerator
  ) -> TravelTable {
    var minutes: [TravelTable.Journey: Int] = [:]
    for (index, one) in ids.enumerated() {
      for other in ids[(index + 1)...] where dice.chance(coverage) {
        let isTurned = dice.chance(0.5)
        let (from, to) = isTurned ? (other, one) : (one, other)
        minutes[TravelTable.Journey(from: from, to: to)] = dice.whole(in: 0...60)
        if dice.chance(0.4) {
          minutes[TravelTable.Journey(from: to, to: from)] = dice.whole(in: 0...60)
        }
      }
    }
    return TravelTable(minutes: minutes)
  }
}
