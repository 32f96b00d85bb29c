/// A vector held twice: as a full array of values, and as the list of its nonzero places.
///
/// Loops run over the list alone, so that a sparse vector costs what its nonzeros cost.
struct WorkVector: ~Copyable {
  var values = FlatArray<Double>()
  var indices = FlatArray<Int32>()
  var count = 0

  /// Makes room for `size` places; the vector must be empty.
  mutating func resize(to size: Int) {
    values.resize(to: size, filledWith: 0)
    indices.resize(to: size, filledWith: 0)
  }

  /// Sets the listed places to zero and empties the list.
  mutating func clear() {
    let value = values.base
    let index = indices.base
    for place in 0..<count { value[Int(index[place])] = 0 }
    count = 0
  }

  /// Adds to a place that is not in the list yet.
  mutating func insert(_ value: Double, at place: Int) {
    values[place] = value
    indices[count] = Int32(truncatingIfNeeded: place)
    count += 1
  }

  /// Adds to a place that may be in the list already.
  ///
  /// A sum that cancels to zero is kept as a negligible number, so that no place is listed twice.
  mutating func add(_ value: Double, at place: Int) {
    let old = values[place]
    if old == 0 {
      indices[count] = Int32(truncatingIfNeeded: place)
      count += 1
    }
    let sum = old + value
    values[place] = sum == 0 ? 1e-100 : sum
  }

  /// Lists the nonzero places anew from the values, dropping those below `threshold`.
  mutating func collect(dropBelow threshold: Double) {
    let value = values.base
    let index = indices.base
    var found = 0
    for place in 0..<values.count where value[place] != 0 {
      if value[place].magnitude > threshold {
        index[found] = Int32(truncatingIfNeeded: place)
        found += 1
      } else {
        value[place] = 0
      }
    }
    count = found
  }
}
