import Foundation
import SyntheticTrusts
import TrefoilModel
import TrefoilSolver

/// Schools of every phase and standing; a few take no part.
enum RandomSchools {
  private static let trees = [
    "ash", "beech", "cedar", "dogwood", "elm", "fir", "gorse", "hazel", "ivy", "juniper", "larch",
    "maple", "oak", "pine", "rowan", "spruce", "thorn", "willow", "yew",
  ]
  static let topics = ["phonics", "Writing", "maths", "attendance"]

  /// Distinct identifiers: trees, then numbered ones.
  static func ids(_ count: Int) -> [SchoolID] {
    (0..<count).map { SchoolID($0 < trees.count ? trees[$0] : "school-\($0 + 1)") }
  }

  static func make(
    places: [Place?], term: TermDates?, using dice: inout SeededGenerator
  ) -> [School] {
    zip(ids(places.count), places).map { id, place in
      School(
        id: id, name: id.rawValue.capitalized,
        phase: dice.chance(0.5) ? .primary : dice.pick(Phase.allCases), place: place,
        hub: dice.chance(0.2) ? nil : dice.pick(["north", "south"]),
        standing: dice.pick(Standing.allCases), strengths: words(using: &dice),
        needs: words(using: &dice), size: dice.chance(0.3) ? nil : dice.whole(in: 50...1200),
        closed: term.map { RandomDates.closed(in: $0, chance: 0.3, using: &dice) } ?? DaySet(),
        participates: places.count <= 4 || !dice.chance(0.04))
    }
  }

  /// Topics, now and then one twice in another case.
  private static func words(using dice: inout SeededGenerator) -> [String] {
    (0..<dice.below(4)).map { _ in
      let topic = dice.pick(topics)
      return dice.chance(0.2) ? topic.uppercased() : topic
    }
  }
}
