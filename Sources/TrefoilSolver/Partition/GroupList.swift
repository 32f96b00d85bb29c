/// Groups of one size on a flat array: 4 bytes for each member.
struct GroupList: Sendable {
  /// Longer lists are not kept.
  static let most = 200_000

  let size: Int
  private var members: [Int32] = []

  init(size: Int) {
    self.size = size
  }

  var count: Int { members.count / size }

  subscript(_ index: Int) -> TaskPricer.Members {
    var group = TaskPricer.Members(repeating: -1)
    for position in 0..<size { group[position] = members[index * size + position] }
    return group
  }

  mutating func append(_ group: TaskPricer.Members) {
    for position in 0..<size { members.append(group[position]) }
  }

  /// The groups in which everyone is a neighbour of everyone, one way or the other.
  static func near(_ neighbours: [[Int32]], size: Int) -> GroupList {
    var both = neighbours.map { Set($0) }
    for (item, list) in neighbours.enumerated() {
      for other in list { both[Int(other)].insert(Int32(item)) }
    }
    let above = both.enumerated().map { item, set in set.filter { $0 > item }.sorted() }
    var list = GroupList(size: size)
    var group = TaskPricer.Members(repeating: -1)
    func extend(_ position: Int, _ able: [Int32]) {
      if position == size {
        list.append(group)
        return
      }
      for item in able {
        group[position] = item
        extend(position + 1, able.filter { $0 > item && both[Int(item)].contains($0) })
      }
    }
    for item in neighbours.indices {
      group[0] = Int32(item)
      extend(1, above[item])
    }
    return list
  }
}
