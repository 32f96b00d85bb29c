import Testing
import TrefoilModel

@Suite("Faults name the place, the problem, what was found and the remedy")
struct FaultTests {
  let place = SourcePosition(file: "schools.csv", line: 4, column: 12)

  @Test func `a fault reads as one line`() {
    let fault = Fault(
      at: place, problem: "there is no such phase", found: "Primry",
      remedy: "did you mean 'primary'?")
    #expect(
      fault.description
        == "schools.csv:4:12: there is no such phase, found 'Primry'; did you mean 'primary'?")
  }

  @Test func `a fault with nothing found says nothing of it`() {
    let fault = Fault(at: place, problem: "the file is empty", remedy: "add a header")
    #expect(fault.description == "schools.csv:4:12: the file is empty; add a header")
  }

  @Test func `what was found is cut to sixty characters`() {
    let exact = String(repeating: "a", count: 60)
    #expect(Excerpt.of(exact) == exact)
    #expect(Excerpt.of(exact + "a") == String(repeating: "a", count: 59) + "…")
    #expect(Excerpt.of("e" + String(repeating: "\u{301}", count: 1_000_000)).utf8.count < 200)
    let fault = Fault(at: place, problem: "p", found: exact + "bcd", remedy: "r")
    #expect(fault.found?.count == 60)
  }

  @Test(arguments: [
    ("a\tb\r\nc", "a\\tb\\r\\nc"), ("\u{1B}[31m", "\\u{1B}[31m"), ("a\u{A0}b", "a\\u{A0}b"),
    ("x\u{202E}y", "x\\u{202E}y"), ("\u{0}\u{7F}\u{85}\u{2028}", "\\u{0}\\u{7F}\\u{85}\\u{2028}"),
    ("👩‍🏫 naïve", "👩‍🏫 naïve"), ("", ""),
  ])
  func `what cannot be seen is escaped`(text: String, shown: String) {
    #expect(Excerpt.of(text) == shown)
    #expect(Fault(at: place, problem: "p", found: text, remedy: "r").found == shown)
  }

  @Test func `no part of a description can break the line`() {
    let fault = Fault(
      at: SourcePosition(file: "a\nb"), problem: "p\r", found: "\n", remedy: "\u{1B}c")
    #expect(fault.description == "a\\nb:1:1: p\\r, found '\\n'; \\u{1B}c")
  }

  @Test func `faults are sorted by file, line and column, whatever order they came in`() {
    let sorted = [("a", 2, 9), ("a", 10, 1), ("a", 10, 2), ("b", 1, 1)].map { place in
      Fault(
        at: SourcePosition(file: place.0, line: place.1, column: place.2), problem: "p",
        remedy: "r")
    }
    #expect(Faults(sorted.reversed()).faults == sorted)
    #expect(Faults([sorted[2], sorted[0], sorted[3], sorted[1]]).faults == sorted)
    #expect(Faults(sorted).description.split(separator: "\n").count == 4)
  }

  @Test func `faults at one place are sorted by their text`() {
    let first = Fault(at: place, problem: "p", found: "a", remedy: "r")
    let second = Fault(at: place, problem: "p", found: "b", remedy: "a")
    #expect(Faults([second, first]).faults == [first, second])
  }
}
