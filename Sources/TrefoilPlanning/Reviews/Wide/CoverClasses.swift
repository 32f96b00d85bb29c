import TrefoilModel

/// What each school's principal brings to each host: asked once for each topic of what reviews call
/// for and each kind of visitor, unless they are too many.
///
/// Visitors are of one kind whose phase, strengths and known phases are the same: requirements look
/// at nothing else.
struct CoverClasses: Sendable {
  /// A table has no more answers than this: 64 MiB.
  private static let mostAnswers = 1 << 26

  private struct Kind: Hashable {
    let phase: Phase
    let strengths: [String]
    let known: PhaseSet
  }

  /// The kind of each school and its principal.
  private let kinds: [Int32]
  private let kindCount: Int
  /// The topics of each school's requirements, one after the other.
  private var topics: [Int32] = []
  /// Where the topics of a school start; one more than schools.
  private var starts: [Int] = [0]
  /// [topic * kindCount + kind]; empty when there are too many.
  private var isCovered: [Bool] = []
  private let schools: [School]
  private let principals: [Person]
  private let requirements: [[CoverRequirement]]

  /// O(schools + topics x kinds).
  init(
    _ schools: [School], principals: [Person], requirements: [[CoverRequirement]],
    facts: TrustFacts, mostAnswers: Int = CoverClasses.mostAnswers
  ) {
    self.schools = schools
    self.principals = principals
    self.requirements = requirements
    var numbers: [Kind: Int32] = [:]
    var first: [Int] = []
    var kinds: [Int32] = []
    for (index, school) in schools.enumerated() {
      let kind = Kind(
        phase: school.phase, strengths: school.strengths,
        known: facts.phasesKnown(by: principals[index]))
      let number = numbers[kind] ?? Int32(first.count)
      if numbers[kind] == nil {
        numbers[kind] = number
        first.append(index)
      }
      kinds.append(number)
    }
    self.kinds = kinds
    kindCount = first.count
    var topicNumbers: [String: Int32] = [:]
    var asked: [CoverRequirement] = []
    for wanted in requirements {
      for requirement in wanted {
        let number = topicNumbers[requirement.topic] ?? Int32(asked.count)
        if topicNumbers[requirement.topic] == nil {
          topicNumbers[requirement.topic] = number
          asked.append(requirement)
        }
        topics.append(number)
      }
      starts.append(topics.count)
    }
    guard asked.count * kindCount <= mostAnswers else { return }
    for requirement in asked {
      isCovered += first.map { requirement.isCovered(principals[$0], schools[$0]) }
    }
  }

  /// As bits of the host's requirements.
  func covers(_ host: Int, by visitor: Int) -> UInt64 {
    let kind = Int(kinds[visitor])
    var bits: UInt64 = 0
    if isCovered.isEmpty {
      for (bit, requirement) in requirements[host].enumerated()
      where requirement.isCovered(principals[visitor], schools[visitor]) {
        bits |= 1 << UInt64(bit)
      }
      return bits
    }
    for position in starts[host]..<starts[host + 1]
    where isCovered[Int(topics[position]) * kindCount + kind] {
      bits |= 1 << UInt64(position - starts[host])
    }
    return bits
  }
}
