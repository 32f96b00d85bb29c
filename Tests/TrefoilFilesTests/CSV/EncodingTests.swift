import Testing

@testable import TrefoilFiles

@Suite("Encodings of text files")
struct EncodingTests {
  @Test func `valid UTF-8 is told from invalid exactly as the standard library tells it`() {
    let edges: [UInt8] = [
      0x00, 0x01, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for first in edges {
      for second in edges {
        for third in [0x41, 0x80, 0xBF, 0xC2] as [UInt8] {
          for length in 1...4 {
            let bytes = Array([first, second, third, 0x80].prefix(length))
            let isText = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
            #expect((TextCheck.firstBadByte(in: bytes) == nil) == isText, "\(bytes)")
          }
        }
      }
    }
  }

  @Test func `Windows-1252 gives every byte its character`() {
    let all = String(decoding: Windows1252.utf8(from: Array(0...255)), as: UTF8.self)
    let scalars = Array(all.unicodeScalars)
    #expect(scalars.count == 256)
    for byte in Array(0..<0x80) + Array(0xA0...0xFF) + [0x81, 0x8D, 0x8F, 0x90, 0x9D] {
      #expect(scalars[byte].value == UInt32(byte))
    }
    #expect(
      String(String.UnicodeScalarView(scalars[0x80..<0xA0].filter { $0.value > 0xFF }))
        == "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
  }

  @Test func `the register may be Windows-1252 or UTF-8, and columns stay characters`() throws {
    let old: [UInt8] = Array("name,town\nSt Mary".utf8) + [0x92, 0x73, 0x2C, 0xE9, 0x0A]
    for bytes in [old, Array("name,town\nSt Mary’s,é\n".utf8)] {
      let reading = CSVReader.register.read(bytes, file: "r.csv")
      #expect(reading.faults.isEmpty)
      let table = try #require(reading.table)
      let cells = table.columns.map { table.rows[0][$0] }
      #expect(cells.map(\.text) == ["St Mary’s", "é"])
      #expect(cells.map(\.position.column) == [1, 11])
    }
  }

  @Test func `a zero byte is a fault in the register too`() {
    let reading = CSVReader.register.read([0x61, 0x0A, 0xE9, 0x00], file: "r.csv")
    #expect(reading.table == nil)
    #expect(reading.faults.count == 1)
  }
}
