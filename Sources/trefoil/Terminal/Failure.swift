import ArgumentParser
import TrefoilFiles
import TrefoilModel
import TrefoilPlanning

/// The exit codes, by meaning.
enum ExitStatus: Int32 {
  case no = 1
  case badInput = 65
  case noSuchFile = 66
  case internalFault = 70
  case cannotWrite = 73
  case interrupted = 130

  var code: ExitCode { ExitCode(rawValue) }
}

/// Runs a command's work and turns what it throws into words on stderr and an exit code.
func reportingFailures(_ work: () async throws -> Void) async throws {
  do {
    try await work()
  } catch let code as ExitCode {
    throw code
  } catch let misuse as ValidationError {
    throw misuse
  } catch let faults as Faults {
    Terminal.error(faults.description)
    let count = faults.faults.count
    Terminal.error(
      count == 1 ? "1 fault; nothing was written." : "\(count) faults; nothing was written.")
    throw ExitStatus.badInput.code
  } catch let missing as NoSuchFile {
    Terminal.error("\(missing)")
    throw ExitStatus.noSuchFile.code
  } catch let missing as NoSuchTrust {
    Terminal.error("\(missing)")
    throw ExitStatus.noSuchFile.code
  } catch let refusal as ExplanationRequest.Refusal {
    throw ValidationError("\(refusal)")
  } catch let refusal as ModelRefusal {
    Terminal.error("\(refusal)")
    throw ExitStatus.no.code
  } catch let failure as CannotWrite {
    Terminal.error("\(failure)")
    throw ExitStatus.cannotWrite.code
  } catch {
    Terminal.error("\(error)")
    throw ExitStatus.internalFault.code
  }
}
