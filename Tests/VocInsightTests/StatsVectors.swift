import Foundation
import Testing

/// The worked cases of Oracles/stats_vectors.json.
struct StatsVectors {
  struct Vector {
    let id: String
    let input: [String: Any]
    /// The expected fields; empty where a list is expected.
    let expected: [String: Any]
    /// The expected list; empty where fields are expected.
    let list: [Any]
    let tolerance: Double

    func number(_ field: String) throws -> Double {
      try #require(expected[field] as? NSNumber, "\(id) lacks \(field)").doubleValue
    }

    func numbers(_ field: String) throws -> [Double] {
      try #require(expected[field] as? [NSNumber], "\(id) lacks \(field)").map(\.doubleValue)
    }

    func table(_ field: String) throws -> [String: Double] {
      try #require(expected[field] as? [String: NSNumber], "\(id) lacks \(field)").mapValues(\.doubleValue)
    }

    func counts(_ field: String) throws -> [Int] {
      try #require(input[field] as? [NSNumber], "\(id) lacks \(field)").map(\.intValue)
    }

    func count(_ field: String) throws -> Int {
      try #require(input[field] as? NSNumber, "\(id) lacks \(field)").intValue
    }

    /// Fails unless the vector's expected fields are exactly those that the test compared.
    func expectEveryField(_ compared: [String]) {
      #expect(Set(expected.keys) == Set(compared), "\(id)")
    }

    func expect(_ actual: Double?, _ field: String) throws {
      let expected = try number(field)
      let actual = try #require(actual, "\(id) \(field) is nil")
      #expect(abs(actual - expected) <= tolerance, "\(id) \(field): \(actual), expected \(expected)")
    }

    func expect(_ actual: (low: Double, high: Double), _ field: String) throws {
      let bounds = try numbers(field)
      #expect(bounds.count == 2)
      #expect(abs(actual.low - bounds[0]) <= tolerance, "\(id) \(field): \(actual), expected \(bounds)")
      #expect(abs(actual.high - bounds[1]) <= tolerance, "\(id) \(field): \(actual), expected \(bounds)")
    }
  }

  private let vectors: [String: Vector]

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Oracles/stats_vectors.json")
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let list = try #require(root?["vectors"] as? [[String: Any]])
    var vectors: [String: Vector] = [:]
    for item in list {
      let id = try #require(item["id"] as? String)
      vectors[id] = Vector(
        id: id, input: item["input"] as? [String: Any] ?? [:],
        expected: item["expected"] as? [String: Any] ?? [:], list: item["expected"] as? [Any] ?? [],
        tolerance: try #require(item["tol"] as? NSNumber).doubleValue)
    }
    self.vectors = vectors
  }

  func vector(_ id: String) throws -> Vector { try #require(vectors[id], "no vector \(id)") }

  var ids: Set<String> { Set(vectors.keys) }
}
