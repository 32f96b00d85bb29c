import Testing
import TrefoilModel

@testable import TrefoilFiles

/// A scenario folder made of texts, read as a person's would be.
struct FolderUnderTest {
  let directory: ScratchDirectory

  /// Six schools in one place.
  static let schools = """
    id,name,phase,easting,northing
    ash,Ash,primary,400000,400000
    beech,Beech,primary,400000,401000
    cedar,Cedar,primary,400000,402000
    dale,Dale,primary,400000,403000
    elm,Elm,secondary,400000,404000
    fir,Fir,special,400000,405000

    """

  init(schools: String? = Self.schools, _ files: [String: String] = [:]) throws {
    directory = try ScratchDirectory()
    if let schools { try directory.put(schools, at: "schools.csv") }
    for (name, text) in files { try directory.put(text, at: name) }
  }

  func read() throws -> Scenario {
    try ScenarioReader(folder: directory.path).read()
  }

  /// The faults, without the path of the folder; empty when there are none.
  func faults() throws -> [String] {
    do {
      _ = try read()
      return []
    } catch let error as Faults {
      return error.faults.map {
        $0.description.replacing(directory.path + "/", with: "")
      }
    }
  }

  static func faults(
    schools: String? = Self.schools, _ files: [String: String] = [:]
  ) throws -> [String] {
    try FolderUnderTest(schools: schools, files).faults()
  }
}
