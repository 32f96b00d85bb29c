/// The groups that a fractional solution takes, whatever their staffing: what cuts are sought from.
struct FractionalGroups {
  struct Group {
    let members: [Int32]
    var value: Double
  }

  private(set) var groups: [Group] = []
  /// Groups that hold an item.
  private(set) var ofItem: [[Int32]]
  private var indices: [[Int32]: Int] = [:]

  init(itemCount: Int) {
    ofItem = Array(repeating: [], count: itemCount)
  }

  mutating func add(_ members: [Int32], _ value: Double) {
    if let index = indices[members] {
      groups[index].value += value
      return
    }
    indices[members] = groups.count
    for item in members { ofItem[Int(item)].append(Int32(groups.count)) }
    groups.append(Group(members: members, value: value))
  }

  /// The value of the groups that lie inside a set.
  func valueInside(_ set: [Int32]) -> Double {
    var inside: [Int32: Int] = [:]
    var total = 0.0
    for item in set {
      for index in ofItem[Int(item)] {
        inside[index, default: 0] += 1
        if inside[index] == groups[Int(index)].members.count { total += groups[Int(index)].value }
      }
    }
    return total
  }

  /// Items that share a group with an item, the item itself left out; ascending.
  func partners(of item: Int32) -> [Int32] {
    var found: [Int32] = []
    for index in ofItem[Int(item)] {
      for other in groups[Int(index)].members where other != item && !found.contains(other) {
        found.append(other)
      }
    }
    return found.sorted()
  }
}
