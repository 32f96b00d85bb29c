import TestSupport

extension OracleCheck {
  /// Trusts made impossible, what is said of them held against fresh plans.
  mutating func diagnoses(_ seeds: Range<Int>) async throws {
    var check = DiagnosisCheck()
    for number in seeds { try await check.check(seed: UInt64(number)) }
    report(check, "impossible trusts, against fresh plans")
    var random = DiagnosisCheck()
    for number in seeds { try await random.checkAny(seed: UInt64(number), schools: 3...5) }
    report(random, "random trusts without a plan, against brute force")
    var asked = DiagnosisCheck()
    for number in seeds { try await asked.checkAsked(seed: UInt64(number), schools: 3...5) }
    report(asked, "random trusts of which something is asked in vain, against brute force")
    var breaches = DiagnosisCheck()
    for number in seeds { try await breaches.checkBreach(seed: UInt64(number), most: 100) }
    for number in seeds { try await breaches.checkBestEffort(seed: UInt64(number)) }
    for number in seeds.prefix(seeds.count / 10) {
      try await breaches.checkThreads(seed: UInt64(number))
    }
    for words in breaches.report.failures { fail("diagnosis, \(words)") }
    print("\(breaches.report.efforts) best efforts that break what they say")
    print("\(breaches.report.breaches) best efforts of which nothing lighter does, by brute force")
  }

  private mutating func report(_ check: DiagnosisCheck, _ what: String) {
    let report = check.report
    for words in report.failures { fail("diagnosis, \(words)") }
    print(
      "\(report.trusts) \(what): \(report.conflicts) reasons, \(report.remedies) remedies, "
        + "\(report.least) of them least; \(report.joint) trusts mended by one remedy for each of "
        + "several reasons, \(report.apart) not known to be; \(report.open) trusts not claimed whole, "
        + "\(report.unknown) plans left open")
  }
}
