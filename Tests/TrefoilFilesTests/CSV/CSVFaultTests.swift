import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("Faults of CSV files")
struct CSVFaultTests {
  private func faults(_ text: String, by reader: CSVReader = .scenario) -> [String] {
    reader.read(Array(text.utf8), file: "t.csv").faults.map(\.description)
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\n \r\n", ",,\n"])
  func `an empty file`(text: String) {
    let found = faults(text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("t.csv:1:1: the file is empty; write the names") == true)
  }

  @Test func `a file with only a header`() {
    #expect(
      faults("\nid,name\n") == [
        "t.csv:2:1: there is no row below the header; write a row for each entry"
      ])
  }

  @Test func `ragged rows`() {
    #expect(
      faults("id,name,phase\na\nb,x,y,z z,\nc,d,e\nf,g\n") == [
        "t.csv:2:1: the row has 1 cell where the header has 3; "
          + "add what is missing; an empty cell is nothing between two commas",
        "t.csv:3:7: the row has 5 cells where the header has 3, found 'z z'; "
          + "put quotes around a cell that contains a comma, or remove the extra cells",
        "t.csv:5:1: the row has 2 cells where the header has 3; "
          + "add what is missing; an empty cell is nothing between two commas",
      ])
  }

  @Test func `a quote that is never closed is reported where it was opened`() throws {
    let reading = CSVReader.scenario.read(
      Array("id,name\na,b\nc, \"open, \"\"still\"\"\nd,e\n".utf8), file: "t.csv")
    #expect(
      reading.faults.map(\.description) == [
        "t.csv:3:4: the quote opened here is never closed, found 'open, \"\"still\"\"\\nd,e\\n'; "
          + "close it with another \", or write \"\" for a quote that belongs to the text"
      ])
    #expect(reading.table?.rows.count == 1)
    #expect(faults("\"id\n").first?.hasPrefix("t.csv:1:1: the quote opened") == true)
  }

  @Test func `text after a closing quote`() {
    #expect(
      faults("id,name\na,\"St \"Mary\" \"\nb,\"x\" \n") == [
        "t.csv:2:8: there is text after the closing quote of the cell that begins at line 2, "
          + "column 3, found 'Mary\" \"'; "
          + "put the whole cell in quotes, and write \"\" for a quote that belongs to the text"
      ])
  }

  @Test func `header names that are the same`() {
    #expect(
      faults("id,Data Due,data_due,id,ID\n1,2,3,4,5\n") == [
        "t.csv:1:13: two columns have the same name, the first at line 1, column 4, "
          + "found 'data_due'; rename or remove one of them",
        "t.csv:1:22: two columns have the same name, the first at line 1, column 1, "
          + "found 'id'; rename or remove one of them",
        "t.csv:1:25: two columns have the same name, the first at line 1, column 1, "
          + "found 'ID'; rename or remove one of them",
      ])
  }

  @Test func `text below an empty header cell, once a column`() {
    #expect(
      faults("id,,\na,,\nb,x,\nc,y,z\n") == [
        "t.csv:3:3: the column of this cell has no name, found 'x'; "
          + "write a name in line 1, or empty the column",
        "t.csv:4:5: the column of this cell has no name, found 'z'; "
          + "write a name in line 1, or empty the column",
      ])
  }

  @Test(arguments: [("id;name", "semicolons"), ("id\tname", "tabs"), ("id|name", "bars")])
  func `cells separated by something else`(header: String, name: String) {
    let found = faults(header + "\na,b,c\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("t.csv:1:1: the cells are separated by \(name),") == true)
  }

  @Test(arguments: [
    ([0xE9], 1, 1, "0xE9"), (Array("id\r\nab\r\né\r".utf8) + [0x61, 0x0A, 0xC3], 5, 1, "0xC3"),
    (Array("éa,".utf8) + [0x80], 1, 4, "0x80"), (Array("id\n".utf8) + [0], 2, 1, "0x00"),
    ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], 1, 2, "0xFF"),
  ])
  func `a file that is not UTF-8 text`(bytes: [UInt8], line: Int, column: Int, byte: String) {
    let reading = CSVReader.scenario.read(bytes, file: "t.csv")
    #expect(reading.table == nil)
    #expect(
      reading.faults.map(\.description) == [
        "t.csv:\(line):\(column): the file is not UTF-8 text, found 'byte \(byte)'; "
          + "save it from the spreadsheet program as 'CSV UTF-8'"
      ])
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x69, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x69], "UTF-16"),
    ([0x50, 0x4B, 3, 4, 20, 0], "workbook"),
  ])
  func `a file of another format is named, whoever reads it`(bytes: [UInt8], name: String) {
    for reader in [CSVReader.scenario, .register] {
      let reading = reader.read(bytes, file: "t.csv")
      #expect(reading.table == nil)
      #expect(reading.faults.count == 1)
      #expect(reading.faults.first?.problem.contains(name) == true)
      #expect(reading.faults.first?.remedy.contains("CSV UTF-8") == true)
    }
  }

  @Test func `a file that is too large is not even looked at`() {
    let reader = CSVReader(
      encoding: .utf8, raggedRows: .faulty, needsRows: true, largestFile: 10)
    #expect(reader.read(Array("id\n1234567".utf8), file: "t.csv").faults.isEmpty)
    #expect(
      reader.read(Array("id\n12345678".utf8), file: "t.csv").faults.map(\.description) == [
        "t.csv:1:1: the file is too large, found '11 bytes'; cut it down to 10 bytes"
      ])
  }

  @Test func `all faults come at once, in the order of the file`() {
    let reading = CSVReader.scenario.read(
      Array("id,id,\na,\"b\"c,\nd\ne,f,g\nh,\"i".utf8), file: "t.csv")
    #expect(reading.faults.map(\.position.line) == [1, 2, 3, 4, 5])
    #expect(reading.table?.rows.count == 3)
  }
}
