import TrefoilFiles
import TrefoilModel
import TrefoilPlanning
import TrefoilSolver

/// The work on one scenario of a batch; whatever happens ends in a record.
struct BatchJob: Sendable {
  let entry: BatchList.Entry
  let seed: UInt64
  let effort: Int
  /// Seconds for the search, if there is a limit.
  let limit: Double?
  /// The folder of the plan, if it is written.
  let out: String?

  /// What became of the scenario, and whether that is from an earlier run.
  struct Outcome: Sendable {
    var record: BatchRecord
    var isKept = false
    var exit: ExitStatus?
    /// Everything to be said on standard error.
    var faults: String?
  }

  func run(stops: SearchStops, searches: RunningSearches) async -> Outcome {
    let start = ContinuousClock.now
    var outcome: Outcome
    do {
      outcome = try await plan(start: start, stops: stops, searches: searches)
    } catch let faults as Faults {
      outcome = failed(.badInput, .badInput, faults.faults.first?.description, "\(faults)")
    } catch let missing as NoSuchFile {
      outcome = failed(.noSuchFile, .noSuchFile, "\(missing)", "\(missing)")
    } catch let failure as CannotWrite {
      outcome = failed(.cannotWrite, .cannotWrite, "\(failure)", "\(failure)")
    } catch {
      outcome = failed(.fault, .internalFault, "\(error)", "\(entry.folder): \(error)")
    }
    if !outcome.isKept { outcome.record.milliseconds = Self.milliseconds(since: start) }
    return outcome
  }

  private func failed(
    _ status: BatchStatus, _ exit: ExitStatus, _ note: String?, _ faults: String
  ) -> Outcome {
    let record = BatchRecord(
      scenario: entry.name, status: status, milliseconds: 0, note: Excerpt.escaped(note ?? ""))
    return Outcome(record: record, exit: exit, faults: faults)
  }

  private func plan(
    start: ContinuousClock.Instant, stops: SearchStops, searches: RunningSearches
  ) async throws -> Outcome {
    let (scenario, checksum) = try ScenarioReader(folder: entry.folder).readWithChecksum()
    if let kept = kept("\(checksum)") { return kept }
    let options = PlanningOptions(seed: seed, effort: Effort(level: effort), threads: 1)
    if let limit { stops.send(after: limit) }
    let plan = try await TrustPlanner(scenario, options: options)
      .plan(stop: stops.teams, firstStop: stops.first, datesStop: stops.dates)
    let isStopped = stops.areSent
    let facts = TrustFacts(scenario)
    var record = record(of: plan, facts: facts, isStopped: isStopped)
    record.milliseconds = Self.milliseconds(since: start)
    if let out {
      var files = plan.terms.isEmpty ? [] : PlanFiles.files(of: plan, facts: facts)
      // What an interruption cut short is not finished, and a later run begins it anew.
      if !(isStopped && searches.isInterrupted) {
        let stamp = BatchStamp(
          program: TrefoilCommand.programVersion, seed: seed, effort: effort,
          stoppedAfter: isStopped ? limit : nil, scenario: "\(checksum)",
          written: plan.terms.isEmpty ? nil : "\(Self.checksum(of: files))", record: record)
        // The last of the files to get its name.
        files.append(AtomicWriter.File(name: BatchStamp.fileName, bytes: stamp.bytes))
      }
      if !files.isEmpty { try AtomicWriter(directory: out).write(files) }
    }
    return Outcome(record: record, exit: Self.exit(of: record.status))
  }

  private func record(of plan: Plan, facts: TrustFacts, isStopped: Bool) -> BatchRecord {
    // A plan that is proven has nothing to explain; its notes stand in plan.json.
    let reason: String? =
      switch plan.status {
      case .optimal: nil
      case .feasible:
        isStopped ? "the search was stopped before it ended" : "not proven within the effort"
      case .infeasible, .unknown: plan.notes.first
      }
    return BatchRecord(
      scenario: entry.name, schools: facts.participants.count, status: BatchStatus(plan.status),
      cost: plan.cost, bound: plan.bound, milliseconds: 0, note: Excerpt.escaped(reason ?? ""))
  }

  // MARK: What an earlier run has done

  private func kept(_ checksum: String) -> Outcome? {
    guard let out, let bytes = try? InputFile.bytes(at: "\(out)/\(BatchStamp.fileName)"),
      let stamp = BatchStamp(bytes, name: entry.name),
      stamp.stands(
        program: TrefoilCommand.programVersion, seed: seed, effort: effort, limit: limit,
        scenario: checksum, written: Self.checksum(ofFilesIn: out))
    else { return nil }
    var record = stamp.record
    record.note = record.note.isEmpty ? "kept" : "kept: \(record.note)"
    return Outcome(record: record, isKept: true, exit: Self.exit(of: record.status))
  }

  private static func checksum(of files: [AtomicWriter.File]) -> Checksum {
    var checksum = Checksum()
    for file in files { checksum.add(name: file.name, bytes: file.bytes) }
    return checksum
  }

  /// The checksum of the plan's files as they are now; nil when one is missing.
  private static func checksum(ofFilesIn folder: String) -> String? {
    let files = PlanFiles.names.compactMap { name in
      (try? InputFile.bytes(at: "\(folder)/\(name)")).map {
        AtomicWriter.File(name: name, bytes: $0)
      }
    }
    return files.count == PlanFiles.names.count ? "\(checksum(of: files))" : nil
  }

  // MARK: Figures

  private static func exit(of status: BatchStatus) -> ExitStatus? {
    status == .optimal || status == .feasible ? nil : .no
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Int {
    Int((ContinuousClock.now - start) / .milliseconds(1))
  }
}
