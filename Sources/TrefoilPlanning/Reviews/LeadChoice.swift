import TrefoilModel
import TrefoilSolver

/// Which principal leads each review of a group.
///
/// Each leads exactly one, and as many as can be know the phase of the host they lead at; of equal
/// choices the first in the order of the file. It costs nothing either way.
struct LeadChoice {
  /// Whether the principal of an item knows the phase of a host.
  let knows: (_ visitor: Int, _ host: Int) -> Bool

  /// The item whose principal leads, for each task of the group.
  func leads(of group: StaffedGroup) -> [Int] {
    var best: [Int] = []
    var most = -1
    var chosen: [Int] = []
    func extend(_ position: Int, knowing: Int) {
      if position == group.tasks.count {
        if knowing > most { (most, best) = (knowing, chosen) }
        return
      }
      let task = group.tasks[position]
      for visitor in task.visitors where !chosen.contains(visitor) {
        chosen.append(visitor)
        extend(position + 1, knowing: knowing + (knows(visitor, task.host) ? 1 : 0))
        chosen.removeLast()
      }
    }
    extend(0, knowing: 0)
    return best.isEmpty ? group.tasks.map { $0.visitors[0] } : best
  }
}
