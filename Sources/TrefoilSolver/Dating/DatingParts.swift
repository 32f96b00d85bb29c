/// Splits jobs into parts that share no agent and no limit, and so can be dated on their own.
enum DatingParts {
  /// The parts, smallest first, each a list of places in the model in ascending order.
  static func split(_ model: DatingModel) -> [[Int]] {
    var root = Array(model.jobs.indices)
    func find(_ job: Int) -> Int {
      var job = job
      while root[job] != job {
        root[job] = root[root[job]]
        job = root[job]
      }
      return job
    }
    func join(_ one: Int, _ other: Int) {
      let (a, b) = (find(one), find(other))
      root[max(a, b)] = min(a, b)
    }
    for activity in 0..<model.activityCount {
      for place in model.conflicts.first[activity]..<model.conflicts.first[activity + 1] {
        join(model.activityJob[activity], model.activityJob[model.conflicts.neighbour[place]])
      }
    }
    let counters = model.counters
    for counter in 0..<counters.count {
      let members = counters.member[
        counters.firstMember[counter]..<counters.firstMember[counter + 1]]
      for (one, other) in zip(members, members.dropFirst()) {
        join(model.activityJob[one], model.activityJob[other])
      }
    }
    var parts = [[Int]](repeating: [], count: model.jobs.count)
    for job in model.jobs.indices { parts[find(job)].append(job) }
    return parts.filter { !$0.isEmpty }.sorted { ($0.count, $0[0]) < ($1.count, $1[0]) }
  }
}
