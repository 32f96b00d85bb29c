import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("Faults of change files")
struct ChangeFaultTests {
  private func expect(
    _ text: String, _ wanted: [String], trust: ChangedTrust = ChangedTrust()
  ) throws {
    try expect(text, wanted.joined(separator: "\n"), trust: trust)
  }

  private func expect(
    _ text: String, _ wanted: String, trust: ChangedTrust = ChangedTrust()
  ) throws {
    #expect(try trust.faults(of: text).joined(separator: "\n") == wanted)
  }

  @Test func `a file that is none`() throws {
    try expect(
      "", ["1:1: the file is empty; write a title and a list of changes, or remove the file"])
    try expect(
      "title: T\n",
      [
        "1:1: the changes are missing; write 'changes:' and below it '- remove-school: ash' and the like"
      ])
    try expect(
      "- ash\n",
      [
        "1:1: changes: this setting is not understood, found 'a list'; write {title, story, changes} or "
          + "see `trefoil rules`"
      ])
    try expect(
      "titel: T\nchanges: []\n",
      [
        "1:1: changes: there is no such part, found 'titel'; did you mean 'title'? the parts are title, "
          + "story, changes",
        "2:10: the changes must be a list, found 'a list'; write '- remove-school: ash' and so on",
      ])
  }

  @Test func `entries that are no changes`() throws {
    let words = ScenarioChange.Kind.words.joined(separator: ", ")
    try expect(
      """
      changes:
        - ash
        - {remove-shcool: ash, reason: r}
        - {reason: r}
        - {remove-school: ash, remove-person: ann, reason: r}
        - {remove-school: ash}
        - {remove-school: [ash], reason: " "}
        - {remove-school: ash, until: 2027, reason: r}
      """,
      [
        "2:5: a change must be a map, found 'ash'; write 'remove-school: ash', for instance",
        "3:6: there is no such change, found 'remove-shcool'; did you mean 'remove-school'? write one of "
          + words,
        "4:5: there is no such change; write one of \(words)",
        "5:26: one entry makes one change, found 'remove-person'; begin another entry with "
          + "'- remove-person: ...'",
        "6:5: the reason is missing; write 'reason: ' and why, in a few words",
        "7:21: an id is needed, found 'a list'; write 'remove-school: ash', and one id alone",
        "7:36: the reason is missing; write 'reason: ' and why, in a few words",
        "8:21: there is no such school, found 'ash'; it is taken out in line 6; write an id from "
          + "schools.csv",
        "8:26: remove-school: there is no such part, found 'until'; the parts are remove-school, reason",
      ])
  }

  @Test func `names that nobody knows`() throws {
    try expect(
      """
      changes:
        - {remove-school: asch, reason: r}
        - {move-school: nowhere, easting: 1, northing: 1, reason: r}
        - {change-school: elmm, hub: east, reason: r}
        - {remove-person: nobody, reason: r}
        - {change-person: bead, capacity: 1, reason: r}
        - {add-person: pat, name: Pat, school: asch, role: deputy, reason: r}
        - {unavailable: {person: bob}, acting: boob, reason: r}
        - {unavailable: {hub: wets}, days: 2026-10-05, reason: r}
        - {override: {school: asch}, rule: travel-limit, value: 40, reason: r}
        - {set-rule: travel-limt, value: 40, reason: r}
        - {pin: [asch, elm, fir], reason: r}
        - {keep-apart: [ash, nobody], reason: r}
        - {remove-opening: dale-pots, reason: r}
        - {add-opening: x, school: asch, role: deputy, days: 1, reason: r}
        - {remove-candidate: ann, reason: r}
        - {add-candidate: pat, days: 1, consent: yes, head-consent: yes, reason: r}
      """,
      """
      2:21: there is no such school, found 'asch'; did you mean 'ash'? write an id from \
      schools.csv
      3:19: there is no such school, found 'nowhere'; write an id from schools.csv
      4:21: there is no such school, found 'elmm'; did you mean 'elm'? write an id from \
      schools.csv
      5:21: there is no such person, found 'nobody'; write an id from people.csv
      6:21: there is no such person, found 'bead'; did you mean 'bea'? write an id from \
      people.csv
      7:18: there is no such school, found 'asch'; did you mean 'ash'? write an id from \
      schools.csv
      8:19: there is no such person, found 'boob'; did you mean 'bob'? write an id from \
      people.csv
      9:19: there is no such hub, found 'wets'; did you mean 'west'? write an id from \
      schools.csv
      10:16: there is no such school, found 'asch'; did you mean 'ash'? write an id from \
      schools.csv
      11:16: there is no such rule, found 'travel-limt'; did you mean 'travel-limit'? see \
      `trefoil rules` for all of them
      12:11: pin: a group of 2 too many; 7 schools by 'remainder: quads' make groups 1 of 3, \
      1 of 4, found 'elm, fir'; pin a group of a size there is, or change the remainder rule
      12:11: pin: there is no such school, found 'asch'; did you mean 'ash'? write an id from \
      schools.csv
      13:18: apart: there is no such school or person, found 'nobody'; write an id from \
      schools.csv or people.csv
      14:22: there is no such opening, found 'dale-pots'; did you mean 'dale-post'? write an \
      id from openings.csv
      15:19: there is no such school, found 'asch'; did you mean 'ash'? write an id from \
      schools.csv
      16:24: there is no such candidate, found 'ann'; write an id from candidates.csv
      17:21: there is no such person, found 'pat'; did you mean 'cat'? write an id from \
      people.csv
      """)
  }

  @Test func `values that are none, as in the tables`() throws {
    try expect(
      """
      changes:
        - {add-school: holly, phase: primry, latitude: 91, longitude: -1, size: many, reason: r}
        - {add-school: ivy, name: Ivy, phase: primary, latitude: 53, reason: r}
        - {change-school: ash, reason: r}
        - {change-school: beech, standing: great, closed: 2027-10-01, needs: [{a: b}], reason: r}
        - {move-school: dale, reason: r}
        - {change-person: dee, role: boss, capacity: -1, unavailable: 2026-13-01, reason: r}
        - {change-person: eli, school: [], reason: r}
        - {unavailable: {person: gus, school: elm}, reason: r}
        - {unavailable: {person: gus}, days: Fri, reason: r}
        - {set-rule: repeat, value: often, reason: r}
        - {set-rule: rest, value: true, reason: r}
        - {set-rule: change, value: 10, reason: r}
        - {set-rule: load, reason: r}
        - {override: ash, rule: load, value: 10, reason: r}
        - {override: {school: ash}, value: 10, reason: r}
        - {override: {school: ash}, rule: load, value: [10], reason: r}
        - {pin: ash, reason: r}
        - {add-opening: post, school: fir, role: deputy, days: 9, first-term: Autumn 2020, reason: r}
        - {add-candidate: dee, days: 0.5, consent: maybe, reason: r}
      """,
      """
      2:18: the name is empty; write 'name: ...'
      2:32: there is no phase of this name, found 'primry'; did you mean 'primary'? write one \
      of nursery, primary, middle, secondary, all-through, special, alternative-provision, \
      16-plus
      2:50: the latitude is out of range, found '91'; give a number from -90 to 90
      2:75: the size must be a whole number, found 'many'; give a number from 0 to 100000
      3:18: half a place: the longitude is empty; write both, or clear both
      4:21: nothing is said to be different, found 'ash'; add one of name, phase, hub, \
      standing, strengths, needs, size, closed, participates, most-out, least-kept, \
      needs-cover
      5:38: there is no standing of this name, found 'great'; write one of giver, balanced, \
      receiver
      5:53: a date outside the term, found '2027-10-01'; the term runs from 2026-09-02 to \
      2026-12-18; correct the date or take it out
      5:73: a list holds plain texts without ';', found 'a map'; write [phonics, maths], for \
      instance
      6:19: nothing is said to be different, found 'dale'; add one of latitude, longitude, \
      easting, northing
      7:32: there is no role of this name, found 'boss'; write one of principal, champion, \
      deputy, assistant, middle-leader, head, headteacher, head-teacher, executive-principal, \
      executive-head, executive-headteacher, improvement-champion, deputy-head, assistant-head
      7:48: the capacity is below zero, found '-1'; give a number from 0 to 1000
      7:65: this is no day, no run of days and no weekday, found '2026-13-01'; write \
      2026-10-26, 2026-10-26..2026-10-30 or Fri
      8:34: the school is empty; write 'school: ...'
      9:19: one person, one school or one hub is away, found 'a map'; write {person: kim}, \
      {school: ash} or {hub: west}
      10:40: this is no day and no run of days, found 'Fri'; write 2026-10-26 or \
      2026-10-26..2026-10-30, and ';' between several
      11:31: repeat: a cost is needed, found 'often'; write must, or minutes from 0 to 99999
      12:29: rest: true and false are for one school, found 'true'; write them as overrides
      13:16: the rule 'change' is set, and no published plan is named; name it beside the \
      rules, 'published: plan.json', or take the rule out
      14:16: set-rule: the value is missing; write 'value: ' and what scenario.yaml would have
      15:16: override: this setting is not understood, found 'ash'; write {school, person} or \
      see `trefoil rules`
      16:16: override: the rule is missing; name the rule
      17:16: this rule cannot be overridden for one school, found 'load'; override it for one \
      person
      18:11: pin: a list of ids is needed, found 'ash'; write [ash, beech]
      19:58: the number of days a week is out of range, found '9'; give a number from 1 to 5
      19:73: this term is over, found 'Autumn 2020'; write Autumn 2026, the term that is \
      planned, or one after it, or take the row out
      20:21: the head-consent is empty; write 'head-consent: ...'
      20:32: less than a whole day a week cannot be seconded, found '0.5'; write 1 for a day \
      a week, 5 for full time; join smaller parts into one opening
      20:46: there is no answer of this name, found 'maybe'; write one of yes, no, true, false
      """)
  }

  @Test func `the same thing changed twice`() throws {
    try expect(
      """
      changes:
        - {change-school: ash, hub: east, size: 1, reason: r}
        - {change-school: ash, hub: west, reason: r}
        - {move-school: ash, easting: 400100, northing: 400100, reason: r}
        - {move-school: ash, easting: 400200, northing: 400100, reason: r}
        - {change-person: dee, capacity: 1, reason: r}
        - {change-person: dee, capacity: 2, reason: r}
        - {set-rule: load, value: [10], reason: r}
        - {set-rule: load, value: [20], reason: r}
        - {override: {school: ash}, rule: travel-limit, value: 10, reason: r}
        - {override: {school: ash}, rule: travel-limit, value: 20, reason: r}
        - {unavailable: {person: eli}, days: 2026-10-05, reason: r}
        - {unavailable: {person: eli}, days: 2026-10-05, reason: r}
        - {add-school: ash, name: A, phase: primary, easting: 1, northing: 1, reason: r}
        - {add-person: ann, name: A, school: ash, role: deputy, reason: r}
        - {add-opening: elm-post, school: fir, role: deputy, days: 1, reason: r}
        - {add-candidate: gil, days: 1, consent: yes, head-consent: yes, reason: r}
        - {remove-person: gil, reason: r}
        - {remove-person: gil, reason: r}
      """,
      """
      3:21: the hub of ash is changed already, in line 2; keep one of the two changes
      5:19: the place of ash is changed already, in line 4; keep one of the two changes
      7:21: the capacity of dee is changed already, in line 6; keep one of the two changes
      9:16: the rule load is changed already, in line 8; keep one of the two changes
      11:16: the exception of ash from travel-limit is changed already, in line 10; keep one \
      of the two changes
      13:19: the absence of eli on 2026-10-05 is changed already, in line 12; keep one of the \
      two changes
      14:18: this id has another school already, found 'ash'; give the school an id of its \
      own, or use 'change-school'
      15:18: this id has another person already, found 'ann'; give the person an id of their \
      own, or use 'change-person'
      16:19: this id has another opening already, found 'elm-post'; give each opening an id \
      of its own
      17:21: this person is a candidate already, found 'gil'; take them out with \
      'remove-candidate' first
      19:21: there is no such person, found 'gil'; it is taken out in line 18; write an id \
      from people.csv
      """)
  }

  @Test func `results that no scenario folder may have`() throws {
    try expect(
      """
      changes:
        - {add-person: amy, name: Amy, school: ash, role: principal, reason: r}
        - {change-person: bob, school: [beech, cedar, dale], reason: r}
        - {remove-person: gus, reason: r}
        - {add-person: gorse-principal, name: G, school: elm, role: deputy, reason: r}
        - {add-school: holly, name: Holly, phase: primary, reason: r}
        - {change-person: dee, school: elm, seconded: elm, reason: r}
        - {change-person: hal, role: principal, reason: r}
        - {unavailable: {person: eve}, acting: eve, reason: r}
        - {unavailable: {person: fay}, acting: eli, reason: r}
        - {unavailable: {person: eli}, acting: eve, reason: r}
        - {unavailable: {school: elm}, acting: eve, reason: r}
        - {pin: [ash, beech, gorse], reason: r}
        - {together: [ash, fir], reason: r}
        - {keep-apart: [ash, fir], reason: r}
        - {add-candidate: dan, days: 4, consent: yes, head-consent: yes, reason: r}
      """,
      """
      2:18: ash has a principal already, ann, found 'ash'; keep one; give the other the role \
      deputy
      3:21: a principal heads 3 schools, found 'bob'; name at most two; supply the others' \
      own principals
      3:21: cedar has a principal already, cat, found 'cedar'; keep one; give the other the \
      role deputy
      5:18: this id is taken by the principal of gorse, whom no row names, found \
      'gorse-principal'; give this person another id, or name the principal of that school
      6:18: the school has no place, and no journey is known to ash, found 'holly'; give it a \
      place; journeys that were measured do not move with a school
      7:21: nobody is seconded to a school of their own, found 'dee'; clear 'seconded'
      8:21: beech has a principal already, bob, found 'beech'; keep one; give the other the \
      role deputy
      9:19: this is nobody else of the same school, found 'eve'; name somebody of that school
      10:19: this is nobody else of the same school, found 'eli'; name somebody of that school
      11:19: Eli is no principal, so nobody acts as one, found 'eve'; take 'acting' out
      12:19: nobody acts for a school that is closed, found 'eve'; take 'acting' out
      13:11: pin: a group of 3 too many; 8 schools by 'remainder: quads' make groups 2 of 4, \
      found 'ash, beech, gorse'; pin a group of a size there is, or change the remainder rule
      14:16: together: a pin, at line 13, has ash in a group without fir, found 'ash, fir'; \
      give up one of the two
      14:16: together: ash and fir may not be in one group, by the rule 'apart', found 'ash, \
      fir'; give up one of the two rules
      16:21: a principal who may be away 3 days a week or more has nobody to act in their \
      place, found 'dan'; name one of the school in the column 'acting', or offer fewer days
      16:21: dale has a principal already, bob, found 'dale'; keep one; give the other the \
      role deputy
      """)
  }

  @Test func `somebody acting who may be away as well`() throws {
    try expect(
      """
      changes:
        - {unavailable: {person: bob}, acting: hal, reason: r}
        - {add-candidate: dan, days: 4, consent: yes, head-consent: yes, acting: dee, reason: r}
        - {add-candidate: dee, days: 1, consent: yes, head-consent: yes, reason: r}
      """,
      """
      3:21: this person is a candidate too, and may be away as well, found 'dee'; name \
      somebody who stays
      """)
  }

  @Test func `days that are blank, or of a term without days`() throws {
    try expect(
      """
      changes:
        - {unavailable: {school: ash}, days: "", reason: r}
        - {unavailable: {school: elm}, days: ~, reason: r}
        - {unavailable: {person: gus}, days: [], reason: r}
      """,
      """
      2:40: the days are blank; write the days, or take 'days' out for all term
      3:40: the days are blank; write the days, or take 'days' out for all term
      4:40: the days are blank; write the days, or take 'days' out for all term
      """)
    try expect(
      "changes:\n  - {unavailable: {school: ash}, days: 2026-10-05, reason: r}\n",
      """
      2:40: the term has no dates, so that days mean nothing, found '2026-10-05'; write when the \
      term starts and ends in scenario.yaml, or take 'days' out for all term
      """, trust: try ChangedTrust().undated)
  }

  @Test func `a network and a trustee that a school leaves stranded`() throws {
    var trust = ChangedTrust()
    trust.files["networks.csv"] = "id,name,members,venues\nsend,SENCOs,ash;elm,fir\n"
    trust.files["schools.csv"] = try #require(trust.files["schools.csv"])
      .replacing("ash,Ash,primary,400000,400000", with: "ash,Ash,primary,,")
    trust.files["travel.csv"] =
      "from,to,minutes\n"
      + ["beech", "cedar", "dale", "elm", "fir", "gorse"].map { "ash,\($0),20\n" }.joined()
    trust.files["advocates.csv"] = "id,name,near\nida,Ida,ash\n"
    try expect(
      """
      changes:
        - {remove-school: fir, reason: r}
        - {remove-school: ash, reason: r}
      """,
      """
      2:21: the network send has nowhere left to meet; name another venue in networks.csv
      3:21: the journeys of the trustee ida are not known any more, found 'ash'; give the \
      school a place in schools.csv, or the trustee one in advocates.csv
      """, trust: trust)
  }
}
