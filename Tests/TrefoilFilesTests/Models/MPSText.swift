/// A tiny reader of free-format MPS, for what the writer writes.
struct MPSText {
  struct Column: Equatable {
    var cost = 0
    var upper = 0
    var entries: [String: Int] = [:]
  }

  var comments: [String] = []
  var senses: [String: String] = [:]
  var rightHandSides: [String: Int] = [:]
  var columns: [String: Column] = [:]
  var constant = 0
  var ended = false

  /// Nil when a line is not as the format has it.
  init?(_ text: String) {
    var section = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let words = line.split(separator: " ").map(String.init)
      if line.hasPrefix("*") {
        comments.append(String(line))
      } else if !line.hasPrefix(" ") {
        section = words.first ?? ""
        ended = section == "ENDATA"
      } else if !read(words, in: section) {
        return nil
      }
    }
  }

  private mutating func read(_ words: [String], in section: String) -> Bool {
    switch (section, words.count) {
    case ("ROWS", 2): senses[words[1]] = words[0]
    case ("COLUMNS", 3), ("COLUMNS", 5):
      if words[1] == "'MARKER'" { return true }
      for index in stride(from: 1, to: words.count, by: 2) {
        guard let number = Int(words[index + 1]), let sense = senses[words[index]] else {
          return false
        }
        if sense == "N" {
          columns[words[0], default: Column()].cost = number
        } else {
          columns[words[0], default: Column()].entries[words[index]] = number
        }
      }
    case ("RHS", 3):
      guard let number = Int(words[2]), let sense = senses[words[1]] else { return false }
      if sense == "N" { constant = -number } else { rightHandSides[words[1]] = number }
    case ("BOUNDS", 3) where words[0] == "BV": columns[words[2]]?.upper = 1
    case ("BOUNDS", 4) where words[0] == "UP": columns[words[2]]?.upper = Int(words[3]) ?? 0
    default: return false
    }
    return true
  }
}
