import TrefoilModel
import TrefoilSolver

/// With how many others each school may be in one triad, as the trust is written.
///
/// A rule that is held for one school and not for another stands between the two all the same, so that of two
/// schools that may not be together either may be blamed. Whoever has few to be with is to blame: a school far
/// from all others, not all others one by one.
struct SchoolReach {
  private var others: [SchoolID: Int] = [:]
  /// Those that take part, in the order of the file.
  private var schools: [SchoolID] = []

  /// O(schools^2), once the term is compiled. Of a term of whose schools no groups can be made nothing is
  /// known.
  init(_ question: Feasibility) async throws {
    guard let model = try await question.models(Relaxation()).first else { return }
    schools = model.items.map(\.id)
    let problem = model.problem
    let count = problem.itemCount
    func may(_ one: Int, _ other: Int) -> Bool {
      problem.visitCost[one * count + other] < StaffedPartition.forbidden
        && problem.pairCost[one * count + other] < StaffedPartition.forbidden
    }
    for (place, school) in model.items.enumerated() {
      others[school.id] = (0..<count).count { $0 != place && may(place, $0) && may($0, place) }
    }
  }

  /// Schools that may be with one other at most: those with none first, otherwise in the order of the file.
  var lonely: [SchoolID] {
    let few = schools.filter { others[$0] ?? .max < 2 }
    return few.filter { others[$0] == 0 } + few.filter { others[$0] != 0 }
  }

  /// Each family with the schools of fewest others first; all else in its order.
  func sorted(_ families: [[Requirement]]) -> [[Requirement]] {
    if others.isEmpty { return families }
    return families.map { family in
      family.enumerated().sorted { one, other in
        (reach(one.element), one.offset) < (reach(other.element), other.offset)
      }.map(\.element)
    }
  }

  private func reach(_ requirement: Requirement) -> Int {
    requirement.school.flatMap { others[$0] } ?? .max
  }
}
