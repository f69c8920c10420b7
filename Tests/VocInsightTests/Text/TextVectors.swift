import Foundation
import Testing

@testable import VocInsight

/// The worked cases of Oracles/text_vectors.json; its stems and `lex_hits` are not read (see the README there).
struct TextVector: Decodable, Sendable, CustomTestStringConvertible {
  let text: String
  let folded: String
  let tokens: [String]
  let score: Double
  let label: String
  let cues: [String]

  private enum CodingKeys: String, CodingKey {
    case text
    case folded
    case tokens
    case score = "lex_score"
    case label
    case cues
  }

  var testDescription: String { text }

  private struct File: Decodable {
    let cases: [TextVector]
  }

  static func all() throws -> [TextVector] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Oracles/text_vectors.json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).cases
  }
}

extension NormalizedText {
  var tokenTexts: [String] { tokens.map { text(of: $0) } }
}
