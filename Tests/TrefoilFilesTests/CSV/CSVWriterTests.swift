import Testing
import TrefoilFiles

@Suite("The CSV writer")
struct CSVWriterTests {
  private func written(_ cell: String) -> String {
    var writer = CSVWriter(header: ["h"])
    writer.append([cell])
    return String(writer.text.dropFirst(2).dropLast())
  }

  @Test func `a table is lines of cells`() {
    var writer = CSVWriter(header: ["id", "name"])
    writer.append(["a", "Ash, the \"old\" one"])
    writer.append(["b", ""])
    #expect(writer.text == "id,name\na,\"Ash, the \"\"old\"\" one\"\nb,\n")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), (" a", "\" a\""), ("a ", "\"a \""), ("", "\"\""), ("é☘", "é☘"),
  ])
  func `quotes stand where they are needed`(cell: String, expected: String) {
    #expect(written(cell) == expected)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+44 20", "'+44 20"), ("-x", "'-x"),
    ("-", "'-"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("-1-1", "'-1-1"), ("+1.2.3", "'+1.2.3"),
    ("-.5", "'-.5"), ("=cmd|'/C calc'!A0,1", "\"'=cmd|'/C calc'!A0,1\""), ("-1e5", "'-1e5"),
  ])
  func `what a spreadsheet could run is disarmed`(cell: String, expected: String) {
    #expect(written(cell) == expected)
  }

  @Test(arguments: ["-12.5", "+3", "-0", "12", "a=b", "a-b", "'quoted"])
  func `numbers and harmless text stay as they are`(cell: String) {
    #expect(written(cell) == cell)
  }
}
