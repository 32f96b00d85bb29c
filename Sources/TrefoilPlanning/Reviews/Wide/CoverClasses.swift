import TrefoilModel

/// What each school's principal brings to each host, told once for schools that are alike in it.
///
/// Schools are alike whose phase, needs and strengths and whose principal's phases are the same:
/// requirements look at nothing else. A school with an exception from such a rule is like no other.
struct CoverClasses: Sendable {
  /// With more classes answers are not kept in a table.
  private static let most = 1_500

  private struct Kind: Hashable {
    let phase: Phase
    let needs: [String]
    let strengths: [String]
    let known: PhaseSet
    /// The school itself where it has an exception.
    let exception: SchoolID?
  }

  private let schools: [School]
  private let principals: [Person]
  private let requirements: [[CoverRequirement]]
  private let kinds: [Int32]
  private let kindCount: Int
  /// [host's kind * kindCount + visitor's kind]; empty when there are too many kinds.
  private var table: [UInt64] = []

  /// O(schools + kinds^2).
  init(
    _ schools: [School], principals: [Person], requirements: [[CoverRequirement]],
    rules: [any CoverRule], facts: TrustFacts
  ) {
    let exceptions = Set(rules.flatMap { Self.exceptions(from: $0) })
    self.schools = schools
    self.principals = principals
    self.requirements = requirements
    var numbers: [Kind: Int32] = [:]
    var first: [Int] = []
    var kinds: [Int32] = []
    for (index, school) in schools.enumerated() {
      let kind = Kind(
        phase: school.phase, needs: school.needs, strengths: school.strengths,
        known: facts.phasesKnown(by: principals[index]),
        exception: exceptions.contains(school.id) ? school.id : nil)
      let number = numbers[kind] ?? Int32(first.count)
      if numbers[kind] == nil {
        numbers[kind] = number
        first.append(index)
      }
      kinds.append(number)
    }
    self.kinds = kinds
    kindCount = first.count
    guard kindCount <= Self.most else { return }
    table.reserveCapacity(kindCount * kindCount)
    for host in first { for visitor in first { table.append(asked(host, by: visitor)) } }
  }

  private static func exceptions<R: Rule>(from rule: R) -> [SchoolID] {
    rule.governed.exceptions.compactMap { exception in
      if case .school(let id) = exception.subject { return id }
      return nil
    }
  }

  /// As bits of the host's requirements.
  func covers(_ host: Int, by visitor: Int) -> UInt64 {
    table.isEmpty
      ? asked(host, by: visitor) : table[Int(kinds[host]) * kindCount + Int(kinds[visitor])]
  }

  private func asked(_ host: Int, by visitor: Int) -> UInt64 {
    var bits: UInt64 = 0
    for (bit, requirement) in requirements[host].enumerated()
    where requirement.isCovered(principals[visitor], schools[visitor]) {
      bits |= 1 << UInt64(bit)
    }
    return bits
  }
}
