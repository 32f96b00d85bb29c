import ArgumentParser

/// The share of a batch that one process takes: every so-many-th scenario.
struct BatchShard: Equatable {
  /// From 1 to the count.
  let index: Int
  let count: Int

  static let whole = BatchShard(index: 1, count: 1)

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// Reads `I/N`, I from 1 to N.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1,
      (1...count).contains(index)
    else { return nil }
    self.init(index: index, count: count)
  }

  /// The share by what a scheduler has set: a Slurm array, or else an indexed job of Kubernetes;
  /// the whole where neither has.
  ///
  /// - Parameter count: the number of shards, indices then counting from 0. Without it the index
  ///   of a Slurm array counts from its own least, and that of Kubernetes, which tells no number,
  ///   is refused: every process would otherwise plan everything.
  init(environment: [String: String], count: Int?) throws {
    if let task = environment["SLURM_ARRAY_TASK_ID"] {
      self =
        try count.map { try Self.counted(task, "SLURM_ARRAY_TASK_ID", $0) }
        ?? Self.ofSlurm(environment)
    } else if let task = environment["JOB_COMPLETION_INDEX"] {
      guard let count else {
        throw ValidationError(
          "this is an indexed job (JOB_COMPLETION_INDEX is set): say --shards and its number of "
            + "completions, or --shard 1/1 for all scenarios")
      }
      self = try Self.counted(task, "JOB_COMPLETION_INDEX", count)
    } else if count != nil {
      throw ValidationError(
        "--shards needs an index in SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX; without one say "
          + "--shard I/N")
    } else {
      self = .whole
    }
  }

  /// The elements of the share. Of any list each element is in exactly one of the shares.
  func part<Element>(of list: [Element]) -> [Element] {
    stride(from: index - 1, to: list.count, by: count).map { list[$0] }
  }

  private static func counted(_ task: String, _ variable: String, _ count: Int) throws -> Self {
    guard let index = Int(task), (0..<count).contains(index) else {
      throw ValidationError(
        "\(variable) is '\(task)'; with --shards \(count) it has to be from 0 to \(count - 1)")
    }
    return BatchShard(index: index + 1, count: count)
  }

  /// The tasks of an array may start anywhere and go in steps, but have to be without gaps.
  private static func ofSlurm(_ environment: [String: String]) throws -> Self {
    func number(_ name: String) -> Int? {
      environment["SLURM_ARRAY_TASK_\(name)"].flatMap { Int($0) }
        .flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
    }
    let step = number("STEP") ?? 1
    guard let task = number("ID"), let count = number("COUNT"), let least = number("MIN"),
      let most = number("MAX"), step > 0, (least...max(least, most)).contains(task),
      (task - least) % step == 0, most - least == (count - 1) * step
    else {
      throw ValidationError(
        "the tasks of this Slurm array are not numbered without gaps: say --shards and the number "
          + "of all shards, tasks then counting from 0, or --shard I/N")
    }
    return BatchShard(index: (task - least) / step + 1, count: count)
  }
}

extension BatchShard: ExpressibleByArgument {
  init?(argument: String) {
    self.init(argument)
  }
}
