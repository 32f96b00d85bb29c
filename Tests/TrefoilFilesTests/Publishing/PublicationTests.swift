import Foundation
import Testing
import TrefoilModel
import TrefoilPlanning

@testable import TrefoilFiles

/// A plan is published once, whatever happens on the way.
@Suite struct PublicationTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  func copied(_ scenario: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "publication-\(UUID().uuidString)").path
    try FileManager.default.copyItem(
      atPath: Self.root.appending(path: "scenarios/\(scenario)").path, toPath: folder)
    return folder
  }

  func text(_ name: String, in folder: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  func plan(_ folder: String) async throws -> Plan {
    try await TrustPlanner(try ScenarioReader(folder: folder).read()).plan()
  }

  @Test func `the history grows by the groups, the ledger by what was given, and no second time`()
    async throws
  {
    let folder = try copied("three-counties")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = try await plan(folder)
    try Publication(of: plan, into: folder).write()
    let history = try #require(text("history.csv", in: folder))
    #expect(history.hasPrefix("term,group,school\nAutumn 2026,1,"))
    #expect(history.split(separator: "\n").count == 10)
    let ledger = try #require(text("ledger.csv", in: folder))
    let before = (history, ledger)
    #expect(throws: Publication.Refusal.self) { try Publication(of: plan, into: folder) }
    #expect(text("history.csv", in: folder) == before.0)
    #expect(text("ledger.csv", in: folder) == before.1)

    // The next term starts from it: who met, and who is still away.
    let yaml = try #require(text("scenario.yaml", in: folder))
    try yaml.replacingOccurrences(of: "Autumn 2026", with: "Spring 2027")
      .write(toFile: folder + "/scenario.yaml", atomically: true, encoding: .utf8)
    // Every opening that was filled is named, and none is filled a second time by oversight.
    let filled = Set(plan.secondments.map(\.opening.rawValue))
    do {
      _ = try ScenarioReader(folder: folder).read()
      Issue.record("filled openings are openings no more")
    } catch let faults as Faults {
      let named = faults.faults.filter { $0.problem.contains("sends somebody to this opening") }
      #expect(Set(named.compactMap(\.found)) == filled)
    }
    let openings = try #require(text("openings.csv", in: folder))
    let open = openings.split(separator: "\n").filter { line in
      !filled.contains(String(line.prefix { $0 != "," }))
    }
    try open.joined(separator: "\n").replacingOccurrences(of: "Autumn 2026", with: "Spring 2027")
      .write(toFile: folder + "/openings.csv", atomically: true, encoding: .utf8)
    let next = TrustFacts(try ScenarioReader(folder: folder).read())
    #expect(next.scenario.history.terms.first?.termsAgo == 1)
    let words = try await self.plan(folder).notes.joined(separator: "\n")
    #expect(
      words.contains("Anya Fisher serves Bittern Fen Primary School, March on 2 days a week until"))
    let now = TrustFacts(next.scenario.scenario(ofTerm: 0, after: []))
    #expect(now.person(PersonID("anya"))?.secondedTo == [SchoolID("bittern")])
    #expect(next.scenario.candidates.first { $0.person == PersonID("anya") }?.from == 1)
  }

  @Test func `a run that was killed between the two files is made good by the next`() async throws {
    let folder = try copied("three-counties")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = try await plan(folder)
    try Publication(of: plan, into: folder).write()
    let whole = (text("history.csv", in: folder), text("ledger.csv", in: folder))
    // The ledger got its name, the history did not.
    try FileManager.default.removeItem(atPath: folder + "/history.csv")
    try Publication(of: plan, into: folder).write()
    #expect(text("history.csv", in: folder) == whole.0)
    #expect(text("ledger.csv", in: folder) == whole.1)
  }

  @Test func `a run that was killed while it wrote leaves the history of before, and is made good`()
    async throws
  {
    let folder = try copied("fifteen-primaries")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let before = try #require(text("history.csv", in: folder))
    let plan = try await plan(folder)
    try Publication(of: plan, into: folder).write()
    let whole = (text("history.csv", in: folder), text("ledger.csv", in: folder))
    #expect(whole.0 != before)
    // The ledger got its name; of the history there is half, under the name that it was written to.
    let half = String(try #require(whole.0).prefix(before.count + 10))
    for (name, text) in [
      ("history.csv", before), (".trefoil-1-1.part", half), (".trefoil-1-0.part", "publ"),
    ] {
      try text.write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
    }
    #expect(try ScenarioReader(folder: folder).read().history.terms.count > 0)
    try Publication(of: plan, into: folder).write()
    #expect(text("history.csv", in: folder) == whole.0)
    #expect(text("ledger.csv", in: folder) == whole.1)
    #expect(throws: Publication.Refusal.self) { try Publication(of: plan, into: folder) }
  }

  @Test func `openings that are filled in part are told apart, with what is open`() async throws {
    let folder = try copied("three-counties")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var plan = try await plan(folder)
    let all = Set(plan.secondments.map(\.opening))
    let whole = try Publication(of: plan, into: folder)
    #expect(
      Set(whole.filled + whole.over.map(\.opening) + whole.partlyFilled.map(\.opening)) == all)
    // One who stays for one term of two, and nobody else there.
    let place = try #require(
      plan.secondments.firstIndex { one in
        one.terms == 2 && plan.secondments.allSatisfy { $0.coveredBy != one.person }
          && plan.secondments.count { $0.opening == one.opening } == 1
      })
    plan.secondments[place].terms = 1
    let part = try Publication(of: plan, into: folder)
    let id = plan.secondments[place].opening
    #expect(!part.filled.contains(id))
    let open = try #require(part.partlyFilled.first { $0.opening == id }).open
    #expect(open == ["\(plan.secondments[place].days) days a week in Spring 2027"])
  }

  @Test func `columns of their own stay in the ledger, and are empty in new rows`() async throws {
    let folder = try copied("three-counties")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let old = [
      "note,Published,term,kind,person,from,at,days,minutes,Signed off",
      "'=ok,Summer 2026,Summer 2026,review,gone,avocet,bittern,1,40,\"yes, by May\"",
    ]
    let path = folder + "/ledger.csv"
    try (old.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    let plan = try await plan(folder)
    try Publication(of: plan, into: folder).write()
    let once = try #require(text("ledger.csv", in: folder))
    let lines = once.split(separator: "\n").map(String.init)
    #expect(Array(lines.prefix(2)) == [old[0] + ",opening", old[1] + ","])
    #expect(lines.count > 20)
    #expect(lines.dropFirst(2).allSatisfy { $0.hasPrefix(",Autumn 2026,") })
    let filled = plan.secondments.map(\.opening.rawValue)
    #expect(
      lines.dropFirst(2).allSatisfy { line in
        line.hasSuffix(",,")
          || line.contains(",secondment,") && filled.contains { line.hasSuffix(",,\($0)") }
      })
    // Killed between the two files: the rows of this term are replaced, the others stay.
    try FileManager.default.removeItem(atPath: folder + "/history.csv")
    try Publication(of: plan, into: folder).write()
    #expect(text("ledger.csv", in: folder) == once)
  }

  @Test func `right after publishing the ledger is read, and a plan is refused`() async throws {
    let folder = try copied("three-counties")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let before = try ScenarioReader(folder: folder).readPublished()
    #expect(before.history.terms.isEmpty)
    try Publication(of: try await plan(folder), into: folder).write()
    #expect(throws: Faults.self) { try ScenarioReader(folder: folder).read() }
    let after = try ScenarioReader(folder: folder).readPublished()
    #expect(after.scenario.history.terms.isEmpty)
    #expect(after.history.terms.map(\.name) == ["Autumn 2026"])
    #expect(Set(after.scenario.ledger.entries.map(\.published)) == ["Autumn 2026"])
    // A term that is still to come is a fault for everybody.
    let history = try #require(text("history.csv", in: folder))
    try history.replacingOccurrences(of: "Autumn 2026", with: "Spring 2027")
      .write(toFile: folder + "/history.csv", atomically: true, encoding: .utf8)
    #expect(throws: Faults.self) { try ScenarioReader(folder: folder).readPublished() }
  }

  @Test func `trustees and networks know next term what was published, once`() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "publication-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ name: String, _ lines: [String]) throws {
      try (lines.joined(separator: "\n") + "\n")
        .write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
    try write(
      "schools.csv",
      ["id,name,phase,latitude,longitude"]
        + ["ash", "beech", "cedar"].enumerated().map { "\($1),\($1),primary,53.\($0),-1" })
    try write("scenario.yaml", ["trust: T", "term: Autumn 2026"])
    try write("advocates.csv", ["id,name,near", "ida,Ida,ash", "jon,Jon,beech", "kay,Kay,cedar"])
    try write("networks.csv", ["id,name,members,meetings", "maths,Maths,all,2"])
    let plan = try await plan(folder)
    #expect(plan.networks?.first?.groups.map(\.venue) == [SchoolID("beech")])
    try Publication(of: plan, into: folder).write()
    try write("scenario.yaml", ["trust: T", "term: Spring 2027"])
    let next = try ScenarioReader(folder: folder).read()
    func turn(_ school: String, _ ago: Int) -> PastTurn {
      PastTurn(school: SchoolID(school), termsAgo: ago)
    }
    #expect(
      next.trustees.map(\.past) == [[turn("ash", 1)], [turn("beech", 1)], [turn("cedar", 1)]])
    #expect(next.networks.map(\.past) == [[turn("beech", 1)]])
    let again = try await self.plan(folder)
    #expect(again.networks?.first?.groups.map(\.venue) != [SchoolID("beech")])
    #expect(
      again.advocates?.pairs.contains {
        $0.trustee.rawValue == "ida" && $0.school.rawValue == "ash"
      } == false)
    // What people wrote in their own files counts once.
    try write("advocates.csv", ["id,name,near,past", "ida,Ida,ash,ash;beech", "jon,Jon,beech,"])
    try write("scenario.yaml", ["trust: T", "term: Summer term 2027"])
    let later = try ScenarioReader(folder: folder).read()
    #expect(
      later.trustees.map(\.past) == [
        [turn("ash", 1), turn("beech", 2), turn("ash", 2)], [turn("beech", 2)],
      ])
    // Hosting meetings is on the certificate; a trustee's visits are no school's.
    let facts = TrustFacts(later)
    let certificates = CertificatesTable.text(of: later.ledger, facts: facts)
    #expect(certificates.contains("beech hosted 2 meetings of Maths."))
    #expect(!certificates.contains("advocate"))
    let totals = later.ledger.schools(of: facts).map(\.totals)
    #expect(totals.map(\.meetingsHosted) == [0, 2, 0])
    #expect(later.ledger.people(of: facts).count == 3)
  }

  @Test func `certificates say what a school gave to whom, in the order of time`() async throws {
    let folder = try copied("three-counties")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Publication(of: try await plan(folder), into: folder).write()
    let (scenario, _) = try ScenarioReader(folder: folder).readPublished()
    let facts = TrustFacts(scenario)
    let table = CertificatesTable.text(of: scenario.ledger, facts: facts)
    let shuffled = Ledger(scenario.ledger.entries.reversed())
    #expect(CertificatesTable.text(of: shuffled, facts: facts) == table)
    let lines = table.split(separator: "\n").map(String.init)
    #expect(lines[0] == "school,name,term,kind,times,days,to,people,words")
    let anya = lines.filter { $0.contains(",secondment,") && $0.contains("anya") }
    #expect(anya.map { $0.contains(",Autumn 2026,") } == [true, false])
    #expect(anya.allSatisfy { $0.contains("released Anya Fisher") && $0.contains(": 26 days.") })
    // Each school has a line for its principal's visits and one for hosting.
    #expect(lines.filter { $0.contains(",review,2,") }.count == 9)
    #expect(lines.filter { $0.contains(",hosting,1,") }.count == 9)
  }

  @Test func `plans of another trust or term, and plans that do not hold, change nothing`()
    async throws
  {
    let folder = try copied("fifteen-primaries")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let history = text("history.csv", in: folder)
    let plan = try await plan(folder)
    var other = plan
    other.trust = "Another Trust"
    var later = plan
    later.terms[0].term = "Spring 2027"
    var broken = plan
    broken.terms[0].groups[0].schools.swapAt(0, 1)
    broken.terms[0].groups.removeLast()
    var empty = plan
    empty.terms = []
    for bad in [other, later, broken, empty] {
      #expect(throws: Publication.Refusal.self) { try Publication(of: bad, into: folder) }
    }
    #expect(text("history.csv", in: folder) == history)
    #expect(text("ledger.csv", in: folder) == nil)
    // What was there stays, to the last column.
    let odd = "school,note,Term,group\nash,x,Summer 2026,1\n".replacingOccurrences(
      of: "ash", with: "heath")
    try odd.write(toFile: folder + "/history.csv", atomically: true, encoding: .utf8)
    try Publication(of: try await self.plan(folder), into: folder).write()
    let grown = try #require(text("history.csv", in: folder))
    #expect(grown.hasPrefix(odd) && grown.contains(",,Autumn 2026,5\n"))
  }
}
