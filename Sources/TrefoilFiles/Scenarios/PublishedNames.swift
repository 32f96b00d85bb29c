import TrefoilModel

/// Checks the schools and people that a published plan names: known ones, each school in one group.
///
/// A name that is wrong is one fault, where it stands first.
struct PublishedNames {
  private(set) var faults: [Fault] = []

  private let schools: KnownSchools
  private let people: Set<PersonID>?
  private var reported: Set<String> = []

  init(schools: KnownSchools, people: Set<PersonID>?) {
    self.schools = schools
    self.people = people
  }

  /// Looks through one entry of `terms` that has the shape it should have.
  mutating func read(_ term: JSONNode?) {
    let groups = term?["groups"]?.elements ?? []
    checkPlaces(groups.map { $0["schools"]?.elements ?? [] } + [term?["resting"]?.elements ?? []])
    var hosts: Set<String> = []
    for review in groups.flatMap({ $0["reviews"]?.elements ?? [] }) {
      if let host = review["host"], let id = host.text {
        checkSchool(id, host)
        if !hosts.insert(id).inserted {
          reject(host, "this school hosts a review already", remedy: "keep one of the two")
        }
      }
      let teams = ["reviewers", "champions"].flatMap { review[$0]?.elements ?? [] }
      for person in teams + ["lead", "workshopLead"].compactMap({ review[$0] }) {
        checkPerson(person)
      }
    }
  }

  private mutating func checkPlaces(_ lists: [[JSONNode]]) {
    var placed: Set<String> = []
    for node in lists.flatMap(\.self) {
      guard let id = node.text else { continue }
      checkSchool(id, node)
      if !placed.insert(id).inserted {
        reject(
          node, "this school stands in the published plan already", remedy: "keep one of the two")
      }
    }
  }

  private mutating func checkSchool(_ id: String, _ node: JSONNode) {
    guard !schools.contains(SchoolID(id)), reported.insert("school \(id)").inserted else { return }
    reject(
      node, "there is no such school",
      remedy: "keep the row of a school that has left in schools.csv, with 'participates' no")
  }

  private mutating func checkPerson(_ node: JSONNode) {
    guard let people, let id = node.text, !people.contains(PersonID(id)),
      reported.insert("person \(id)").inserted
    else { return }
    reject(
      node, "there is no such person",
      remedy: "keep the row of a person who has left in people.csv, with 'capacity' 0")
  }

  private mutating func reject(_ node: JSONNode, _ problem: String, remedy: String) {
    faults.append(
      Fault(at: node.position, problem: problem, found: node.shown, remedy: remedy))
  }
}

extension JSONNode {
  /// The member of an object of this key.
  subscript(key: String) -> JSONNode? {
    guard case .map(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The elements of a list; none of anything else.
  var elements: [JSONNode] {
    if case .list(let nodes) = content { nodes } else { [] }
  }

  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }
}
