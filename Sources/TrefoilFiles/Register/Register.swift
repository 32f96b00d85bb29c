import TrefoilModel

/// The multi-academy trusts of a register of schools, and what of the register was left out.
public struct Register: Sendable {
  /// A trust with those of its schools that can be planned for.
  public struct Trust: Sendable, Hashable {
    /// As the register has it: a number.
    public let id: String
    public let name: String
    /// In the order of the register.
    public let schools: [School]

    public init(id: String, name: String, schools: [School]) {
      self.id = id
      self.name = name
      self.schools = schools
    }

    /// A scenario of these schools and nothing else: their ids are the register's numbers, their
    /// places its grid references.
    public var scenario: Scenario { Scenario(trust: name, schools: schools) }

    /// A name for the folder of the scenario: the id and the name in small letters and hyphens.
    public var folderName: String {
      let words = (id + " " + name).lowercased().split {
        !($0.isASCII && ($0.isLetter || $0.isNumber))
      }
      return words.joined(separator: "-")
    }
  }

  /// Why a row of a register is no school of a trust.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    case notOpen = "not open"
    case noTrust = "in no multi-academy trust"
    case noPlace = "without a place in Great Britain"
    case noPhase = "of no phase that is known"
    case noNumber = "without a number"
    case twice = "with a number that an earlier row has"
  }

  /// A school of a trust that could not be taken in, for the reason given.
  public struct LeftOut: Sendable, Hashable {
    public let trust: String
    public let number: String
    public let name: String
    public let reason: Reason
  }

  /// In the order of their names.
  public let trusts: [Trust]
  /// How many rows the register has.
  public let rows: Int
  /// How many rows were left out, by the first reason that holds.
  public let counts: [Reason: Int]
  /// The schools of multi-academy trusts among them, in the order of the register.
  public let leftOut: [LeftOut]

  /// What was left out, in a sentence; nil when nothing was.
  public var summary: String? {
    let parts = Reason.allCases.compactMap { reason in
      counts[reason].map { "\($0) \(reason.rawValue)" }
    }
    return parts.isEmpty ? nil : "left out of \(rows) rows: \(parts.joined(separator: ", "))"
  }

  /// The trust of an id, of a name in any capitals, or of the only name that begins so.
  ///
  /// Linear in the number of trusts.
  ///
  /// - Throws: `NoSuchTrust` if there is none, or if several names begin so.
  public func trust(_ text: String) throws(NoSuchTrust) -> Trust {
    let wanted = Self.folded(text)
    if let trust = trusts.first(where: { $0.id == text }) { return trust }
    let named = trusts.filter { Self.folded($0.name) == wanted }
    let found = named.isEmpty ? trusts.filter { Self.folded($0.name).hasPrefix(wanted) } : named
    if found.count == 1, !wanted.isEmpty { return found[0] }
    if found.isEmpty || wanted.isEmpty {
      let near = Spelling.nearest(to: wanted, among: trusts.map { Self.folded($0.name) })
      let trust = trusts.first { Self.folded($0.name) == near }
      throw NoSuchTrust(text: text, candidates: trust.map { [$0] } ?? [], isAmbiguous: false)
    }
    throw NoSuchTrust(text: text, candidates: found, isAmbiguous: true)
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
