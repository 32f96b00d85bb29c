import TrefoilModel
import TrefoilSolver

/// What is wanted of teams and weeks, and what it costs to do without.
extension RepairCompiler {
  /// Requirements of a review that no reviewer covers.
  func uncovered(_ part: RepairFrame.Part) -> [Int] {
    var covered: UInt64 = 0
    for visitor in part.visitors {
      covered |= numbers.visitCovers[visitor * numbers.itemCount + part.host]
    }
    return numbers.requirementCosts[part.host].indices.filter {
      covered & (1 << UInt64($0)) == 0
    }
  }

  mutating func addRequirements(_ index: Int) {
    let part = frame.parts[index]
    for bit in uncovered(part) {
      let key = RepairRows.Key.requirement(part: index, bit: bit)
      rows.need(key, .atLeast, 1)
      let minutes = numbers.requirementCosts[part.host][bit]
      if minutes >= StaffedPartition.forbidden { continue }
      rows.add(add(.other, minutes: minutes), to: key, .atLeast, 1)
    }
    for fixed in numbers.fixedSeats where fixed.host == part.host {
      rows.need(.fixedSeat(part: index, staff: fixed.staff), .atLeast, 1)
    }
  }

  /// Two champions of one team who would rather not, or must not, be on it together.
  mutating func addFrictions(_ index: Int) {
    let part = frame.parts[index]
    if frame.seats(of: part) < 2 { return }
    for (number, friction) in numbers.frictions.enumerated()
    where friction.charge < StaffedPartition.forbidden {
      let both = [friction.one, friction.other]
      guard both.allSatisfy(numbers.staffPerson.contains) else { continue }
      let column = add(.other, minutes: friction.charge)
      rows.add(column, to: .friction(part: index, index: number), times: -1, .atMost, 1)
    }
  }

  // MARK: Load

  /// Each review beyond an even share of its week at its dislike.
  mutating func addSpread() {
    guard let weekShare else { return }
    let minutes = frame.model.facts.scenario.rules[Spread.self].setting
    for week in weeks.sorted() {
      let beyond = add(.other, dislike: minutes, upper: frame.parts.count)
      rows.add(beyond, to: .week(week), times: -1, upper: frame.parts.count, .atMost, weekShare)
    }
  }

  /// The second, third ... review of a champion at its price.
  mutating func addLoad() {
    guard countsCost else { return }
    for staff in 0..<numbers.staffCount {
      let steps = numbers.seatSteps[staff]
      for (ordinal, minutes) in steps.enumerated() {
        let upper = ordinal == steps.count - 1 ? frame.parts.count : 1
        let column = add(.other, minutes: minutes, upper: upper)
        rows.add(
          column, to: .load(staff: staff), times: -1, upper: upper, .atMost,
          -frame.past.seats[staff])
      }
    }
  }
}
