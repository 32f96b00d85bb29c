import Testing
import TrefoilFiles
import TrefoilModel
import TrefoilSolver

@Suite("CSV at random")
struct CSVRandomTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `what is laid out by hand is found where it was put`(seed: UInt64) throws {
    var layout = RandomLayout(seed: seed)
    layout.fill()
    let reading = CSVReader.scenario.read(Array(layout.text.utf8), file: "t.csv")
    #expect(reading.faults.isEmpty, "seed \(seed): \(layout.text.debugDescription)")
    let table = try #require(reading.table)
    let found = table.rows.map { row in table.columns.map { row[$0] } }
    #expect(
      found.map { $0.map(\.text) } == layout.rows.map { $0.map(\.text) },
      "seed \(seed): \(layout.text.debugDescription)")
    #expect(
      found.map { $0.map(\.position) } == layout.rows.map { $0.map(\.position) },
      "seed \(seed): \(layout.text.debugDescription)")
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `what is written is read back`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let width = 1 + random.below(4)
    let header = (0..<width).map { "column \($0)" }
    let rows = (0..<random.below(12)).map { _ in
      ["x"] + (1..<width).map { _ in unlikeFormula(&random) }
    }
    var writer = CSVWriter(header: header)
    for row in rows { writer.append(row) }
    let reading = CSVReader(needsRows: false).read(Array(writer.text.utf8), file: "t.csv")
    #expect(reading.faults.isEmpty, "seed \(seed): \(writer.text.debugDescription)")
    let table = try #require(reading.table)
    #expect(
      table.rows.map { row in table.columns.map { row[$0].text } } == rows,
      "seed \(seed): \(writer.text.debugDescription)")
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `no bytes are fatal, and faults lie inside the file`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("\",\n\r ;ab\t".utf8) + [0xC2, 0xA0, 0xE2, 0x98, 0x80, 0xEF, 0xBB, 0xBF]
    for round in 0..<40 {
      let anything = round % 4 == 0
      let bytes = (0..<random.below(80)).map { _ in
        anything ? UInt8(random.below(256)) : alphabet[random.below(alphabet.count)]
      }
      for reader in [CSVReader.scenario, .register] {
        let reading = reader.read(bytes, file: "t.csv")
        #expect(reading.table != nil || !reading.faults.isEmpty, "seed \(seed): \(bytes)")
        for row in reading.table?.rows ?? [] {
          _ = reading.table?.columns.map { row[$0].text }
        }
        let lines = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
        for fault in reading.faults {
          #expect((1...lines).contains(fault.position.line), "seed \(seed): \(bytes)")
          #expect(
            (1...(bytes.count + 1)).contains(fault.position.column), "seed \(seed): \(bytes)")
        }
      }
    }
  }

  /// Text that the writer does not disarm, and so gives back letter for letter.
  private func unlikeFormula(_ random: inout SeededGenerator) -> String {
    let text = RandomLayout.text(&random, isQuoted: true)
    let isFormulaLike = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
    return isFormulaLike == true ? "é" + text : text
  }
}
