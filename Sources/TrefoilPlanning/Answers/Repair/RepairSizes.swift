import TrefoilModel

/// How large the groups are of the schools whose groups have not begun.
///
/// Begun groups stay, whatever their size, so that `remainder` is asked for the number of the others alone.
/// Where it makes no groups of so few, they are made by `pairs`.
struct RepairSizes {
  /// Schools that are in no begun group.
  let others: [SchoolID]
  /// By which setting they are grouped; nil where no groups can be made of so few.
  let setting: Remainder.Setting?

  private let shape: Remainder.Shape?
  private let course: RepairCourse

  /// - Parameter facts: the trust as it is now.
  init(_ facts: TrustFacts, _ course: RepairCourse) {
    let begun = Set(course.begun.flatMap(\.schools))
    let others = facts.participants.map(\.id).filter { !begun.contains($0) }
    let own = facts.scenario.rules[Remainder.self].setting
    let setting = [own, .pairs].first { Remainder($0).shape(of: others.count) != nil }
    self.others = others
    self.setting = setting
    self.course = course
    shape =
      others.isEmpty
      ? Remainder.Shape(groups: [:], resting: 0)
      : setting.flatMap { Remainder($0).shape(of: others.count) }
  }

  /// Whether the groups of a plan that have not begun have these sizes.
  func fit(_ plan: TermPlan) -> Bool {
    guard let shape else { return false }
    let sizes = Dictionary(grouping: course.others(in: plan), by: \.schools.count)
      .mapValues(\.count)
    return sizes == shape.groups && plan.resting.count == shape.resting
  }

  /// Whether counting alone shows that no plan has the begun groups, by this rule for all schools or for
  /// the others alone.
  func isImpossible(of facts: TrustFacts) -> Bool {
    guard shape == nil else { return false }
    let whole = facts.scenario.rules[Remainder.self].shape(of: facts.participants.count)
    guard let whole else { return true }
    var left = whole.groups
    for group in course.begun { left[group.schools.count, default: 0] -= 1 }
    return left.values.contains { $0 < 0 }
  }

  /// What has become of the sizes of the other groups, in a sentence.
  var sentence: String {
    guard let shape, !others.isEmpty else {
      return "Groups that have begun stay as they are, whatever the rule 'remainder' asks for."
    }
    let groups = shape.groups.sorted { $0.key < $1.key }.map(Self.words)
    let rest = shape.resting == 0 ? [] : ["\(shape.resting) at rest"]
    return "Groups that have begun stay as they are; the other \(others.count) schools make "
      + Listing.of(groups + rest) + "."
  }

  private static func words(_ size: Int, _ count: Int) -> String {
    let (one, many) =
      switch size {
      case 2: ("a pair", "pairs")
      case 3: ("a triad", "triads")
      case 4: ("a group of four", "groups of four")
      default: ("a group of five", "groups of five")
      }
    return count == 1 ? one : "\(count) \(many)"
  }
}
