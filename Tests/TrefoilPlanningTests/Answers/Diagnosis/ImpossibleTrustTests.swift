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
}
