/// Many growable lists of (index, value) pairs in one flat pool.
///
/// Serves as the columns of a sparse matrix and as its rows. A list that outgrows its room moves
/// to the end of the pool with twice the room, so adding an entry is amortised O(1).
struct SparseLists: ~Copyable {
  private(set) var start = FlatArray<Int>()
  private(set) var length = FlatArray<Int>()
  private var room = FlatArray<Int>()
  private(set) var index = FlatArray<Int32>()
  private(set) var value = FlatArray<Double>()

  var count: Int { start.count }

  /// Adds an empty list with room for some entries.
  mutating func addList(room wanted: Int) {
    start.append(index.count)
    length.append(0)
    room.append(wanted)
    index.resize(to: index.count + wanted, filledWith: 0)
    value.resize(to: value.count + wanted, filledWith: 0)
  }

  /// Adds an entry at the end of a list.
  mutating func append(index newIndex: Int, value newValue: Double, to list: Int) {
    if length[list] == room[list] { move(list, room: max(4, 2 * length[list])) }
    let place = start[list] + length[list]
    index[place] = Int32(truncatingIfNeeded: newIndex)
    value[place] = newValue
    length[list] += 1
  }

  /// Adds the list, times `factor`, to a vector that may hold entries already.
  func add(_ list: Int, times factor: Double, to vector: inout WorkVector) {
    let first = start[list]
    for place in first..<(first + length[list]) {
      vector.add(factor * value[place], at: Int(index[place]))
    }
  }

  /// The inner product of a list with a full vector.
  @inline(__always)
  func product(_ list: Int, with vector: UnsafeMutablePointer<Double>) -> Double {
    let first = start[list]
    let indices = index.base + first
    let values = value.base + first
    var sum = 0.0
    for place in 0..<length[list] { sum += values[place] * vector[Int(indices[place])] }
    return sum
  }

  /// Forgets every list and keeps the memory.
  mutating func removeAll() {
    start.resize(to: 0, filledWith: 0)
    length.resize(to: 0, filledWith: 0)
    room.resize(to: 0, filledWith: 0)
    index.resize(to: 0, filledWith: 0)
    value.resize(to: 0, filledWith: 0)
  }

  /// Forgets the entries of one list.
  func empty(_ list: Int) { length[list] = 0 }

  /// The index of the last entry of a list, or -1 if it is empty.
  func lastIndex(of list: Int) -> Int {
    length[list] == 0 ? -1 : Int(index[start[list] + length[list] - 1])
  }

  /// The place of an index in the pool, which must be in the list; O(length).
  @inline(__always)
  func place(of wanted: Int, in list: Int) -> Int {
    let sought = Int32(truncatingIfNeeded: wanted)
    var place = start[list]
    while index.base[place] != sought { place += 1 }
    assert(place < start[list] + length[list], "no such entry")
    return place
  }

  /// Removes the entry at a place of the pool; the last of the list takes its place.
  @inline(__always)
  func remove(at place: Int, from list: Int) {
    let last = start[list] + length[list] - 1
    index[place] = index[last]
    value[place] = value[last]
    length[list] -= 1
  }

  /// Takes the list, times `factor`, off a full vector.
  @inline(__always)
  func subtract(_ list: Int, times factor: Double, from vector: UnsafeMutablePointer<Double>) {
    let first = start[list]
    let indices = index.base + first
    let values = value.base + first
    for place in 0..<length[list] { vector[Int(indices[place])] -= factor * values[place] }
  }

  private mutating func move(_ list: Int, room wanted: Int) {
    let fresh = index.count
    index.resize(to: fresh + wanted, filledWith: 0)
    value.resize(to: fresh + wanted, filledWith: 0)
    (index.base + fresh).update(from: index.base + start[list], count: length[list])
    (value.base + fresh).update(from: value.base + start[list], count: length[list])
    start[list] = fresh
    room[list] = wanted
  }
}
