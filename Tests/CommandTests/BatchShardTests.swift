import Testing

@testable import trefoil

@Suite("Shares of a batch")
struct BatchShardTests {
  private func slurm(_ id: Int, least: Int, most: Int, step: Int, count: Int) -> [String: String] {
    [
      "SLURM_ARRAY_TASK_ID": "\(id)", "SLURM_ARRAY_TASK_MIN": "\(least)",
      "SLURM_ARRAY_TASK_MAX": "\(most)", "SLURM_ARRAY_TASK_STEP": "\(step)",
      "SLURM_ARRAY_TASK_COUNT": "\(count)",
    ]
  }

  @Test(arguments: 1...9, [0, 1, 7, 20])
  func `every scenario is in exactly one share`(count: Int, scenarios: Int) throws {
    let list = Array(0..<scenarios)
    let parts = try (1...count).map { index in
      try #require(BatchShard("\(index)/\(count)")).part(of: list)
    }
    #expect(parts.flatMap(\.self).sorted() == list)
    let sizes = parts.map(\.count)
    #expect(sizes.max()! - sizes.min()! <= 1)
  }

  @Test(arguments: [
    "", "1", "0/3", "4/3", "1/0", "-1/3", "a/b", "1/2/3", "/", "1/99999999999999999999",
  ])
  func `what is no share is refused`(text: String) {
    #expect(BatchShard(text) == nil)
  }

  @Test func `a Slurm array is shared out wherever its tasks begin and by any step`() throws {
    for (least, step) in [(0, 1), (1, 1), (5, 3)] {
      let most = least + 3 * step
      for index in 1...4 {
        let task = slurm(
          least + (index - 1) * step, least: least, most: most, step: step, count: 4)
        #expect(try BatchShard(environment: task, count: nil) == BatchShard("\(index)/4"))
      }
    }
  }

  @Test func `with a number of shards the tasks count from 0`() throws {
    let task = slurm(7, least: 3, most: 7, step: 1, count: 2)
    #expect(try BatchShard(environment: task, count: 10) == BatchShard("8/10"))
    #expect(throws: (any Error).self) { try BatchShard(environment: task, count: nil) }
    #expect(throws: (any Error).self) { try BatchShard(environment: task, count: 7) }
    let pod = ["JOB_COMPLETION_INDEX": "0"]
    #expect(try BatchShard(environment: pod, count: 10) == BatchShard("1/10"))
    #expect(throws: (any Error).self) { try BatchShard(environment: pod, count: nil) }
    #expect(throws: (any Error).self) { try BatchShard(environment: [:], count: 10) }
    #expect(try BatchShard(environment: [:], count: nil) == .whole)
  }

  @Test func `a Slurm array that says too little or nonsense is refused`() {
    for (key, value) in [
      ("ID", "x"), ("ID", "9"), ("COUNT", ""), ("STEP", "0"), ("MIN", "9223372036854775807"),
      ("MAX", "-1"), ("COUNT", "999999999999"),
    ] {
      var task = slurm(1, least: 0, most: 3, step: 1, count: 4)
      task["SLURM_ARRAY_TASK_\(key)"] = value
      #expect(throws: (any Error).self) { try BatchShard(environment: task, count: nil) }
    }
  }
}
