import Synchronization

/// Work shared out among threads, with answers in the order of the questions.
package enum Parallel {
  /// Answers every question; on one thread, or with one question, at once and in the caller's task.
  package static func map<Question: Sendable, Answer: Sendable>(
    _ questions: [Question], threads: Int, _ work: @escaping @Sendable (Question) async -> Answer
  ) async -> [Answer] {
    let workers = min(threads, questions.count)
    guard workers > 1 else {
      var answers: [Answer] = []
      for question in questions { answers.append(await work(question)) }
      return answers
    }
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
      for _ in 1..<workers { group.addTask { await share() } }
      // The caller takes its share too, so that one thread less has to be woken.
      var answers = await share()
      for await part in group { answers += part }
      return answers.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
