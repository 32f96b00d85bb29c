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
}
