/// Jobs that are run beside one another and answered in the order in which they came.
///
/// What is asked for next may depend on the answers so far, and on nothing else: which of the later
/// jobs happen to be done already is not told. So the order of all jobs is the same on any number of
/// threads.
struct NodeFlight {
  private let threads: Int
  /// Jobs that have not been answered, in their order.
  private(set) var jobs: [NodeJob] = []
  /// So many jobs were answered.
  private var answered = 0
  /// So many jobs were begun, in their order.
  private var begun = 0
  /// Answers of jobs that are done before their turn, by the number of the job.
  private var early: [Int: NodeProgram.Answer] = [:]

  typealias Group = TaskGroup<(number: Int, answer: NodeProgram.Answer)>

  init(threads: Int) {
    self.threads = threads
  }

  mutating func add(_ job: NodeJob) { jobs.append(job) }

  /// The job whose turn it is, with its answer; nil when there are no jobs.
  mutating func next(_ group: inout Group) async -> (job: NodeJob, answer: NodeProgram.Answer)? {
    guard let job = jobs.first else { return nil }
    if threads == 1 {
      begun += 1
      return await answer(job, job.run())
    }
    while true {
      begin(&group)
      if let early = early.removeValue(forKey: answered) { return answer(job, early) }
      guard let done = await group.next() else { return nil }
      early[done.number] = done.answer
    }
  }

  private mutating func answer(
    _ job: NodeJob, _ answer: NodeProgram.Answer
  ) -> (job: NodeJob, answer: NodeProgram.Answer) {
    answered += 1
    jobs.removeFirst()
    return (job, answer)
  }

  /// Begins jobs while there are threads for them.
  private mutating func begin(_ group: inout Group) {
    while begun - answered - early.count < threads, begun - answered < jobs.count {
      let (number, job) = (begun, jobs[begun - answered])
      group.addTask { (number, await job.run()) }
      begun += 1
    }
  }
}
