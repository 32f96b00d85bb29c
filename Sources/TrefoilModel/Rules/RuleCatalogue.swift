/// Every rule there is. To add one: write its file, and add one line here.
public enum RuleCatalogue {
  public static let all: [any Rule.Type] = [
    Remainder.self,
    Travel.self,
    TravelLimit.self,
    LongJourney.self,
    Repeat.self,
    HubRule.self,
    NonLocal.self,
    PhaseRule.self,
    StandingRule.self,
    Need.self,
    Conflict.self,
    Apart.self,
    Together.self,
    Pin.self,
    Forbid.self,
    Champions.self,
    ChampionFromOutside.self,
    WorkshopLead.self,
    Load.self,
    Balance.self,
    Capacity.self,
    DaysOut.self,
    Executive.self,
    LinkedBySecondment.self,
    Rest.self,
    Change.self,
    ReviewDays.self,
    DataBefore.self,
    WorkshopWithin.self,
    LeadersOut.self,
    ReviewsADay.self,
    DaysBetween.self,
    TestWeeks.self,
    BankHolidays.self,
    Weekdays.self,
    Weeks.self,
    Spread.self,
    Commute.self,
    CommuteLimit.self,
    ReleaseCover.self,
    SettlingIn.self,
    ReleaseStanding.self,
    SecondmentSkill.self,
    SecondmentPhase.self,
    SecondChoice.self,
    DevelopmentAim.self,
    Unfilled.self,
    MostOut.self,
    LeastKept.self,
    NeedsCover.self,
    CoachingTravel.self,
    CoachingLimit.self,
    CoachingPhase.self,
    CoachingChoice.self,
    Uncoached.self,
    CoachingStable.self,
    Fairness.self,
    WorstOffRule.self,
    CoverRates.self,
    AdvocateTravel.self,
    AdvocateRepeat.self,
    AdvocateBalance.self,
    Unchampioned.self,
    NetworkTravel.self,
    NetworkLimit.self,
    NetworkRepeat.self,
    NetworkSize.self,
    NetworkAbsent.self,
  ]

  /// The rules that find something in reviews; the others look at secondments or coaching alone, at the
  /// ledger, or choose among plans that cost the same.
  public static let reviews = all.filter {
    $0.key != CoverRates.key && $0.key != WorstOffRule.key
      && !($0 is any AdvocateRule.Type)
      && !($0 is any NetworkRule.Type)
      && (!($0 is any SecondmentRule.Type) || $0 is any VisitRule.Type)
      && (!($0 is any CoachingRule.Type) || $0 is any VisitRule.Type)
  }

  public static func rule(named key: String) -> (any Rule.Type)? {
    all.first { $0.key.rawValue == key }
  }

  /// The fault of a name that no rule has.
  public static func unknown(_ name: String, at position: SourcePosition) -> Fault {
    let keys = all.map { $0.key.rawValue }
    let hint = Spelling.nearest(to: name, among: keys).map { "did you mean '\($0)'? " } ?? ""
    return Fault(
      at: position, problem: "there is no such rule", found: name,
      remedy: "\(hint)see `trefoil rules` for all of them")
  }

  /// The fault of an exception that a rule does not grant; nil where it does.
  public static func refusal(
    of rule: any Rule.Type, to subject: Subject, at position: SourcePosition
  ) -> Fault? {
    let (isGranted, wanted) =
      switch subject {
      case .school: (rule.allowsSchoolExceptions, "one school")
      case .person: (rule.allowsPersonExceptions, "one person")
      }
    if isGranted { return nil }
    let other: String? =
      switch subject {
      case .school: rule.allowsPersonExceptions ? "one person" : nil
      case .person: rule.allowsSchoolExceptions ? "one school" : nil
      }
    return Fault(
      at: position, problem: "this rule cannot be overridden for \(wanted)",
      found: rule.key.rawValue,
      remedy: other.map { "override it for \($0)" }
        ?? "it holds for all; change it below 'rules:'")
  }
}
