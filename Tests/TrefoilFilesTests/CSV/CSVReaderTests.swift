import Testing
import TrefoilFiles
import TrefoilModel

@Suite("The CSV reader")
struct CSVReaderTests {
  private func read(_ text: String, by reader: CSVReader = .scenario) -> CSVReading {
    reader.read(Array(text.utf8), file: "t.csv")
  }

  private func texts(_ reading: CSVReading) -> [[String]] {
    guard let table = reading.table else { return [] }
    return table.rows.map { row in table.columns.map { row[$0].text } }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `each kind of line end works, with and without one at the end`(end: String) {
    for last in ["", end, end + end] {
      let reading = read("id,name" + end + "a,Ash" + end + end + "b,Beech" + last)
      #expect(reading.faults.isEmpty)
      #expect(texts(reading) == [["a", "Ash"], ["b", "Beech"]])
      #expect(reading.table?.rows.last?.position.line == 4)
    }
  }

  @Test func `a byte order mark is passed over and moves no column`() throws {
    let reading = read("\u{FEFF}id,name\na,Ash\n")
    #expect(reading.faults.isEmpty)
    let table = try #require(reading.table)
    #expect(table.columns.map(\.name) == ["id", "name"])
    #expect(table.columns.map(\.position.column) == [1, 4])
  }

  @Test func `quoted cells hold commas, doubled quotes and line ends`() {
    let reading = read("id,name\na,\"Ash, \"\"the\"\" old\r\none\"\nb,\"\"\n\"c\",\"\"\"\"\n")
    #expect(reading.faults.isEmpty)
    #expect(texts(reading) == [["a", "Ash, \"the\" old\r\none"], ["b", ""], ["c", "\""]])
    #expect(reading.table?.rows.map(\.position.line) == [2, 4, 5])
  }

  @Test func `spaces around cells are dropped, spaces inside quotes are kept`() {
    let reading = read(" id ,\tname\u{A0}\n a b , \" x, y \" \n")
    #expect(reading.faults.isEmpty)
    #expect(reading.table?.columns.map(\.name) == ["id", "name"])
    #expect(texts(reading) == [["a b", " x, y "]])
  }

  @Test func `a quote inside an unquoted cell is itself`() {
    let reading = read("id\nSt Mary's \"Old\" School\n")
    #expect(reading.faults.isEmpty)
    #expect(texts(reading) == [["St Mary's \"Old\" School"]])
  }

  @Test func `cells keep their line and their column in characters`() throws {
    let reading = read("id,name,phase\né,\"naïve\n☘️\",  primary\n,,x\n")
    let table = try #require(reading.table)
    let places = table.rows.map { row in
      table.columns.map { column in
        [row[column].position.line, row[column].position.column]
      }
    }
    #expect(places == [[[2, 1], [2, 3], [3, 7]], [[4, 1], [4, 2], [4, 3]]])
    #expect(table.rows[0][table.columns[2]].position.file == "t.csv")
  }

  @Test func `columns are found whatever their capitals, spaces, hyphens and underscores`() throws {
    let table = try #require(read("Data_Due,Phase,two  words\n1,2,3\n").table)
    #expect(table.column("data-due")?.name == "Data_Due")
    #expect(table.column("DATA DUE")?.name == "Data_Due")
    #expect(table.column("phase")?.name == "Phase")
    #expect(table.column("Two-Words")?.name == "two  words")
    #expect(table.column("datadue") == nil)
    #expect(table.column("") == nil)
  }

  @Test func `blank lines and rows of empty cells are passed over`() {
    let reading = read("\n , \nid,name\n\n,\n \t\na,b\n\"\",\"\"\n,,,\n")
    #expect(reading.faults.isEmpty)
    #expect(texts(reading) == [["a", "b"]])
  }

  @Test func `a file may be allowed to have no rows`() {
    let reading = read("id,name\n", by: CSVReader(needsRows: false))
    #expect(reading.faults.isEmpty)
    #expect(reading.table?.rows.isEmpty == true)
  }

  @Test func `unnamed columns are nothing as long as they are empty`() {
    let reading = read("id,name,,\na,b,,\n")
    #expect(reading.faults.isEmpty)
    #expect(reading.table?.columns.count == 2)
  }

  @Test func `the register is read leniently, and its ragged rows are counted`() throws {
    let reading = read("id,name,town\na\nb,x,y,z\nc,x,y\n", by: .register)
    #expect(reading.faults.isEmpty)
    #expect(reading.table?.raggedRowCount == 2)
    #expect(texts(reading) == [["a", "", ""], ["b", "x", "y"], ["c", "x", "y"]])
    let table = try #require(reading.table)
    #expect(table.rows[0][table.columns[2]].position == table.rows[0].position)
  }
}
