import SyntheticTrusts
import Testing
import TrefoilModel

@Suite("Synthetic trusts")
struct SyntheticTrustTests {
  static let sizes = [3, 4, 5, 6, 7, 8, 9, 13, 15, 26, 46, 100, 301]

  @Test(arguments: sizes)
  func `every name refers to something and is one of its kind`(schools: Int) {
    let trust = SyntheticTrust.make(schools: schools, seed: 5)
    let ids = Set(trust.schools.map(\.id))
    #expect(trust.schools.count == schools)
    #expect(ids.count == schools)
    #expect(Set(trust.schools.map(\.name)).count == schools)
    let people = Set(trust.people.map(\.id.rawValue))
    #expect(people.count == trust.people.count)
    #expect(people.isDisjoint(with: ids.map(\.rawValue)))
    for person in trust.people {
      #expect(ids.isSuperset(of: person.schools + person.conflicts), "\(person.id)")
      #expect(Set(person.schools).isDisjoint(with: person.conflicts), "\(person.id)")
    }
    let heads = trust.people.filter(\.isPrincipal).flatMap(\.schools)
    #expect(heads.count == schools && Set(heads) == ids, "each school has one principal")
    let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    for name in ids.map(\.rawValue) + people { #expect(letters.isSuperset(of: name), "\(name)") }
  }

  @Test func `the same number and seed give the same trust, another seed another`() {
    func dump(_ seed: UInt64) -> String {
      let trust = SyntheticTrust.make(schools: 60, seed: seed)
      return "\(trust.schools)\(trust.people)\(trust.history)\(trust.trust)"
    }
    #expect(dump(7) == dump(7))
    #expect(dump(7) != dump(8))
  }

  @Test func `a large trust has real proportions`() {
    let trust = SyntheticTrust.make(schools: 1000, seed: 11)
    func count(_ isCounted: (School) -> Bool) -> Int { trust.schools.count(where: isCounted) }
    #expect((700...780).contains(count { $0.phase == .primary }))
    #expect((150...200).contains(count { $0.phase == .secondary }))
    for phase in Phase.allCases { #expect(count { $0.phase == phase } > 0, "\(phase)") }
    #expect((190...210).contains(count { $0.standing == .giver }))
    #expect((190...210).contains(count { $0.standing == .receiver }))
    #expect(trust.people.count(where: { $0.schools.count == 2 }) == 50)
    let champions = trust.people.filter(\.isChampion)
    let homes = Set(champions.flatMap(\.schools)).count
    #expect(homes == 600)
    #expect(champions.count > homes, "some schools have two champions")
    #expect(trust.people.contains { !$0.conflicts.isEmpty })
    #expect(trust.people.contains { !$0.unavailable.isEmpty })
    #expect(trust.people.contains { !$0.nonWorking.isEmpty })
    #expect(trust.schools.contains { !$0.closed.isEmpty })
  }

  @Test func `needs and strengths are topics, and no school needs what it is good at`() {
    for school in SyntheticTrust.make(schools: 300, seed: 3).schools {
      #expect(Set(school.needs).isDisjoint(with: school.strengths), "\(school.id)")
      #expect(!(school.needs + school.strengths).isEmpty, "\(school.id)")
    }
  }

  @Test(arguments: sizes)
  func `coordinates have five decimals and lie in England`(schools: Int) {
    for school in SyntheticTrust.make(schools: schools, seed: 2).schools {
      guard case .geographic(let latitude, let longitude) = school.place else {
        Issue.record("\(school.id) has no place")
        continue
      }
      #expect((50.5...55).contains(latitude))
      #expect((-4...1.5).contains(longitude))
      #expect((latitude * 100_000).rounded() / 100_000 == latitude)
      #expect((longitude * 100_000).rounded() / 100_000 == longitude)
    }
  }

  @Test(arguments: sizes)
  func `hubs are of five to nine neighbours`(schools: Int) {
    let trust = SyntheticTrust.make(schools: schools, seed: 4)
    let facts = TrustFacts(trust)
    let hubs = Dictionary(grouping: trust.schools) { $0.hub ?? "" }
    #expect(hubs[""] == nil)
    for (name, members) in hubs {
      #expect((min(5, schools)...9).contains(members.count), "\(name)")
    }
    func mean(_ pairs: [(School, School)]) -> Int {
      pairs.reduce(0) { $0 + facts.minutes(from: $1.0, to: $1.1) } / max(1, pairs.count)
    }
    guard schools > 20 else { return }
    let pairs = trust.schools.flatMap { one in trust.schools.map { (one, $0) } }
      .filter { $0.0.id != $0.1.id }
    let (inside, across) = (pairs.filter { $0.0.hub == $0.1.hub }, pairs)
    #expect(mean(inside) < mean(across))
  }

  @Test(arguments: sizes)
  func `history puts every school in one group of each of three terms`(schools: Int) {
    let trust = SyntheticTrust.make(schools: schools, seed: 6)
    #expect(trust.history.terms.map(\.name) == ["Summer 2026", "Spring 2026", "Autumn 2025"])
    #expect(trust.history.terms.map(\.termsAgo) == [1, 2, 3])
    for term in trust.history.terms {
      let grouped = term.groups.flatMap(\.self)
      #expect(grouped.sorted() == trust.schools.map(\.id).sorted())
      #expect(term.groups.allSatisfy { (3...5).contains($0.count) })
    }
  }

  @Test(arguments: sizes)
  func `capacities leave half as much again as there are duties`(schools: Int) {
    let champions = SyntheticTrust.make(schools: schools, seed: 9).people.filter(\.isChampion)
    // A champion who is a principal makes two visits as that.
    let room = champions.reduce(0) { $0 + ($1.capacity ?? 0) - ($1.isPrincipal ? 2 : 0) }
    #expect(room >= 3 * schools)
  }

  @Test func `names stay apart when the plain ones are used up`() {
    let trust = SyntheticTrust.make(schools: 6000, seed: 1)
    #expect(Set(trust.schools.map(\.id)).count == 6000)
    #expect(Set(trust.schools.map(\.name)).count == 6000)
    #expect(Set(trust.people.map(\.id)).count == trust.people.count)
    let isNumbered = trust.schools.contains { $0.id.rawValue.contains { $0.isNumber } }
    #expect(!isNumbered, "three words come before numbers")
  }
}
