/// A rule that can forbid, so that there may be no plan: what it is where it forbids nothing, and how
/// it is eased step by step.
///
/// Easing is monotone: whatever a setting allows, its milder settings allow too.
public protocol MustRule: Rule {
  /// Whether exceptions for people do not meet exceptions for schools in one case, so that the rule
  /// can be held for some people alone.
  static var isNarrowedToPeople: Bool { get }

  /// Whether the setting forbids anything.
  static func forbids(_ setting: Setting) -> Bool
  /// The setting that forbids nothing and is otherwise as near to this one as may be.
  static func slack(of setting: Setting) -> Setting
  /// Ever milder settings, each a step further than the one before; the steps are as small as can
  /// make a difference to this trust. The last may still forbid something.
  ///
  /// - Parameter subject: for whom the setting holds; nil for all.
  static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting]
  /// Every way to ease a setting: ever milder settings, down to one that forbids nothing more in that way.
  ///
  /// One way, unless a setting has parts that can be eased each by itself. Then there is one for each part,
  /// and a last one that eases all of them: what it eases of one part may not be needed.
  static func easings(
    of setting: Setting, for subject: Subject?, in facts: TrustFacts
  ) -> [[Setting]]
}

extension MustRule {
  public static var isNarrowedToPeople: Bool { allowsPersonExceptions }

  public static func milder(
    than setting: Setting, for subject: Subject?, of facts: TrustFacts
  ) -> [Setting] {
    [slack(of: setting)]
  }

  public static func easings(
    of setting: Setting, for subject: Subject?, in facts: TrustFacts
  ) -> [[Setting]] {
    [milder(than: setting, for: subject, of: facts) + [slack(of: setting)]]
  }
}

extension Governed {
  /// The same setting and exceptions, the one for all held for these alone.
  ///
  /// Whoever has an exception keeps it: those that are added are the first written, and so the last
  /// to be looked at.
  public func held(for subjects: [Subject], otherwise slack: Setting) -> Governed {
    let held = subjects.map { Exception(subject: $0, setting: base, reason: "") }
    return Governed(slack, exceptions: held + exceptions)
  }

  /// The same with one exception's setting replaced.
  public func replacing(exception index: Int, with setting: Setting) -> Governed {
    var changed = exceptions
    changed[index] = Exception(
      subject: changed[index].subject, setting: setting, reason: changed[index].reason)
    return Governed(base, exceptions: changed)
  }

  /// The same with one more exception, the first to be written.
  public func prepending(_ exception: Exception) -> Governed {
    Governed(base, exceptions: [exception] + exceptions)
  }
}
