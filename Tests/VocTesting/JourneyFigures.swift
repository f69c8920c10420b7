import Foundation

/// PM4Py's figures of an event log (VocInsightTests/Oracles/README.md).
public struct JourneyFigures: Decodable, Sendable {
  public struct Edge: Decodable, Sendable {
    public var from: String
    public var to: String
    public var count: Int
    public var mean: Double
    public var median: Double
    public var p90: Double
    public var total: Double
  }
  public struct Variant: Decodable, Sendable {
    public var activities: [String]
    public var count: Int
  }

  /// Of which there are a log and its figures.
  public static let logs = ["random", "help_desk"]

  public var edges: [Edge]
  public var starts: [String: Int]
  public var ends: [String: Int]
  public var variants: [Variant]
  public var repeats: [String: Int]

  public init(ofLog log: String) throws {
    let file = Self.oracles.appendingPathComponent("journey_\(log)_figures.json")
    self = try JSONDecoder().decode(JourneyFigures.self, from: Data(contentsOf: file))
  }

  /// The log itself, in CSV.
  public static func text(ofLog log: String) throws -> String {
    try String(contentsOf: oracles.appendingPathComponent("journey_\(log)_log.csv"), encoding: .utf8)
  }

  private static let oracles = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("VocInsightTests/Oracles")
}
