// swift-tools-version:6.2
import PackageDescription

// voc ──► VocDesk ──► VocStore ──► SQLite ──► CSQLite (system library)
//            │            └──────► VocSchema (schema/, SQL embedded in the binary)
//            ├──► VocChannels   exports in: bytes → records + problems. Pure
//            └──► VocInsight    statistics and satisfaction. Pure
//  and all ─► VocDomain         customers, channels, tickets, agents, answers. Pure
// Tests/ArchitectureTests holds these arrows: SwiftPM alone does not notice a transitive import.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "voc",
  targets: [
    // Export formats: bytes in, records and problems out.
    .target(name: "VocChannels", dependencies: ["VocDomain"], swiftSettings: strict),
    // Statistics with their intervals.
    .target(name: "VocInsight", dependencies: ["VocDomain"], swiftSettings: strict),
    // Values and their rules.
    .target(name: "VocDomain", swiftSettings: strict),

    .testTarget(name: "VocDomainTests", dependencies: ["VocDomain"], swiftSettings: strict),
    .testTarget(
      name: "VocChannelsTests", dependencies: ["VocChannels", "VocDomain"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "VocInsightTests", dependencies: ["VocInsight", "VocDomain"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
