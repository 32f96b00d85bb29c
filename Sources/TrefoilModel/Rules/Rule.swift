/// What a finding of a rule adds up in.
public enum Figure: Sendable, Hashable {
  /// The cost of the plan, in person-minutes.
  case cost
  /// How well the dates suit, a figure of its own that never makes a team worse.
  case calendar
}

/// One thing a rule says about a plan: a cost, or a rule broken.
public struct Finding: Sendable, Hashable {
  public let rule: RuleKey
  public let charge: Charge
  /// Which group of the term it falls on; nil when it belongs to none alone.
  public let group: Int?
  /// In words that a head would accept.
  public let sentence: String

  public init(rule: RuleKey, charge: Charge, group: Int? = nil, sentence: String) {
    self.rule = rule
    self.charge = charge
    self.group = group
    self.sentence = sentence
  }
}

/// One rule of the trust: its name, its setting with exceptions, and what it finds in a plan.
///
/// A rule is one file. `findings` reads a finished plan and knows nothing of how it was made; what
/// a planner needs to know before there is a plan is said through ``PairRule``, ``VisitRule``,
/// ``CoverRule`` and ``GroupRule``, or read from the setting itself.
public protocol Rule: Sendable {
  associatedtype Setting: Sendable

  static var key: RuleKey { get }
  /// What the rule is, in one sentence.
  static var sentence: String { get }
  static var standard: Setting { get }
  static var figure: Figure { get }
  /// Whether it looks at nothing but days, and so has nothing to say of a plan without any.
  static var isAboutDates: Bool { get }
  /// Whether a single school, or a single person, may be granted an exception.
  static var allowsSchoolExceptions: Bool { get }
  static var allowsPersonExceptions: Bool { get }

  /// Reads a setting; parts that the node leaves out stay as in `base`. Faults go to the reader.
  static func read(_ node: SettingNode, over base: Setting, with reader: inout SettingReader)
    -> Setting
  /// The setting as a scenario file would write it, on one line.
  static func write(_ setting: Setting) -> String

  var governed: Governed<Setting> { get }
  init(_ governed: Governed<Setting>)

  /// What the rule says about the plan of one term.
  func findings(in plan: TermPlan, of facts: TrustFacts) -> [Finding]
  /// Faults of the setting that only show against the trust: unknown schools, for instance.
  func faults(against scenario: Scenario) -> [Fault]
  /// Whether the rule charges no pair and no visit of this trust, whatever is planned; false when in
  /// doubt. Asked once, so that nobody need ask the rule about millions of pairs.
  func isSilent(about facts: TrustFacts) -> Bool
}

extension Rule {
  public static var figure: Figure { .cost }
  public static var isAboutDates: Bool { false }
  public static var allowsSchoolExceptions: Bool { false }
  public static var allowsPersonExceptions: Bool { false }
  public var setting: Setting { governed.base }

  public init() {
    self.init(Governed(Self.standard))
  }

  public init(_ setting: Setting) {
    self.init(Governed(setting))
  }

  public func faults(against scenario: Scenario) -> [Fault] { [] }
  public func isSilent(about facts: TrustFacts) -> Bool { false }

  func finding(_ charge: Charge, group: Int? = nil, _ sentence: String) -> Finding {
    Finding(rule: Self.key, charge: charge, group: group, sentence: sentence)
  }
}

/// A rule that charges two schools for being in one group.
public protocol PairRule: Rule {
  /// Charges of this pair, symmetric; empty when the rule has nothing to say.
  func charges(between one: School, and other: School, of facts: TrustFacts) -> [Charge]
  /// The only pairs that the rule may charge, each once and in no particular order; nil when any
  /// pair may be charged.
  func pairsConcerned(in facts: TrustFacts) -> [(SchoolID, SchoolID)]?
}

extension PairRule {
  public func pairsConcerned(in facts: TrustFacts) -> [(SchoolID, SchoolID)]? { nil }
}

/// A rule that charges one person for one duty at one school, whatever else is planned.
public protocol VisitRule: Rule {
  func charges(for visit: Visit, of facts: TrustFacts) -> [Charge]
}

/// A rule that wants something of a host's review team that one member alone can bring.
public protocol CoverRule: Rule {
  /// What the review of this host calls for.
  func requirements(of host: School, facts: TrustFacts) -> [CoverRequirement]
}

/// Something that a review team should bring, and what it costs when nobody does.
public struct CoverRequirement: Sendable {
  public let charge: Charge
  /// What is called for. Who covers one requirement covers all others of the same topic.
  public let topic: String
  /// Whether this person, coming from this school, brings it: a matter of what the two know and
  /// teach, their phases and strengths, and never of who they are.
  public let isCovered: @Sendable (Person, School) -> Bool

  public init(
    charge: Charge, topic: String, isCovered: @escaping @Sendable (Person, School) -> Bool
  ) {
    self.charge = charge
    self.topic = topic
    self.isCovered = isCovered
  }
}

/// A rule about the make-up of a whole group.
public protocol GroupRule: Rule {
  func terms(of facts: TrustFacts) -> [GroupTerm]
}

/// One thing said about the make-up of groups.
public enum GroupTerm: Sendable {
  /// Every member of a group from this list beyond the limit is charged once.
  case atMost(Int, of: [SchoolID], each: Charge)
  /// A group with no member from this list is charged once.
  case atLeastOne(of: [SchoolID], Charge)
  /// The charge falls when the two are not in one group.
  case together(SchoolID, SchoolID, Charge)
  /// The charge falls when no group is exactly this.
  case exactly([SchoolID], Charge)
  /// The charge falls when a group is exactly this.
  case never([SchoolID], Charge)
}
