import TrefoilModel

/// Tells UTF-8 text from everything else, and says what to do about the rest.
enum TextCheck {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func startsWithByteOrderMark(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: byteOrderMark)
  }

  /// The fault of a file that shows in its first bytes that it is not a text of single bytes.
  static func signatureFault(
    in bytes: [UInt8], file: String, remedy: String = saveAsUTF8
  ) -> Fault? {
    let start = SourcePosition(file: file)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Fault(at: start, problem: "the file is UTF-16 text, not UTF-8", remedy: remedy)
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return Fault(at: start, problem: "the file is a workbook, not text", remedy: remedy)
    }
    return nil
  }

  /// The fault of a file that has a byte that is not UTF-8 text, or a zero byte.
  static func encodingFault(
    in bytes: [UInt8], file: String, remedy: String = saveAsUTF8
  ) -> Fault? {
    guard let offset = firstBadByte(in: bytes) else { return nil }
    let digits = String(bytes[offset], radix: 16, uppercase: true)
    return Fault(
      at: position(of: offset, in: bytes, file: file), problem: "the file is not UTF-8 text",
      found: "byte 0x" + (digits.count == 1 ? "0" : "") + digits, remedy: remedy)
  }

  static let saveAsUTF8 = "save it from the spreadsheet program as 'CSV UTF-8'"

  /// The text of a file that is not a table, without a byte order mark; or why it is none.
  static func text(of bytes: [UInt8], file: String) -> Result<String, Fault> {
    let remedy = "save it as plain text in UTF-8"
    if let fault = signatureFault(in: bytes, file: file, remedy: remedy)
      ?? encodingFault(in: bytes, file: file, remedy: remedy)
    {
      return .failure(fault)
    }
    let start = startsWithByteOrderMark(bytes) ? byteOrderMark.count : 0
    return .success(String(decoding: bytes[start...], as: UTF8.self))
  }

  /// Where the first byte lies that is zero or that begins no valid UTF-8 sequence.
  static func firstBadByte(in bytes: [UInt8]) -> Int? {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte > 0, byte < 0x80 {
        offset += 1
        continue
      }
      let width = sequenceWidth(at: offset, in: bytes)
      if width == 0 { return offset }
      offset += width
    }
    return nil
  }

  /// The number of bytes of the valid sequence of two to four bytes at an offset, or 0.
  ///
  /// The table of well-formed sequences in the Unicode Standard, section 3.9: only the second byte
  /// has bounds that depend on the first.
  private static func sequenceWidth(at offset: Int, in bytes: [UInt8]) -> Int {
    let (width, second): (Int, ClosedRange<UInt8>) =
      switch bytes[offset] {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard width > 0, offset + width <= bytes.count, second.contains(bytes[offset + 1]),
      bytes[(offset + 2)..<(offset + width)].allSatisfy({ (0x80...0xBF).contains($0) })
    else { return 0 }
    return width
  }

  private static func position(
    of offset: Int, in bytes: [UInt8], file: String
  ) -> SourcePosition {
    var (line, column) = (1, 1)
    for index in (startsWithByteOrderMark(bytes) ? byteOrderMark.count : 0)..<offset {
      let byte = bytes[index]
      let isPairStart = byte == UInt8(ascii: "\r") && bytes[index + 1] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isPairStart) {
        (line, column) = (line + 1, 1)
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        column += 1
      }
    }
    return SourcePosition(file: file, line: line, column: column)
  }
}
