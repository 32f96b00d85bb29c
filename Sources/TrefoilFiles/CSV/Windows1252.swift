/// The character encoding of files from older Windows programs, among them the national register
/// of schools.
enum Windows1252 {
  /// The same text in UTF-8.
  ///
  /// Every byte has a meaning: the five that Microsoft leaves undefined (81, 8D, 8F, 90 and 9D)
  /// become the control characters of the same number, as the WHATWG Encoding Standard has it.
  /// Linear.
  static func utf8(from bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar = byte < 0xA0 ? special[Int(byte - 0x80)] : Unicode.Scalar(byte)
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return text
  }

  /// The characters of the bytes from 80 to 9F.
  private static let special: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
  ]
}
