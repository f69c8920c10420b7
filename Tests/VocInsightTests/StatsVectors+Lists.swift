import Foundation
import Testing
import VocInsight

extension StatsVectors.Vector {
  /// The expected list of objects, each as a vector of its own.
  func rows() throws -> [StatsVectors.Vector] {
    let objects = try #require(list as? [[String: Any]], "\(id) expects no objects")
    return objects.enumerated().map {
      StatsVectors.Vector(
        id: "\(id)[\($0)]", input: input, expected: $1, list: [], tolerance: tolerance)
    }
  }

  /// The expected list of numbers.
  func numbers() throws -> [Double] {
    try #require(list as? [NSNumber], "\(id) expects no numbers").map(\.doubleValue)
  }

  func strings(_ field: String) throws -> [String] {
    try #require(expected[field] as? [String], "\(id) lacks \(field)")
  }

  func string(_ field: String) throws -> String {
    try #require(expected[field] as? String, "\(id) lacks \(field)")
  }

  func flag(_ field: String) throws -> Bool {
    try #require(expected[field] as? Bool, "\(id) lacks \(field)")
  }

  func matrix(_ field: String) throws -> [[Double]] {
    try #require(expected[field] as? [[NSNumber]], "\(id) lacks \(field)").map { $0.map(\.doubleValue) }
  }

  /// A number of the input.
  func given(_ field: String) throws -> Double {
    try #require(input[field] as? NSNumber, "\(id) lacks \(field)").doubleValue
  }

  func givenNumbers(_ field: String) throws -> [Double] {
    try #require(input[field] as? [NSNumber], "\(id) lacks \(field)").map(\.doubleValue)
  }

  func givenMatrix(_ field: String) throws -> [[Double]] {
    try #require(input[field] as? [[NSNumber]], "\(id) lacks \(field)").map { $0.map(\.doubleValue) }
  }

  func expect(_ actual: ConfidenceInterval?, _ field: String) throws {
    let interval = try #require(actual, "\(id) \(field) is nil")
    try expect((interval.low, interval.high), field)
  }

  func expect(_ actual: [Double], _ field: String) throws { compare(actual, try numbers(field), field) }

  func expect(_ actual: [[Double]], _ field: String) throws {
    let expected = try matrix(field)
    #expect(actual.map(\.count) == expected.map(\.count), "\(id) \(field)")
    compare(Array(actual.joined()), Array(expected.joined()), field)
  }

  /// Compares with the expected list of numbers.
  func expect(_ actual: [Double]) throws { compare(actual, try numbers(), "list") }

  private func compare(_ actual: [Double], _ expected: [Double], _ field: String) {
    #expect(actual.count == expected.count, "\(id) \(field)")
    for (index, pair) in zip(actual, expected).enumerated() {
      #expect(abs(pair.0 - pair.1) <= tolerance, "\(id) \(field)[\(index)]: \(pair.0), expected \(pair.1)")
    }
  }
}

/// One group of times of the vectors KW-1 and KW-2.
struct GroupOfTimes {
  let channel: String
  let times: [Double]
}

extension StatsVectors.Vector {
  /// The groups of the input in the order of the file, which JSONSerialization does not keep.
  func groups() throws -> [GroupOfTimes] {
    let groups = try #require(input["groups"] as? [String: [NSNumber]], "\(id) lacks groups")
    return try ["whatsapp", "email", "telefono", "chat"].map { channel in
      GroupOfTimes(channel: channel, times: try #require(groups[channel]).map(\.doubleValue))
    }
  }
}
