import Testing
import TrefoilModel

@testable import TrefoilFiles

@Suite("plan.json")
struct PlanJSONTests {
  @Test func `every byte of a plan`() {
    let text = String(decoding: PlanJSON.write(SamplePlan.full), as: UTF8.self)
    #expect(
      text == #"""
        {
          "trefoil": 1,
          "trust": "T",
          "status": "feasible",
          "cost": 1200,
          "bound": 1100,
          "gap": 0.083333,
          "seed": 18446744073709551615,
          "terms": [
            {
              "term": "Autumn 2026",
              "groups": [
                {
                  "schools": ["a", "b\n\\\"\u0001é🙂\#u{2028}"],
                  "reviews": [
                    {
                      "host": "a",
                      "reviewers": ["p"],
                      "champions": ["q", "r"],
                      "lead": "q",
                      "workshopLead": "s",
                      "dates": ["2026-09-21", "2026-09-22"],
                      "workshopDate": "2026-09-30",
                      "dataDue": "2026-09-07"
                    }
                  ],
                  "costs": {"hub": 30, "need": -1, "travel": 100}
                },
                {
                  "schools": [],
                  "reviews": [],
                  "costs": null
                }
              ],
              "resting": ["z"],
              "costs": null,
              "calendar": {"spread": 10},
              "worstOff": {
                "person": "q",
                "minutes": 212,
                "proven": true,
                "unavoidable": false,
                "less": {
                  "price": 95,
                  "person": "r",
                  "minutes": 180
                }
              }
            }
          ],
          "secondments": [
            {
              "person": "p",
              "opening": "o",
              "from": "a",
              "to": "z",
              "days": 2,
              "firstTerm": "Autumn 2026",
              "terms": 3,
              "coveredBy": "q",
              "costs": {"commute": 900}
            }
          ],
          "unfilled": [
            {
              "opening": "u",
              "days": 4,
              "reasons": [
                "why"
              ],
              "remedies": [
                "what"
              ]
            }
          ],
          "secondmentCosts": {"commute": 900},
          "secondmentWorstOff": {
            "person": "p",
            "minutes": 120,
            "proven": true,
            "unavoidable": true,
            "less": null
          },
          "coaching": {
            "pairs": [
              {
                "coach": "p",
                "coachee": "q",
                "topic": "maths",
                "costs": {"coaching-travel": 120}
              }
            ],
            "uncoached": [
              {
                "person": "r",
                "reasons": [
                  "why"
                ]
              }
            ],
            "costs": {"coaching-travel": 120, "uncoached": 600},
            "costOfStability": 30,
            "worstOff": {
              "person": "p",
              "minutes": 40,
              "proven": false,
              "unavoidable": false,
              "less": null
            }
          },
          "advocates": {
            "pairs": [
              {
                "trustee": "t",
                "school": "a",
                "costs": {"advocate-travel": 40}
              }
            ],
            "unchampioned": [
              {
                "school": "z",
                "reasons": [
                  "why"
                ]
              }
            ],
            "costs": {"advocate-travel": 40}
          },
          "networks": [
            {
              "network": "n",
              "groups": [
                {
                  "venue": "a",
                  "schools": ["a", "z"],
                  "costs": {"network-travel": 30}
                }
              ],
              "absent": ["y"],
              "longest": 15,
              "costs": {"network-travel": 30}
            }
          ],
          "reasons": [
            {
              "term": "Autumn 2026",
              "sentence": "why",
              "requirements": [
                {"text": "travel-limit: 45", "file": "scenario.yaml", "line": 7},
                {"text": "leaders-out: 2", "file": null, "line": null}
              ],
              "schools": ["a"],
              "people": ["p"],
              "minimal": true,
              "remedies": [
                {
                  "text": "what",
                  "edit": "travel-limit: 62",
                  "file": "scenario.yaml",
                  "line": 7,
                  "suffices": true,
                  "least": true
                },
                {
                  "text": "nothing",
                  "edit": null,
                  "file": null,
                  "line": null,
                  "suffices": false,
                  "least": false
                }
              ],
              "joint": {
                "text": "what",
                "edit": "travel-limit: 62",
                "file": null,
                "line": null,
                "suffices": true,
                "least": false
              }
            }
          ],
          "broken": [
            {
              "sentence": "how",
              "requirement": {"text": "travel-limit: 45", "file": "scenario.yaml", "line": 7},
              "kept": "travel-limit: 62",
              "schools": ["a"],
              "people": ["p"]
            }
          ],
          "notes": [
            "one",
            "two/three"
          ]
        }

        """#)
  }

  @Test(arguments: [SamplePlan.plan, SamplePlan.full])
  func `a plan reads back as it was written`(plan: Plan) throws {
    let bytes = PlanJSON.write(plan)
    let again = try PlanJSON.read(bytes, file: "p")
    #expect(again == plan)
    #expect(PlanJSON.write(again) == bytes)
  }

  @Test func `a plan that is none`() throws {
    let plan = Plan(
      trust: "", status: .infeasible, cost: nil, bound: nil, seed: 0, terms: [], notes: [])
    let text = String(decoding: PlanJSON.write(plan), as: UTF8.self)
    #expect(text.contains(#""cost": null,"#) && text.contains(#""terms": [],"#))
    #expect(try PlanJSON.read(Array(text.utf8), file: "p") == plan)
  }

  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (0.5, "0.5"), (0.0000004, "0"), (0.0000005, "0.000001"),
    (1.0 / 3, "0.333333"), (2.0 / 3, "0.666667"), (-0.25, "-0.25"),
    (1_000_001.000001, "1000001.000001"),
    (1e20, "1e+20"),
  ])
  func `shares have six decimals at most`(share: Double, digits: String) {
    #expect(PlanJSON.digits(share) == digits)
  }

  @Test func `a plan made by hand leaves out what it does not know`() throws {
    let plan = try PlanJSON.read(
      Array(
        """
        {"trefoil": 1, "trust": "T", "terms": [{"term": "This term", "groups": [
          {"schools": ["a", "b"], "reviews": [
            {"host": "a", "reviewers": ["p"]},
            {"host": "b", "reviewers": ["q"], "champions": ["r"], "lead": "r"}]}]}]}
        """.utf8), file: "p")
    #expect(plan.status == .feasible && plan.seed == 0 && plan.notes == [])
    #expect(plan.cost == nil && plan.bound == nil && plan.gap == nil)
    let term = try #require(plan.terms.first)
    #expect(term.costs == nil && term.calendar == nil && term.resting == [])
    let reviews = term.groups[0].reviews
    #expect(reviews.map(\.lead.rawValue) == ["p", "r"])
    #expect(reviews[0].champions == [] && reviews[0].dates == [] && reviews[0].workshopLead == nil)
  }

  @Test func `figures that are not stated do not differ`() throws {
    var plan = SamplePlan.plan
    #expect(Verification(of: plan, facts: SamplePlan.facts).holds)
    (plan.cost, plan.bound, plan.status) = (nil, nil, .feasible)
    plan.terms[0].costs = nil
    plan.terms[0].calendar = nil
    plan.terms[0].groups[0].costs = nil
    let read = try PlanJSON.read(PlanJSON.write(plan), file: "p")
    #expect(Verification(of: read, facts: SamplePlan.facts).holds)
    #expect(Verification(of: read, facts: SamplePlan.facts).cost == 312)
  }

  @Test(arguments: [
    ("\"cost\": 312", "\"cost\": 311", ["cost", "gap"]), ("\"gap\": 0", "\"gap\": 0.1", ["gap"]),
    ("\"bound\": 312", "\"bound\": null", ["gap", "status"]),
    ("{\"travel\": 312}", "{\"travel\": 300}", ["group 1 costs: travel", "term costs: travel"]),
    ("{\"travel\": 312}", "{}", ["group 1 costs: travel", "term costs: travel"]),
    ("{\"travel\": 312}", "{\"travel\": 312, \"x\": 1}", ["group 1 costs: x", "term costs: x"]),
    ("This term", "Last term", ["term"]),
  ])
  func `a figure that was tampered with differs`(from: String, to: String, wanted: [String]) throws
  {
    let text = String(decoding: PlanJSON.write(SamplePlan.plan), as: UTF8.self).replacing(
      from, with: to)
    let plan = try PlanJSON.read(Array(text.utf8), file: "p")
    let found = Verification(of: plan, facts: SamplePlan.facts).differences.map(\.figure)
    #expect(Set(found).isSuperset(of: wanted), "\(found)")
  }

  @Test func `what should be days or terms is not called minutes`() throws {
    let text = """
      {"trefoil": 1, "trust": "T", "status": "feasible", "cost": 1, "seed": 1, "notes": [], "terms": [],
       "secondments": [{"person": "a", "opening": "o", "from": "a", "to": "b", "days": 1.5,
        "firstTerm": "T", "terms": "x"}]}
      """
    let error = #expect(throws: Faults.self) { try PlanJSON.read(Array(text.utf8), file: "p") }
    let problems = error?.faults.map(\.problem) ?? []
    #expect(problems.contains("secondments[0].days: a whole number of days a week is needed"))
    #expect(problems.contains("secondments[0].terms: a whole number of terms is needed"))
  }

  @Test func `faults with their places`() throws {
    let text = """
      {"trefoil": 2, "trust": 3, "status": "optimle", "cost": 1.5, "bound": "x", "gap": [],
       "seed": -1, "notes": [1], "cots": 1,
       "terms": [
        {"term": "T", "resting": "a", "calendar": {"x": null}, "groups": [
          {"schools": ["a", ""], "costs": []},
          {"schools": [], "reviews": [
            {"host": null, "reviewers": []}, 7,
            {"host": "é", "dates": ["21/9/2026"], "reviewers": ["p"], "dataDue": 1}]}]}]}
      """
    let error = #expect(throws: Faults.self) { try PlanJSON.read(Array(text.utf8), file: "p") }
    #expect(
      error?.faults.map { "\($0.position.line):\($0.position.column) \($0.problem)" } == [
        "1:13 trefoil: the format of the plan is not known", "1:25 trust: a text is needed",
        "1:38 status: there is no such status",
        "1:57 cost: a whole number of person-minutes is needed",
        "1:71 bound: a whole number of person-minutes is needed", "1:83 gap: a number is needed",
        "2:10 seed: a whole number is needed", "2:24 notes[0]: a text is needed",
        "2:28 there is no such key", "4:28 terms[0].resting: a list is needed",
        "4:51 terms[0].calendar.x: a whole number of person-minutes is needed",
        "5:5 terms[0].groups[0]: the key 'reviews' is missing",
        "5:23 terms[0].groups[0].schools[1]: an id cannot be empty",
        "5:37 terms[0].groups[0].costs: an object is needed",
        "7:7 terms[0].groups[1].reviews[0]: nobody is on the team",
        "7:7 terms[0].groups[1].reviews[0]: the key 'host' is missing",
        "7:40 terms[0].groups[1].reviews[1]: an object is needed",
        "8:31 terms[0].groups[1].reviews[2].dates[0]: this is no day",
        "8:76 terms[0].groups[1].reviews[2].dataDue: a text is needed",
      ])
  }

  @Test(arguments: [
    "", " \n", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{'a': 1}", "nul", "01", "1.", "-", "1e",
    "+1",
    ".5", "NaN", "\"a", "\"a\nb\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\udc00x\"", "[1] 2",
    "{\"a\":1,\"a\":2}", "// c\n1", "\u{FEFF}", "[\u{0}]",
  ])
  func `text that is no JSON`(text: String) {
    let error = #expect(throws: Faults.self) { try PlanJSON.read(Array(text.utf8), file: "p") }
    #expect(error?.faults.count == 1)
    #expect(error?.faults.first?.problem.contains("not") == true || text.trimmed.isEmpty)
  }

  @Test func `values that nest too deep`() {
    for depth in [60, 70, 1_000_000] {
      let text = String(repeating: "[", count: depth)
      let error = #expect(throws: Faults.self) { try PlanJSON.read(Array(text.utf8), file: "p") }
      let isTooDeep = error?.faults.first?.problem.contains("nest too deep")
      #expect(isTooDeep == (depth > 64))
    }
  }

  @Test func `escapes, and positions behind characters of several bytes`() throws {
    let node = try JSONScanner.read(
      Array(#"["é🙂", "\u00e9\ud83d\ude42\n\/", {"k": null}]"#.utf8), file: "p")
    guard case .list(let nodes) = node.content, case .text(let text) = nodes[1].content else {
      Issue.record("a list of three was written")
      return
    }
    #expect(text == "é🙂\n/")
    #expect(nodes.map(\.position.column) == [2, 8, 34])
  }

  @Test func `damaged plans are read or refused and never crash`() {
    let bytes = PlanJSON.write(SamplePlan.full)
    let strange: [UInt8] = [0, 0x22, 0x2C, 0x39, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0xC3, 0xFF]
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] = strange[index % strange.count]
      _ = try? PlanJSON.read(damaged, file: "p")
      _ = try? PlanJSON.read(Array(bytes[..<index]), file: "p")
    }
  }
}

extension String {
  fileprivate var trimmed: String { filter { !$0.isWhitespace && $0 != "\u{FEFF}" } }
}
