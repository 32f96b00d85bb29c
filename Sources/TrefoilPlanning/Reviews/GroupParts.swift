import TrefoilModel
import TrefoilSolver

/// Parts of a trust that no group can reach across, and whether groups of the sizes there must be
/// can be made of them.
///
/// Two schools are linked when the rules let one of them review the other in one group; where there
/// are triads and pairs alone, each must be able to review the other. A group lies within one
/// connected part: each of its hosts needs two visitors, so that a group across two parts would
/// have three schools in each, and no group has six; in a pair each needs the other.
///
/// Each part must then be a sum of group sizes and of schools that rest, and all parts together must
/// use up exactly the groups there are: a small dynamic program over the parts, whose states are the
/// numbers of groups other than triads and of resting schools used so far.
struct GroupParts {
  private let model: ReviewModel
  private let mayRest: [Bool]
  /// Items by part, each ascending, the smallest part first.
  private let parts: [[Int]]

  /// O(n^2) for n schools.
  init(_ model: ReviewModel) {
    let problem = model.problem
    let bound = problem.itemsThatNeverRest
    self.model = model
    mayRest = (0..<problem.itemCount).map {
      problem.restCost[$0] < StaffedPartition.forbidden && !bound.contains($0)
    }
    parts = Self.parts(of: problem, sizes: problem.sizes)
  }

  /// Whether nothing speaks against it; false is a proof that there is no plan.
  var fit: Bool { fit(parts, shape) }

  /// Why there is no plan, with the schools cut off and what would help; nothing when all fit.
  var sentences: [String] { cut.map { ["\($0) \(remedy)"] } ?? [] }

  /// Why there is no plan, with the schools cut off; nil when all fit.
  var cut: String? {
    if fit { return nil }
    if parts.count == 1 { return tooFewMayRest }
    let odd = parts.filter { options(of: $0, shape).isEmpty }
    let named = (odd.isEmpty ? Array(parts.dropLast()) : odd).map(words)
    let groups = model.problem.sizes.map { "\(shape.groups[$0] ?? 0) of \($0)" }
    let resting = shape.resting > 0 ? " with \(shape.resting) resting" : ""
    return
      "The rules cut the trust into \(parts.count) parts that no group can reach across, and the "
      + "groups there must be (\(groups.joined(separator: ", "))\(resting)) cannot be made of "
      + "them. Cut off: \(named.joined(separator: "; "))."
  }

  /// Of a trust that is not cut nothing else can be wrong.
  private var tooFewMayRest: String {
    let able = model.items.indices.filter { mayRest[$0] }.map { model.items[$0].name }
    let names = able.isEmpty ? "none" : able.prefix(6).joined(separator: ", ")
    let rest =
      shape.resting == 1 ? "One school has to rest" : "\(shape.resting) schools have to rest"
    return "\(rest), and the rules leave \(able.count) that may (\(names))."
  }

  private func words(_ part: [Int]) -> String {
    let names = part.prefix(6).map { model.items[$0].name }.joined(separator: ", ")
    let more = part.count > 6 ? " and \(part.count - 6) more" : ""
    return "\(part.count == 1 ? "1 school" : "\(part.count) schools") (\(names)\(more))"
  }

  private var remedy: String {
    let others = Remainder.Setting.allCases.filter { setting in
      guard let shape = Remainder(setting).shape(of: model.items.count) else { return false }
      return fit(Self.parts(of: model.problem, sizes: shape.groups.keys.sorted()), shape)
    }
    let words = others.map { "'remainder: \($0.rawValue)'" }.joined(separator: " or ")
    let must = parts.count == 1 ? "let somebody else rest" : "relax a must between the parts"
    return others.isEmpty
      ? must.prefix(1).uppercased() + must.dropFirst() + "." : "Set \(words), or \(must)."
  }

  // MARK: Parts

  private static func parts(of problem: StaffedPartition, sizes: [Int]) -> [[Int]] {
    let count = problem.itemCount
    let isMutual = sizes.allSatisfy { $0 <= 3 }
    func areLinked(_ one: Int, _ other: Int) -> Bool {
      guard problem.pairCost[one * count + other] < StaffedPartition.forbidden else { return false }
      let there = problem.visitCost[one * count + other] < StaffedPartition.forbidden
      let back = problem.visitCost[other * count + one] < StaffedPartition.forbidden
      return isMutual ? there && back : there || back
    }
    var left = Array(0..<count)
    var parts: [[Int]] = []
    while let first = left.popLast() {
      var part = [first]
      var next = 0
      while next < part.count {
        let item = part[next]
        next += 1
        let reached = left.filter { areLinked(item, $0) }
        if reached.isEmpty { continue }
        part += reached
        left.removeAll { areLinked(item, $0) }
      }
      parts.append(part.sorted())
    }
    return parts.sorted { ($0.count, $0[0]) < ($1.count, $1[0]) }
  }

  // MARK: Sizes

  private var shape: Remainder.Shape {
    Remainder.Shape(groups: model.problem.groupCounts, resting: model.problem.restCount)
  }

  /// Groups that are no triads: their size and number. A shape has one such size at most.
  private func others(_ shape: Remainder.Shape) -> (size: Int, count: Int) {
    shape.groups.first { $0.key != 3 && $0.value > 0 }.map { ($0.key, $0.value) } ?? (0, 0)
  }

  /// How many other groups and resting schools a part may have, the rest of it being triads.
  private func options(
    of part: [Int], _ shape: Remainder.Shape
  ) -> [(others: Int, resting: Int)] {
    let (size, count) = others(shape)
    let restable = min(shape.resting, part.filter { mayRest[$0] }.count)
    return (0...count).flatMap { others in
      (0...restable).compactMap { resting in
        let left = part.count - others * size - resting
        return left >= 0 && left % 3 == 0 ? (others, resting) : nil
      }
    }
  }

  /// Triads need no count of their own: with the others used up they come out right.
  private func fit(_ parts: [[Int]], _ shape: Remainder.Shape) -> Bool {
    let most = others(shape).count
    var isReached = Array(
      repeating: Array(repeating: false, count: shape.resting + 1), count: most + 1)
    isReached[0][0] = true
    for part in parts {
      var next = isReached.map { $0.map { _ in false } }
      for (others, resting) in options(of: part, shape) {
        for used in 0...(most - others) {
          for rested in 0...(shape.resting - resting) where isReached[used][rested] {
            next[used + others][rested + resting] = true
          }
        }
      }
      isReached = next
    }
    return isReached[most][shape.resting]
  }
}
