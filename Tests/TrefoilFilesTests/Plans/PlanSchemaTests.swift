import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("The schema of plan.json")
struct PlanSchemaTests {
  private func errors(of bytes: [UInt8]) throws -> [String] {
    let schema = try JSONScanner.read(Array(PlanSchema.text.utf8), file: "schema")
    return SchemaCheck(root: schema).errors(of: try JSONScanner.read(bytes, file: "plan"))
  }

  @Test(arguments: [SamplePlan.plan, SamplePlan.full])
  func `holds for plans that are written`(plan: Plan) throws {
    #expect(try errors(of: PlanJSON.write(plan)) == [])
  }

  @Test func `holds for what may be left out`() throws {
    let least = #"{"trefoil": 1, "trust": "T", "terms": []}"#
    #expect(try errors(of: Array(least.utf8)) == [])
    #expect(throws: Never.self) { try PlanJSON.read(Array(least.utf8), file: "p") }
  }

  @Test(arguments: [
    #"{"trefoil": 2, "trust": "T", "terms": []}"#, #"{"trefoil": 1, "terms": []}"#,
    #"{"trefoil": 1, "trust": "T", "terms": [], "extra": 1}"#,
    #"{"trefoil": 1, "trust": "T", "terms": [{"term": "T"}]}"#,
    #"{"trefoil": 1, "trust": "T", "terms": [], "status": "done"}"#,
    #"{"trefoil": 1, "trust": "T", "terms": [], "cost": 1.5}"#,
    #"{"trefoil": 1, "trust": "T", "terms": [], "seed": -1}"#,
    #"{"trefoil": 1, "trust": "T", "terms": [{"term": "T", "groups": [{"schools": [""], "reviews": []}]}]}"#,
  ])
  func `fails where the reader does`(text: String) throws {
    #expect(try errors(of: Array(text.utf8)) != [])
    #expect(throws: Faults.self) { try PlanJSON.read(Array(text.utf8), file: "p") }
  }

  @Test func `names every key that is written, and no other`() throws {
    let schema = try JSONScanner.read(Array(PlanSchema.text.utf8), file: "schema")
    let plan = try JSONScanner.read(PlanJSON.write(SamplePlan.full), file: "plan")
    #expect(SchemaCheck(root: schema).propertyNames == SchemaCheck.keys(of: plan))
  }
}
