extension Scenario {
  /// The scenario as it would be after these changes, made one after another.
  ///
  /// What holds of a scenario that was read holds of it too: everything refers to what is there, and no
  /// two rules contradict one another outright. The reasons are in ``changes``, and so in the notes of
  /// its plans. About linear in the scenario for each change.
  ///
  /// - Throws: `Faults` with every fault of the changes: names that nobody knows, the same thing changed
  ///   twice, results that no scenario folder may have.
  public func applying(_ set: ChangeSet) throws -> Scenario {
    var run = ChangeRun(self)
    for change in set.changes { run.make(change) }
    return try run.finish()
  }
}
