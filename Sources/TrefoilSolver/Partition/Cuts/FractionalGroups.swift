/// The groups that a fractional solution takes, whatever their staffing: what cuts are sought from.
///
/// On flat arrays; a group is known by its index.
struct FractionalGroups: Sendable {
  let itemCount: Int
  /// How much of it the solution takes, by group.
  let values: [Double]
  /// The members of group g are at `memberStarts[g]..<memberStarts[g + 1]` of `members`.
  let memberStarts: [Int32]
  let members: [Int32]
  /// The groups that hold item i are at `groupStarts[i]..<groupStarts[i + 1]` of `groupsOfItems`.
  let groupStarts: [Int32]
  let groupsOfItems: [Int32]
  /// The items that share a group with item i, each once in the order they are met, are at
  /// `nearStarts[i]..<nearStarts[i + 1]` of `nearItems`.
  let nearStarts: [Int32]
  let nearItems: [Int32]

  /// - Parameter taken: members in ascending order with their values; groups with the same members
  ///   become one.
  init(itemCount: Int, _ taken: [(members: [Int32], value: Double)]) {
    self.itemCount = itemCount
    var indices: [[Int32]: Int] = [:]
    var values: [Double] = []
    var starts: [Int32] = [0]
    var members: [Int32] = []
    for group in taken {
      if let index = indices[group.members] {
        values[index] += group.value
        continue
      }
      indices[group.members] = values.count
      values.append(group.value)
      members += group.members
      starts.append(Int32(members.count))
    }
    var groupStarts = Array(repeating: Int32(0), count: itemCount + 1)
    for item in members { groupStarts[Int(item) + 1] += 1 }
    for item in 0..<itemCount { groupStarts[item + 1] += groupStarts[item] }
    var next = groupStarts
    var groups = Array(repeating: Int32(0), count: members.count)
    for group in values.indices {
      for position in Int(starts[group])..<Int(starts[group + 1]) {
        let item = Int(members[position])
        groups[Int(next[item])] = Int32(group)
        next[item] += 1
      }
    }
    (self.values, memberStarts, self.members) = (values, starts, members)
    (self.groupStarts, groupsOfItems) = (groupStarts, groups)
    var nearStarts: [Int32] = [0]
    var nearItems: [Int32] = []
    var metBy = Array(repeating: -1, count: itemCount)
    for item in 0..<itemCount {
      metBy[item] = item
      for group in groups[Int(groupStarts[item])..<Int(groupStarts[item + 1])] {
        for other in members[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
        where metBy[Int(other)] != item {
          metBy[Int(other)] = item
          nearItems.append(other)
        }
      }
      nearStarts.append(Int32(nearItems.count))
    }
    (self.nearStarts, self.nearItems) = (nearStarts, nearItems)
  }

  var count: Int { values.count }

  /// Positions in ``members`` of a group's members.
  @inline(__always)
  func positions(of group: Int32) -> Range<Int> {
    Int(memberStarts[Int(group)])..<Int(memberStarts[Int(group) + 1])
  }

  /// Positions in ``groupsOfItems`` of the groups that hold an item.
  @inline(__always)
  func places(of item: Int32) -> Range<Int> {
    Int(groupStarts[Int(item)])..<Int(groupStarts[Int(item) + 1])
  }

  /// Positions in ``nearItems`` of the items that share a group with an item.
  @inline(__always)
  func near(_ item: Int32) -> Range<Int> {
    Int(nearStarts[Int(item)])..<Int(nearStarts[Int(item) + 1])
  }

  /// A group's members, ascending.
  func members(of group: Int) -> [Int32] { Array(members[positions(of: Int32(group))]) }
}
