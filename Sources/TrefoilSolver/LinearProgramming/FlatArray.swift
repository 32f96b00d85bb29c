/// A growable array of plain numbers that is never copied and never checks for sharing.
///
/// The inner loops of the simplex method read and write several arrays at once. Array's checks
/// for bounds and unique ownership at every write would double their time; here the bounds are
/// asserted in debug builds only, and ownership is unique by construction.
struct FlatArray<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count: Int
  private var capacity: Int

  init() {
    capacity = 8
    count = 0
    base = .allocate(capacity: capacity)
  }

  /// So many elements, each of which must be set before it is read.
  init(uninitialisedCount: Int) {
    count = uninitialisedCount
    capacity = max(1, uninitialisedCount)
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "index outside the array")
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "index outside the array")
      base[index] = newValue
    }
  }

  /// Adds one element at the end; amortised O(1).
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Cuts the array, or lengthens it with copies of `element`.
  mutating func resize(to newCount: Int, filledWith element: Element) {
    if newCount > capacity { grow(to: newCount) }
    if newCount > count {
      (base + count).initialize(repeating: element, count: newCount - count)
    }
    count = newCount
  }

  /// Sets every element.
  func fill(with element: Element) {
    base.update(repeating: element, count: count)
  }

  /// Sets elements from a place on.
  func set(from start: Int, to elements: [Element]) {
    if elements.isEmpty { return }
    assert(start >= 0 && start + elements.count <= count, "beyond the end of the array")
    elements.withUnsafeBufferPointer { elements in
      guard let first = elements.baseAddress else { return }
      (base + start).update(from: first, count: elements.count)
    }
  }

  /// Becomes an element-wise copy of another array of any length.
  mutating func assign(from other: borrowing FlatArray<Element>) {
    if other.count > capacity { grow(to: other.count) }
    base.update(from: other.base, count: other.count)
    count = other.count
  }

  private mutating func grow(to needed: Int) {
    let wider = max(needed, 2 * capacity)
    let fresh = UnsafeMutablePointer<Element>.allocate(capacity: wider)
    fresh.update(from: base, count: count)
    base.deallocate()
    base = fresh
    capacity = wider
  }
}
