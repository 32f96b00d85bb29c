import Synchronization

/// Work shared out among threads, with answers in the order of the questions.
enum Parallel {
  static func map<Question: Sendable, Answer: Sendable>(
    _ questions: [Question], threads: Int, _ work: @escaping @Sendable (Question) async -> Answer
  ) async -> [Answer] {
    let next = Atomic<Int>(0)
    let share: @Sendable () async -> [(Int, Answer)] = {
      var answers: [(Int, Answer)] = []
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= questions.count { return answers }
        answers.append((index, await work(questions[index])))
      }
    }
    return await withTaskGroup(of: [(Int, Answer)].self) { group in
      for _ in 0..<max(1, min(threads, questions.count)) { group.addTask { await share() } }
      var answers: [(Int, Answer)] = []
      for await part in group { answers += part }
      return answers.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
