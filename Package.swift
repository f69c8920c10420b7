// swift-tools-version:6.2
import PackageDescription

// voc ──► VocDesk ──► VocStore ──► SQLite ──► CSQLite (system library)
//            │            └──────► VocSchema (schema/, SQL embedded in the binary)
//            ├──► VocChannels   exports in: bytes → records + problems. Pure
//            ├──► VocRouting    router, calendars, service clocks: snapshot + policy + now → decisions. Pure
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
  products: [.executable(name: "voc", targets: ["voc"])],
  targets: [
    // The command line: verbs, arguments, what people read.
    .executableTarget(name: "voc", dependencies: ["VocDesk", "VocDomain"], swiftSettings: strict),
    // One method = one business act = one transaction.
    .target(
      name: "VocDesk", dependencies: ["VocStore", "VocChannels", "VocRouting", "VocInsight", "VocDomain"],
      swiftSettings: strict),
    // The only SQL of the application.
    .target(
      name: "VocStore", dependencies: ["SQLite", "VocSchema", "VocDomain"], swiftSettings: strict),
    // The migrations and the legal clocks of the region, embedded.
    .target(
      name: "VocSchema", path: "schema",
      resources: [.embedInCode("migrations"), .embedInCode("policies")], swiftSettings: strict),
    // Export formats: bytes in, records and problems out.
    .target(name: "VocChannels", dependencies: ["VocDomain"], swiftSettings: strict),
    // Who gets which ticket, when we work, and how long things may take.
    .target(name: "VocRouting", dependencies: ["VocDomain"], swiftSettings: strict),
    // Statistics with their intervals, and what texts say; lexicons embedded.
    .target(
      name: "VocInsight", dependencies: ["VocDomain"], resources: [.embedInCode("Text/Lexicons")],
      swiftSettings: strict),
    // Values and their rules.
    .target(name: "VocDomain", swiftSettings: strict),
    // SQLite for Swift: knows SQL, nothing of tickets.
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),

    // What several test targets share: folders that go away, seeded chance, a database as text, oracles.
    .target(name: "VocTesting", dependencies: ["SQLite"], path: "Tests/VocTesting", swiftSettings: strict),
    .testTarget(
      name: "SQLiteTests", dependencies: ["SQLite", "VocTesting"], swiftSettings: strict),
    .testTarget(
      name: "VocDomainTests", dependencies: ["VocDomain", "VocTesting"], exclude: ["Customers/Oracles"],
      swiftSettings: strict),
    .testTarget(
      name: "VocStoreTests", dependencies: ["VocStore", "SQLite", "VocSchema", "VocDomain", "VocTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "VocDeskTests",
      dependencies: ["VocDesk", "VocChannels", "VocStore", "SQLite", "VocSchema", "VocDomain", "VocTesting"],
      swiftSettings: strict),
    .testTarget(
      name: "VocChannelsTests", dependencies: ["VocChannels", "VocDomain", "VocTesting"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "VocRoutingTests", dependencies: ["VocRouting", "VocDomain", "VocTesting"], exclude: ["Oracles"],
      swiftSettings: strict),
    .testTarget(
      name: "VocInsightTests", dependencies: ["VocInsight", "VocDomain", "VocTesting"], exclude: ["Oracles"],
      swiftSettings: strict),
    .testTarget(
      name: "vocTests", dependencies: ["voc", "VocDesk", "VocDomain", "VocTesting"], swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["voc", "VocTesting"], swiftSettings: strict),
    // The built binary itself, in processes of its own.
    .testTarget(
      name: "ProcessTests", dependencies: ["voc", "SQLite", "VocTesting"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
