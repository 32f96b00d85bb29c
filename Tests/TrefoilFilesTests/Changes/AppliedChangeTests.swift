import Testing

@testable import TrefoilFiles
@testable import TrefoilModel

/// A change leaves the scenario that the same edits of its files make.
@Suite struct AppliedChangeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let changes: String
    let edits: [Edit]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "a school leaves",
      changes: "- {remove-school: beech, reason: r}",
      edits: [
        Edit("schools.csv", "beech,Beech,primary,400000,404000,west,,,maths,210,,,\n"),
        Edit(
          "people.csv", "bob,Bob,beech,principal,,,,,\nbea,Bea,beech,champion,primary,4,,cedar,\n"),
        Edit("people.csv", "hal,Hal,beech,deputy,,,,,\n"),
        Edit("history.csv", "Summer 2026,1,beech\n"), Edit("travel.csv", "beech,gorse,33\n"),
        Edit("advocates.csv", "ash,,,beech,", "ash,,,,"),
        Edit("candidates.csv", "hal,1,yes,yes,elm-post;dale-post\n"),
        Edit("coaching.csv", "ann,hal", "ann,"),
        Edit("coaching.csv", "hal,,behaviour,bob,ada\n"),
        Edit(
          "scenario.yaml", "  - {school: beech, rule: travel-limit, value: 80, reason: far}\n"),
        Edit("scenario.yaml", "[ash, beech, dale]", "[ash, dale]"),
        Edit("scenario.yaml", "apart:\n  - {members: [bea, elm], reason: rivals}\n"),
      ]),
    Case(
      name: "a school with an opening and a trustee beside it leaves",
      changes: "- {remove-school: ash, reason: r}\n- {remove-school: dale, reason: r}",
      edits: [
        Edit("schools.csv", "ash,Ash,primary,400000,400000,west,giver,maths,,200,,,\n"),
        Edit("schools.csv", "dale,Dale,primary,404000,400000,east,,phonics,,350,,,\n"),
        Edit("people.csv", "ann,Ann,ash,principal,,,,,\nada,Ada,ash,deputy;champion,,3,,,\n"),
        Edit(
          "people.csv",
          "dan,Dan,dale,principal,,,,,\ndee,Dee,dale,deputy;champion,primary;secondary,4,,,\n"),
        Edit("history.csv", "Summer 2026,1,ash\n"),
        Edit("travel.csv", "ash,dale,21\ndale,ash,24\n"),
        Edit("networks.csv", "ash;fir", "fir"),
        Edit(
          "advocates.csv", "ida,Ida,ash,,,beech,cedar;dale", "ida,Ida,,400000,400000,beech,cedar"),
        Edit("openings.csv", "dale-post,dale,assistant,2\n"),
        Edit("candidates.csv", "gil,2,yes,yes,dale-post", "gil,2,yes,yes,"),
        Edit("candidates.csv", "elm-post;dale-post", "elm-post"),
        Edit("coaching.csv", "ada,behaviour,,ann,hal\n"), Edit("coaching.csv", "bob,ada", "bob,"),
        Edit("scenario.yaml", "  - {person: ada, rule: load, value: off, reason: training}\n"),
        Edit(
          "scenario.yaml",
          "together:\n  - {members: [ash, beech, dale], cost: 15, reason: friends}\n"),
        Edit("scenario.yaml", "forbid:\n  - [cedar, dale, gorse]\n"),
      ]),
    Case(
      name: "a school joins with its people",
      changes: """
        - add-school: holly
          name: Holly
          phase: primary
          easting: 403000
          northing: 405000
          hub: west
          strengths: [music, maths]
          closed: [2026-11-06, 2026-11-09..2026-11-10]
          least-kept: {deputy: 1}
          people:
            - {id: hol, name: Hol, role: [principal, champion], capacity: 2}
            - {id: hen, name: Hen, role: deputy, school: [holly, gorse], unavailable: [Mon, 2026-10-01]}
          reason: r
        """,
      edits: [
        Edit("schools.csv", "participates,needs-cover", "participates,needs-cover,least-kept"),
        Edit("schools.csv", ",,\n", ",,,\n"),
        Edit(
          "schools.csv", "gorse,Gorse,primary,409000,404000,east,,,,120,,,,\n",
          "gorse,Gorse,primary,409000,404000,east,,,,120,,,,\nholly,Holly,primary,403000,405000,west,,"
            + "music;maths,,,2026-11-06;2026-11-09..2026-11-10,,,deputy:1\n"),
        Edit(
          "people.csv", "hal,Hal,beech,deputy,,,,,\n",
          "hal,Hal,beech,deputy,,,,,\nhol,Hol,holly,principal;champion,,2,,,\n"
            + "hen,Hen,holly;gorse,deputy,,,Mon;2026-10-01,,\n"),
      ]),
    Case(
      name: "a school moves",
      changes: "- {move-school: ash, easting: 403500, northing: 401500, reason: r}",
      edits: [
        Edit("schools.csv", "ash,Ash,primary,400000,400000", "ash,Ash,primary,403500,401500"),
        Edit("travel.csv", "ash,dale,21\ndale,ash,24\n"),
      ]),
    Case(
      name: "a school is different in all its columns",
      changes: """
        - change-school: cedar
          name: Cedar Hill
          phase: all-through
          hub: east
          standing: giver
          strengths: phonics;art
          needs: ~
          size: ~
          closed: 2026-10-09
          participates: true
          most-out: 1
          needs-cover: yes
          reason: r
        - {change-school: fir, participates: no, reason: r}
        """,
      edits: [
        Edit("schools.csv", "participates,needs-cover", "participates,needs-cover,most-out"),
        Edit("schools.csv", ",,\n", ",,,\n"),
        Edit(
          "schools.csv", "cedar,Cedar,primary,402000,402000,west,receiver,,phonics,180,,,,",
          "cedar,Cedar Hill,all-through,402000,402000,east,giver,phonics;art,,,2026-10-09,yes,yes,1"
        ),
        Edit("schools.csv", "send,,96,,,,", "send,,96,,no,,"),
      ]),
    Case(
      name: "people leave, come and change",
      changes: """
        - {remove-person: hal, reason: r}
        - {add-person: ivy, name: Ivy, school: cedar, role: champion, conflicts: ash, capacity: 2, reason: r}
        - {change-person: bea, name: Bee, school: dale, role: [champion, assistant], phases: none, capacity: ~, unavailable: [Mon, 2026-10-05..2026-10-09], conflicts: [elm, fir], seconded: beech, reason: r}
        """,
      edits: [
        Edit(
          "people.csv", "hal,Hal,beech,deputy,,,,,\n", "ivy,Ivy,cedar,champion,,2,,ash,\n"),
        Edit(
          "people.csv", "bea,Bea,beech,champion,primary,4,,cedar,",
          "bea,Bee,dale,champion;assistant,none,,Mon;2026-10-05..2026-10-09,elm;fir,beech"),
        Edit("candidates.csv", "hal,1,yes,yes,elm-post;dale-post\n"),
        Edit("coaching.csv", "ann,hal", "ann,"),
        Edit("coaching.csv", "hal,,behaviour,bob,ada\n"),
      ]),
    Case(
      name: "somebody is away, and a school and a hub are closed",
      changes: """
        - {unavailable: {person: bea}, days: [2026-10-05, 2026-10-12..2026-10-16], reason: r}
        - {unavailable: {school: elm}, days: 2026-11-09..2026-11-13, reason: r}
        - {unavailable: {hub: west}, days: 2026-11-16, reason: r}
        - {unavailable: {school: gorse}, reason: r}
        """,
      edits: [
        Edit(
          "people.csv", "bea,Bea,beech,champion,primary,4,,",
          "bea,Bea,beech,champion,primary,4,2026-10-05;2026-10-12..2026-10-16,"),
        Edit("schools.csv", ",2026-11-06,", ",2026-11-06;2026-11-09..2026-11-13,"),
        Edit("schools.csv", "200,,", "200,2026-11-16,"),
        Edit("schools.csv", "210,,", "210,2026-11-16,"),
        Edit("schools.csv", "180,,", "180,2026-11-16,"),
        Edit("scenario.yaml", "  ends: 2026-12-18\n", "  ends: 2026-12-18\n  away: [gorse]\n"),
      ]),
    Case(
      name: "a head is ill for the term, and the deputy acts",
      changes: "- {unavailable: {person: ann}, acting: ada, reason: r}",
      edits: [
        Edit(
          "people.csv", "ann,Ann,ash,principal,,,,",
          "ann,Ann,ash,assistant,,0,2026-09-02..2026-12-18,"),
        Edit("people.csv", "ada,Ada,ash,deputy;champion", "ada,Ada,ash,deputy;champion;principal"),
      ]),
    Case(
      name: "a candidate is ill for the term",
      changes: "- {unavailable: {person: hal}, reason: r}",
      edits: [
        Edit(
          "people.csv", "hal,Hal,beech,deputy,,,", "hal,Hal,beech,deputy,,0,2026-09-02..2026-12-18"),
        Edit("candidates.csv", "head-consent,choices", "head-consent,choices,from"),
        Edit("candidates.csv", "yes,dale-post", "yes,dale-post,"),
        Edit("candidates.csv", "elm-post;dale-post", "elm-post;dale-post,Spring 2027"),
        Edit("coaching.csv", "ann,hal", "ann,"),
        Edit("coaching.csv", "hal,,behaviour,bob,ada\n"),
      ]),
    Case(
      name: "rules and exceptions",
      changes: """
        - {set-rule: travel-limit, value: 45, reason: r}
        - {set-rule: repeat, value: {must: true, within: 1}, reason: r}
        - {override: {school: beech}, rule: travel-limit, value: 90, reason: further}
        - {override: {person: dee}, rule: load, value: [10], reason: keen}
        """,
      edits: [
        Edit("scenario.yaml", "travel-limit: 60", "travel-limit: 45"),
        Edit("scenario.yaml", "repeat: [60, 30]", "repeat: [must]"),
        Edit(
          "scenario.yaml", "value: 80, reason: far}", "value: 90, reason: further}"),
        Edit(
          "scenario.yaml", "reason: training}",
          "reason: training}\n  - {person: dee, rule: load, value: [10], reason: keen}"),
      ]),
    Case(
      name: "wishes",
      changes: """
        - {pin: [ash, elm, fir], cost: 40, reason: p}
        - {pin: {review: ash, champion: dee}, cost: 20, reason: s}
        - {forbid: [ash, beech, cedar], reason: f}
        - {keep-apart: [ash, gorse], cost: 10, reason: k}
        - {together: [elm, fir], cost: 5, reason: t}
        """,
      edits: [
        Edit(
          "scenario.yaml", "together:\n",
          "pins:\n  - {members: [ash, elm, fir], cost: 40, reason: p}\n"
            + "  - {review: ash, champion: dee, cost: 20}\ntogether:\n"),
        Edit(
          "scenario.yaml", "reason: friends}\n",
          "reason: friends}\n  - {members: [elm, fir], cost: 5, reason: t}\n"),
        Edit(
          "scenario.yaml", "reason: rivals}\n",
          "reason: rivals}\n  - {members: [ash, gorse], cost: 10, reason: k}\n"),
        Edit(
          "scenario.yaml", "  - [cedar, dale, gorse]\n",
          "  - [cedar, dale, gorse]\n  - {members: [ash, beech, cedar], reason: f}\n"),
      ]),
    Case(
      name: "openings and candidates",
      changes: """
        - {remove-opening: dale-post, reason: r}
        - {add-opening: fir-post, school: fir, role: assistant, days: 1, skills: [SEND!, art], phase: special, terms: 2, priority: high, reason: r}
        - {remove-candidate: gil, reason: r}
        - {add-candidate: eli, days: 1, roles: assistant, consent: yes, head-consent: yes, choices: [fir-post], until: Spring 2027, reason: r}
        """,
      edits: [
        Edit(
          "openings.csv", "id,school,role,days\n",
          "id,school,role,days,skills,phase,terms,priority\n"),
        Edit("openings.csv", "dale-post,dale,assistant,2\n"),
        Edit(
          "openings.csv", "elm-post,elm,deputy,1\n",
          "elm-post,elm,deputy,1,,,,\nfir-post,fir,assistant,1,SEND!;art,special,2,high\n"),
        Edit("candidates.csv", "head-consent,choices", "head-consent,choices,roles,until"),
        Edit("candidates.csv", "gil,2,yes,yes,dale-post\n"),
        Edit(
          "candidates.csv", "elm-post;dale-post\n",
          "elm-post,,\neli,1,yes,yes,fir-post,assistant,Spring 2027\n"),
      ]),
  ]

  @Test(arguments: cases)
  func `a change and an edit by hand leave the same scenario`(_ one: Case) throws {
    let changed = try ChangedTrust().changed(by: one.changes)
    let edited = try ChangedTrust().edited(one.edits).read()
    #expect(Self.differences(changed, edited) == [])
  }

  @Test(arguments: cases)
  func `their plans are the same but for the notes on changes`(_ one: Case) async throws {
    var plan = try await ChangedTrust.plan(ChangedTrust().changed(by: one.changes))
    var other = try await ChangedTrust.plan(ChangedTrust().edited(one.edits).read())
    plan.notes.removeAll { $0.hasPrefix("Changed: ") }
    // Exceptions and wishes are noted with their reasons in both.
    #expect(plan.notes.sorted() == other.notes.sorted())
    (plan.notes, other.notes) = ([], [])
    #expect(PlanJSON.write(plan) == PlanJSON.write(other))
  }

  /// Roles of one who has left headship are none, which no file can say.
  private static func differences(_ changed: Scenario, _ edited: Scenario) -> [String] {
    SameScenario.differences(changed, edited).filter { !$0.hasPrefix("people: ") }
      + zip(changed.people, edited.people).compactMap { one, other in
        let hasLeft = one.roles.isEmpty && other.capacity == 0
        // A file can say that somebody has no duties, and not that no rule may change that.
        var one = one
        one.isAway = other.isAway
        return one == other || hasLeft ? nil : "\(one) is not \(other)"
      }
      + (changed.people.count == edited.people.count ? [] : ["other people"])
      + (changed.openings == edited.openings ? [] : ["other openings"])
      + (changed.candidates == edited.candidates ? [] : ["other candidates"])
  }

  @Test(arguments: [
    "{set-rule: capacity, value: 4, reason: r}", "{set-rule: capacity, value: off, reason: r}",
    "{override: {person: dee}, rule: capacity, value: 6, reason: r}",
    "{change-person: dee, capacity: 5, reason: r}",
    "{pin: {review: ash, champion: dee}, cost: 500, reason: r}",
  ])
  func `who is away all term has no duties, whatever the rules`(rule: String) async throws {
    for trust in [ChangedTrust(), try ChangedTrust().undated] {
      let away = "- {unavailable: {person: dee}, reason: ill}"
      for changes in ["\(away)\n- \(rule)", "- \(rule)\n\(away)"] {
        let scenario = try trust.changed(by: changes)
        let plan = try await ChangedTrust.plan(scenario)
        let reviews = try #require(plan.terms.first).groups.flatMap(\.reviews)
        let duties = reviews.flatMap { $0.team + ($0.workshopLead.map { [$0] } ?? []) }
        #expect(!duties.isEmpty && !duties.contains(PersonID("dee")), "\(changes)")
        var broken = plan
        broken.terms[0].groups[0].reviews[0].workshopLead = PersonID("dee")
        let found = Verification(of: broken, facts: TrustFacts(scenario)).violations
        #expect(
          found.contains { $0.sentence == "Dee is away and is on duty at a review or workshop" },
          "\(changes)")
      }
    }
  }

  @Test func `reasons are in the notes of the plan`() async throws {
    let plan = try await ChangedTrust.plan(
      ChangedTrust().changed(
        by: """
          - {remove-school: beech, reason: merged}
          - {set-rule: travel-limit, value: 45, reason: too far}
          - {pin: {review: ash, champion: dee}, cost: 20, reason: promised}
          - {unavailable: {person: ann}, acting: ada, reason: ill}
          """))
    for note in [
      "Changed: Beech leaves (merged).",
      "Changed: the rule travel-limit is {limit: 45, must: true} (too far).",
      "Changed: Dee is pinned as champion at Ash (promised).",
      "Changed: Ann is away all term, and Ada acts as principal (ill).",
    ] { #expect(plan.notes.contains(note), "\(plan.notes)") }
  }

  @Test func `what a change sets is said to stand where the change does`() throws {
    let sources = try ChangedTrust().changed(
      by: """
        - {set-rule: travel-limit, value: 45, reason: too far}
        - {override: {school: beech}, rule: travel-limit, value: 90, reason: further}
        - {unavailable: {person: ann}, days: 2026-10-01, reason: ill}
        """
    ).sources
    let rule = try #require(sources.rules[TravelLimit.key])
    #expect(rule.text == "travel-limit: {limit: 45, must: true}")
    #expect(rule.position.file == "c.yaml" && rule.position.line == 2)
    let override = try #require(
      sources.overrides[TravelLimit.key]?[.school(SchoolID("beech"))])
    #expect(override.text == "override of travel-limit for beech: 90")
    #expect(override.position.line == 3)
    #expect(sources.people[PersonID("ann")]?.file == "c.yaml")
    #expect(sources.people[PersonID("bob")]?.file.hasSuffix("people.csv") == true)
  }

  @Test func `a title is the name of the file unless it says more`() throws {
    let file = ChangeFile(of: try ChangedTrust().read())
    let text = "changes:\n  - {remove-person: hal, reason: r}\n"
    #expect(try file.read(Array(text.utf8), file: "a/hal-goes.yaml").changes.title == "hal-goes")
    let named = try file.read(
      Array("title: Hal\n  goes\nstory: He moves.\n\(text)".utf8), file: "c.yaml"
    ).changes
    #expect(named.title == "Hal goes")
    #expect(named.story == "He moves.")
    #expect(named.changes.map(\.reason) == ["r"])
    #expect(named.changes.map(\.position.line) == [5])
  }
}
