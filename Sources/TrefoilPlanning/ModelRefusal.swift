import TrefoilSolver

/// Why a model is not handed to other solvers, in words.
public struct ModelRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  public let sentences: [String]

  public var description: String { sentences.joined(separator: "\n") }

  /// Refuses a model of more columns than are written.
  static func check(columns: Int) throws(ModelRefusal) {
    if columns <= ExplicitModel.mostColumns { return }
    throw ModelRefusal(sentences: [
      "The model has \(columns) columns; at most \(ExplicitModel.mostColumns) are written."
    ])
  }
}
