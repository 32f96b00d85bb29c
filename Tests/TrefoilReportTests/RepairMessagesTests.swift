import TestSupport
import Testing
import TrefoilModel

@testable import TrefoilReport

/// What a repair tells each person.
@Suite struct RepairMessagesTests {
  /// The lines of everyone's message, without salutations, each on one line.
  private func lines(_ answer: SixSchools.Answer) -> [String: [String]] {
    let messages = RepairMessages(
      answer.repair, from: answer.before, to: answer.after, reasons: ["x"]
    ).messages
    return Dictionary(
      uniqueKeysWithValues: messages.map { message in
        let items = message.text.replacing("\n  ", with: " ").split(separator: "\n")
          .filter { $0.hasPrefix("- ") }
        return (message.person.rawValue, items.map { String($0.dropFirst(2)) })
      })
  }

  @Test func `a champion who becomes the reviewer is told so once`() async throws {
    let answer = try await SixSchools.repaired(
      .unavailable(Absence(.person(PersonID("hb")), acting: PersonID("db"))), from: "2026-10-10")
    let own = try #require(lines(answer)["db"])
    #expect(
      own.filter { $0.contains("C School") } == [
        "You come to the review at C School on Thu 12 Nov as reviewer, in place of Head B, and no longer "
          + "as champion."
      ])
    #expect(own.contains { $0.hasPrefix("You are asked to join the review at A School") })
    // Their own school's review was on Thu 8 Oct.
    #expect(own.last == "At B School, Deputy C leads the workshop on Fri 16 Oct.")
  }

  @Test func `what has been is not told as to come`() async throws {
    let answer = try await SixSchools.repaired(
      .unavailable(Absence(.person(PersonID("dc")))), from: "2026-10-10")
    let own = try #require(lines(answer)["hb"])
    #expect(own.count == 1)
    #expect(own.first?.hasPrefix("At B School, ") == true)
    #expect(own.first?.hasSuffix(" leads the workshop on Fri 16 Oct.") == true)
    #expect(own.first?.contains("review") == false)
  }

  @Test func `the team is told that data comes on another day`() async throws {
    let day = SixSchools.day("2026-09-24")
    let answer = try await SixSchools.repaired(
      .unavailable(Absence(.school(SchoolID("b")), days: DaySet([DayRange(day, day)]))),
      from: "2026-09-10")
    #expect(answer.repair.moves.moves.isEmpty)
    let told = lines(answer)
    #expect(told.keys.sorted() == ["da", "ha", "hb", "hc"])
    for person in ["da", "ha", "hc"] {
      #expect(
        told[person] == [
          "You have the data of B School by Wed 23 Sep; it was to be Thu 24 Sep."
        ])
    }
    #expect(told["hb"]?.first?.contains("your data is due by Wed 23 Sep") == true)
  }

  @Test func `data that was due before today is ready`() async throws {
    let answer = try await SixSchools.repaired(
      .unavailable(Absence(.person(PersonID("da")))), from: "2026-10-01")
    let come = try #require(answer.repair.moves.moves.first { $0.host.rawValue == "b" }?.after)
    let line = lines(answer)[come.person.rawValue]?.first { $0.contains("at B School") }
    #expect(
      line?.hasSuffix(" The school's data has been ready since Thu 24 Sep; ask for it.") == true)
  }

  @Test func `visits that move and that fall away are counted of all of them`() async throws {
    let answer = try await SixSchools.repaired(.removeSchool(SchoolID("f")), from: "2026-09-10")
    let moves = answer.repair.moves.moves
    let gone = moves.count { $0.after == nil }
    let stays = answer.repair.plan.terms[0].visits(of: answer.after).count
    let text = RepairSummary(
      answer.repair, from: answer.before, to: answer.after, reasons: ["f leaves"]
    ).text
    #expect(gone > 0)
    #expect(
      text.contains(
        "\(moves.count - gone) visits move and \(gone) fall away, of \(stays + gone); "))
  }

  @Test func `those whom a begun group concerns are told`() async throws {
    let answer = try await SixSchools.repaired(
      .changePerson(PersonID("hb"), [.conflicts([SchoolID("c")])]), from: "2026-10-10")
    let line =
      "Your group has begun and has to stay, although Head B has a conflict of interest with C School."
    #expect(lines(answer) == ["hb": [line], "hc": [line]])
    let text = RepairSummary(
      answer.repair, from: answer.before, to: answer.after, reasons: ["kin"]
    ).text
    #expect(text.contains("The review plan of Autumn 2026 stays as it was (kin). For you:"))
  }
}
