import TrefoilModel
import TrefoilSolver

/// Seats that somebody is to have.
extension ReviewCompiler {
  mutating func addSeatWishes() {
    for seat in facts.scenario.rules[Pin.self].setting.seats {
      guard let host = model.itemIndex[seat.host], let staff = model.staffIndex[seat.person] else {
        missing(
          seat.charge,
          "\(facts.name(seat.person)) cannot be \(seat.duty.words) at \(facts.name(seat.host))")
        continue
      }
      add(seat, host: host, staff: staff)
    }
  }

  private mutating func add(_ seat: SeatWish, host: Int, staff: Int) {
    let index = staff * model.items.count + host
    switch (seat.charge, seat.duty) {
    case (.must, .workshopLead): model.problem.fixedLeads.append((host, staff))
    case (.must, _): model.problem.fixedSeats.append((host, staff))
    case (.minutes(let minutes), let duty):
      model.problem.constant += minutes
      if duty == .workshopLead {
        if model.problem.leadCost[index] < StaffedPartition.forbidden {
          model.problem.leadCost[index] -= minutes
        }
      } else if model.problem.seatCost[index] < StaffedPartition.forbidden {
        model.problem.seatCost[index] -= minutes
      }
    }
  }
}
