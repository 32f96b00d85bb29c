import TrefoilModel

import struct TrefoilSolver.SeededGenerator

/// What a made-up school is like, apart from its name and where it lies.
struct SchoolProfile {
  var phase: Phase
  var standing: Standing
  var strengths: [String]
  var needs: [String]
  var size: Int
  var closed: DaySet

  private static let phases: [(value: Phase, share: Double)] = [
    (.primary, 74), (.secondary, 16.5), (.special, 4), (.alternativeProvision, 2),
    (.allThrough, 1.5), (.nursery, 1), (.middle, 0.6), (.sixteenPlus, 0.4),
  ]

  private static let standings: [(value: Standing, share: Double)] = [
    (.giver, 20), (.balanced, 60), (.receiver, 20),
  ]

  /// A profile for each site. O(n).
  static func profiles(for sites: [Site], using random: inout SeededGenerator) -> [SchoolProfile] {
    let phases = phases(for: sites, using: &random)
    let standings = random.shared(standings, count: sites.count)
    return sites.indices.map { index in
      let (strengths, needs) = topics(standings[index], using: &random)
      return SchoolProfile(
        phase: phases[index], standing: standings[index], strengths: strengths, needs: needs,
        size: size(of: phases[index], isVillage: sites[index].isVillage, using: &random),
        closed: AutumnTerm.trainingDays(using: &random))
    }
  }

  /// Phases in real proportions; the one school of a village is a primary school where towns can
  /// take the others.
  private static func phases(
    for sites: [Site], using random: inout SeededGenerator
  ) -> [Phase] {
    var phases = random.shared(phases, count: sites.count)
    var primaries = sites.indices.filter { !sites[$0].isVillage && phases[$0] == .primary }
    for village in sites.indices where sites[village].isVillage && phases[village] != .primary {
      guard let town = primaries.popLast() else { break }
      phases.swapAt(village, town)
    }
    return phases
  }

  private static func topics(
    _ standing: Standing, using random: inout SeededGenerator
  ) -> (strengths: [String], needs: [String]) {
    let (strong, weak) =
      switch standing {
      case .giver: (random.whole(in: 3...4), random.whole(in: 0...1))
      case .balanced: (random.whole(in: 1...2), random.whole(in: 1...2))
      case .receiver: (random.whole(in: 0...1), random.whole(in: 2...3))
      }
    let topics = random.shuffled(Words.topics)
    return (topics.prefix(strong).sorted(), topics.dropFirst(strong).prefix(weak).sorted())
  }

  /// Pupils on roll.
  private static func size(
    of phase: Phase, isVillage: Bool, using random: inout SeededGenerator
  ) -> Int {
    switch phase {
    case .nursery: random.whole(in: 40...140)
    case .primary: random.whole(in: isVillage ? 40...190 : 150...640)
    case .middle: random.whole(in: 300...700)
    case .secondary: random.whole(in: 550...1600)
    case .allThrough: random.whole(in: 800...1900)
    case .special: random.whole(in: 60...220)
    case .alternativeProvision: random.whole(in: 20...120)
    case .sixteenPlus: random.whole(in: 400...1500)
    }
  }
}
