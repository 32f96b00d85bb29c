import TestSupport
import Testing
import TrefoilModel
import TrefoilSolver

@testable import TrefoilPlanning

/// Plans made although not everything can be kept: what they break, and that it is the least. A few cases
/// each; `Benchmarks check` holds hundreds.
@Suite struct BestEffortTests {
  @Test(arguments: [1, 3] as [UInt64])
  func `what is broken is what verification says, and nothing else`(seed: UInt64) async throws {
    var check = DiagnosisCheck()
    try await check.checkBestEffort(seed: seed)
    #expect(check.report.failures == [])
  }

  @Test func `nothing that weighs less would do`() async throws {
    var check = DiagnosisCheck()
    for seed in 0..<12 as Range<UInt64> { try await check.checkBreach(seed: seed, most: 8) }
    #expect(check.report.failures == [])
    #expect(check.report.breaches > 1)
  }

  @Test func `what decides between equals never makes the whole weigh more`() {
    // Three light ones that are preferred must not beat two that are not.
    let chooser = HittingSet<Int> { (1 << 24) * 1 - ($0 < 3 ? 1 : 0) }
    #expect(chooser.lightest(hitting: [[0, 3], [1, 3], [2, 4]]).elements.count == 2)
  }
}
