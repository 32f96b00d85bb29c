/// Finds the word that a misspelt one was probably meant to be.
public enum Spelling {
  /// Longer words are never compared: nobody mistypes a word of this length, and comparing two
  /// takes time that grows with the product of their lengths.
  private static let longestWord = 80

  /// The candidate closest to a word, for a question such as "did you mean 'primary'?", or nil if
  /// none is close.
  ///
  /// Closeness is the Damerau-Levenshtein distance in its common restricted form: the least
  /// number of insertions, deletions, substitutions and swaps of neighbours, no piece of text
  /// being edited twice (Damerau 1964, doi:10.1145/363958.363994). Upper and lower case count as
  /// the same. A candidate is close if the distance is at most a third of the longer of the two
  /// words. Of candidates equally close the first in Unicode order is chosen, so that the answer
  /// does not depend on the order of the candidates. Words longer than 80 characters and empty
  /// words have no nearest word.
  ///
  /// Costs O(n k²) for n candidates of k characters, far less where lengths differ.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    guard let typed = folded(word) else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      guard let letters = folded(candidate) else { continue }
      let allowed = max(typed.count, letters.count) / 3
      guard abs(typed.count - letters.count) <= min(allowed, best?.distance ?? allowed) else {
        continue
      }
      let distance = self.distance(typed, letters)
      guard distance <= allowed else { continue }
      if let chosen = best, (chosen.distance, chosen.candidate) <= (distance, candidate) {
        continue
      }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  private static func folded(_ word: String) -> [Unicode.Scalar]? {
    // A scalar takes at most four bytes, so this turns a very long text away without reading it.
    guard word.utf8.count <= 4 * longestWord else { return nil }
    let scalars = Array(word.lowercased().unicodeScalars)
    return scalars.isEmpty || scalars.count > longestWord ? nil : scalars
  }

  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    for row in 1...first.count {
      var current = [row] + [Int](repeating: 0, count: second.count)
      for column in 1...second.count {
        let substitution = last[column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1)
        var least = min(substitution, last[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, first[row - 1] == second[column - 2],
          first[row - 2] == second[column - 1]
        {
          least = min(least, beforeLast[column - 2] + 1)
        }
        current[column] = least
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
