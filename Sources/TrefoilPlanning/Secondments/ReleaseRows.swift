import TrefoilModel
import TrefoilSolver

/// A school in a term, where it matters who is away.
struct ReleasePlace: Hashable, Sendable {
  let school: SchoolID
  let term: Int
}

/// Limits of who is away from a school, `most-out` and `least-kept`, as rows that are named once they
/// are broken: few of them ever matter, and each would need columns for everybody who might be away.
///
/// A person counts once however many openings they serve, so that no one row says all. For any choice
/// of one opening for each person, those who leave for it are at most as many as may be away; the row
/// named is that of the openings to which each is sent the most.
struct ReleaseRows: SelectionRowSource {
  /// A person at an opening.
  private struct Post: Hashable {
    let person: PersonID
    let opening: OpeningID
  }

  private let moves: [Move]
  private let exchanges: ExchangeColumns
  private let columnsOfMove: [[Int]]
  /// The moves from each school, and to it.
  private let leaving: [SchoolID: [Int]]
  private let coming: [SchoolID: [Int]]
  /// The most people away, by school and term.
  private let mostOut: [ReleasePlace: Int]
  /// Days that people of a role may be away together, by school and term.
  private let room: [ReleasePlace: [(role: Role, days: Int)]]
  private let schools: [SchoolID]
  private let termCount: Int

  private static let tolerance = 1e-6

  /// O(schools x terms + moves + columns).
  init(_ moves: [Move], _ exchanges: ExchangeColumns, of facts: SecondmentFacts) {
    self.moves = moves
    self.exchanges = exchanges
    var columns = [[Int]](repeating: [], count: moves.count)
    for (column, exchange) in zip(exchanges.columns, exchanges.exchanges) {
      for move in exchange.moves { columns[move].append(column) }
    }
    columnsOfMove = columns
    leaving = Dictionary(grouping: moves.indices) { moves[$0].home.id }
    coming = Dictionary(grouping: moves.indices) { moves[$0].school.id }
    let rules = facts.trust.scenario.rules
    var mostOut: [ReleasePlace: Int] = [:]
    var room: [ReleasePlace: [(Role, Int)]] = [:]
    var schools: [SchoolID] = []
    for school in facts.trust.scenario.schools where leaving[school.id] != nil {
      schools.append(school.id)
      let roles = Role.allCases.filter { rules[LeastKept.self].least($0, at: school) > 0 }
      for term in 0..<facts.termCount {
        let place = ReleasePlace(school: school.id, term: term)
        if let limit = rules[MostOut.self].limit(of: school) {
          let out = facts.staff.peopleAway(from: school.id, term: term)
          mostOut[place] = max(0, limit - out)
        }
        for role in roles {
          room[place, default: []].append(
            (role, rules[LeastKept.self].room(role, at: school, term: term, of: facts)))
        }
      }
    }
    self.mostOut = mostOut
    self.room = room
    self.schools = schools
    termCount = facts.termCount
  }

  /// O(moves that are taken, or go or come where a row is broken).
  func rows(brokenBy taken: [(column: Int, value: Double)]) -> [SelectionRow] {
    var shares: [Int: Double] = [:]
    for (column, value) in taken {
      for move in exchanges[column]?.moves ?? [] { shares[move, default: 0] += value }
    }
    let made = shares.keys.sorted()
    let away = Dictionary(grouping: made) { moves[$0].home.id }
    let come = Dictionary(grouping: made) { moves[$0].school.id }
    var rows: [SelectionRow] = []
    for (number, school) in schools.enumerated() {
      guard let away = away[school] else { continue }
      for term in 0..<termCount {
        let now = away.filter { moves[$0].span.contains(term) }
        if now.isEmpty { continue }
        let place = ReleasePlace(school: school, term: term)
        let topic = number * termCount + term
        if let row = mostOutRow(place, topic, now, shares) { rows.append(row) }
        let arrived = (come[school] ?? []).filter { moves[$0].span.contains(term) }
        for (role, days) in room[place] ?? [] {
          let out = now.filter { moves[$0].person.roles.contains(role) }
          let back = arrived.filter { moves[$0].opening.role == role }
          if let row = keptRow(place, topic, role, days, out, back, shares) { rows.append(row) }
        }
      }
    }
    return rows
  }

  /// The school and term that rows of a topic are about.
  func place(ofTopic topic: Int) -> ReleasePlace {
    ReleasePlace(school: schools[topic / termCount], term: topic % termCount)
  }

  private func posts(_ indices: [Int], _ shares: [Int: Double]) -> [Post: Double] {
    var posts: [Post: Double] = [:]
    for index in indices { posts[post(index), default: 0] += shares[index] ?? 0 }
    return posts
  }

  private func post(_ move: Int) -> Post {
    Post(person: moves[move].person.id, opening: moves[move].opening.id)
  }

  private func mostOutRow(
    _ place: ReleasePlace, _ topic: Int, _ now: [Int], _ shares: [Int: Double]
  ) -> SelectionRow? {
    guard let limit = mostOut[place] else { return nil }
    let posts = posts(now, shares)
    var main: [PersonID: (opening: OpeningID, share: Double)] = [:]
    for index in now {
      let own = post(index)
      let share = posts[own] ?? 0
      if share > main[own.person]?.share ?? -1 { main[own.person] = (own.opening, share) }
    }
    // In order, since sums of parts depend on it.
    var sum = 0.0
    var isCounted: Set<PersonID> = []
    for index in now where isCounted.insert(moves[index].person.id).inserted {
      sum += main[moves[index].person.id]?.share ?? 0
    }
    if sum <= Double(limit) + Self.tolerance { return nil }
    // Whoever is not sent anywhere yet counts with the opening that comes first.
    var counted: [Int] = []
    for index in leaving[place.school] ?? [] where moves[index].span.contains(place.term) {
      let own = post(index)
      if main[own.person] == nil { main[own.person] = (own.opening, 0) }
      if main[own.person]?.opening == own.opening { counted.append(index) }
    }
    return SelectionRow(.atMost, limit, entries: entries(counted.map { ($0, 1) }), topic: topic)
  }

  /// Days away of people of a role less days of those who come to it are at most what there is room
  /// for; at a school that is short already they are so if anybody leaves.
  private func keptRow(
    _ place: ReleasePlace, _ topic: Int, _ role: Role, _ room: Int, _ out: [Int], _ back: [Int],
    _ shares: [Int: Double]
  ) -> SelectionRow? {
    func days(_ indices: [Int]) -> Double {
      indices.reduce(0) { $0 + Double(moves[$1].days) * (shares[$1] ?? 0) }
    }
    let posts = posts(out, shares)
    var most: (post: Post, share: Double)?
    for index in out {
      let share = posts[post(index)] ?? 0
      if share > most?.share ?? 0 { most = (post(index), share) }
    }
    guard let most else { return nil }
    let allowed = room >= 0 ? Double(room) : Double(room) * min(1, most.share)
    if days(out) - days(back) <= allowed + Self.tolerance { return nil }
    var weights: [(move: Int, weight: Int)] = []
    for index in leaving[place.school] ?? []
    where moves[index].span.contains(place.term) && moves[index].person.roles.contains(role) {
      let isMost = room < 0 && post(index) == most.post
      weights.append((index, moves[index].days - (isMost ? room : 0)))
    }
    for index in coming[place.school] ?? []
    where moves[index].span.contains(place.term) && moves[index].opening.role == role {
      weights.append((index, -moves[index].days))
    }
    return SelectionRow(.atMost, max(0, room), entries: entries(weights), topic: topic)
  }

  private func entries(_ weights: [(move: Int, weight: Int)]) -> [SelectionRow.Entry] {
    var sums: [Int: Int] = [:]
    for (move, weight) in weights {
      for column in columnsOfMove[move] { sums[column, default: 0] += weight }
    }
    return sums.sorted { $0.key < $1.key }.compactMap { column, sum in
      sum == 0 ? nil : SelectionRow.Entry(column: column, coefficient: sum)
    }
  }
}
