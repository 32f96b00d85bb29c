import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("Faults of change files")
struct ChangeFaultTests {
  private func expect(_ text: String, _ wanted: [String], trust: ChangedTrust = ChangedTrust()) throws {
    let found = try trust.faults(of: text)
    #expect(found == wanted, "\(found.joined(separator: "\n"))")
  }

  @Test func `a file that is none`() throws {
    try expect("", ["1:1: the file is empty; write a title and a list of changes, or remove the file"])
    try expect(
      "title: T\n",
      ["1:1: the changes are missing; write 'changes:' and below it '- remove-school: ash' and the like"])
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
        "8:26: remove-school: there is no such part, found 'until'; did you mean 'reason'? the parts are "
          + "remove-school, reason",
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
      [
        "10:16: there is no such school, found 'asch'; did you mean 'ash'? write an id from schools.csv",
        "11:16: there is no such rule, found 'travel-limt'; did you mean 'travel-limit'? see `trefoil "
          + "rules` for all of them",
      ])
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
      """, [])
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
      """, [])
  }

  @Test func `results that no scenario folder may have`() throws {
    try expect(
      """
      changes:
        - {add-person: amy, name: Amy, school: ash, role: principal, reason: r}
        - {change-person: bob, school: [beech, cedar, dale], reason: r}
        - {remove-person: gus, reason: r}
        - {add-person: gorse-principal, name: G, school: fir, role: deputy, reason: r}
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
        - {remove-school: fir, reason: r}
        - {remove-school: ash, reason: r}
      """, [])
  }

  @Test func `somebody acting who may be away as well`() throws {
    try expect(
      """
      changes:
        - {unavailable: {person: bob}, acting: hal, reason: r}
        - {add-candidate: dan, days: 4, consent: yes, head-consent: yes, acting: dee, reason: r}
        - {add-candidate: dee, days: 1, consent: yes, head-consent: yes, reason: r}
      """, [])
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
      """, [], trust: trust)
  }
}
