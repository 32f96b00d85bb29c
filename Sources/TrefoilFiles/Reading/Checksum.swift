/// A checksum of bytes that tells whether files have changed: 64 bits by FNV-1a.
///
/// It finds changes that happen, not ones that somebody contrives. Linear in the number of bytes.
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, The FNV Non-Cryptographic Hash Algorithm
/// (IETF Internet-Draft draft-eastlake-fnv).
public struct Checksum: Sendable, Hashable, CustomStringConvertible {
  private static let prime: UInt64 = 0x100_0000_01B3
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  /// Takes in bytes.
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      state = (state ^ UInt64(byte)) &* Self.prime
    }
  }

  /// Takes in a file: its name and its length as well, so that bytes which move from one file to
  /// the next are seen.
  public mutating func add(name: String, bytes: [UInt8]) {
    add(name.utf8)
    add("\0\(bytes.count)\0".utf8)
    add(bytes)
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
