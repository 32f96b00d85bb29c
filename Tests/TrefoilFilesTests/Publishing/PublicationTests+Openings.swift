import Foundation
import Testing
import TrefoilModel

@testable import TrefoilFiles

/// What becomes of openings to which nobody came.
extension PublicationTests {
  @Test func `openings that got nobody are named, with the terms that are left of them`()
    async throws
  {
    let folder = try copied("three-counties")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/openings.csv"
    let openings = try #require(text("openings.csv", in: folder))
    try
      (openings + """
        short,fulmar,deputy,,2,Autumn 2026,1,low
        later,fulmar,deputy,,2,Spring 2027,1,low

        """).write(toFile: path, atomically: true, encoding: .utf8)
    let plan = try await plan(folder)
    let unserved = try Publication(of: plan, into: folder).unserved
    #expect(unserved.map(\.opening.rawValue) == ["hunstanton", "short"])
    #expect(unserved.map(\.termsLeft) == [1, 0])
  }
}
