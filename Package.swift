// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// The library modules (TrefoilModel, TrefoilSolver, TrefoilPlanning) depend on no package.
// There is no executable product on purpose: `swift run trefoil` works without one, and a
// consumer of the library then never fetches the packages that only the command needs.
let package = Package(
  name: "trefoil",
  products: [
    .library(name: "TrefoilSolver", targets: ["TrefoilSolver"]),
    .library(name: "TrefoilModel", targets: ["TrefoilModel"]),
    .library(name: "TrefoilPlanning", targets: ["TrefoilPlanning"]),
    .library(name: "TrefoilFiles", targets: ["TrefoilFiles"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "TrefoilSolver", swiftSettings: strict),
    .target(name: "TrefoilModel", swiftSettings: strict),
    .target(
      name: "TrefoilPlanning", dependencies: ["TrefoilModel", "TrefoilSolver"],
      swiftSettings: strict),
    .target(
      name: "TrefoilFiles",
      dependencies: ["TrefoilModel", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "TrefoilReport", dependencies: ["TrefoilModel"], swiftSettings: strict),
    .target(
      name: "SyntheticTrusts", dependencies: ["TrefoilModel", "TrefoilSolver"],
      swiftSettings: strict),
    .executableTarget(
      name: "trefoil",
      dependencies: [
        "TrefoilModel", "TrefoilSolver", "TrefoilPlanning", "TrefoilFiles", "TrefoilReport",
        "SyntheticTrusts", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "TrefoilModel", "TrefoilSolver", "TrefoilPlanning", "SyntheticTrusts", "TestSupport",
      ],
      path: "Benchmarks", exclude: ["HotLoops", "README.md", "growth.svg", "peers"],
      swiftSettings: strict),
    .executableTarget(
      name: "HotLoops", dependencies: ["TrefoilSolver", "TestSupport"],
      path: "Benchmarks/HotLoops", exclude: ["count.sh"], swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: ["TrefoilModel", "TrefoilSolver", "TrefoilPlanning", "SyntheticTrusts"],
      path: "Tests/Support", swiftSettings: strict),
    .testTarget(
      name: "TrefoilSolverTests", dependencies: ["TrefoilSolver", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TrefoilModelTests", dependencies: ["TrefoilModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TrefoilPlanningTests",
      dependencies: ["TrefoilPlanning", "SyntheticTrusts", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TrefoilReportTests", dependencies: ["TrefoilReport", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SyntheticTrustsTests", dependencies: ["SyntheticTrusts", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TrefoilFilesTests",
      dependencies: ["TrefoilFiles", "TrefoilPlanning", "SyntheticTrusts", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["trefoil", "TrefoilFiles", "TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
