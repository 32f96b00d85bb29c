import TestSupport
import Testing

/// A few trusts made impossible by known rules; `Benchmarks check` holds hundreds.
@Suite struct ImpossibleTrustTests {
  @Test(arguments: [0, 20, 60] as [UInt64])
  func `reasons are minimal and in conflict, remedies do and are least`(seed: UInt64) async throws {
    var check = DiagnosisCheck()
    try await check.check(seed: seed)
    #expect(check.report.failures == [])
    #expect(check.report.unknown == 0)
    #expect(check.report.conflicts > 0)
  }

  @Test(arguments: 0..<4)
  func `reasons against what is asked are minimal and in conflict by brute force`(
    block: Int
  ) async throws {
    var check = DiagnosisCheck()
    for seed in 0..<40 {
      try await check.checkAsked(seed: UInt64(700_000 + block * 1_000 + seed), schools: 3...5)
    }
    #expect(check.report.failures == [])
    #expect(check.report.conflicts > 0)
  }
}
