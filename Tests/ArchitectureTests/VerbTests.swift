import Foundation
import Testing

@testable import voc

/// Every verb is told of, shown and works as shown.
@Suite struct VerbTests {
  @Test(arguments: VerbTable.all.map(\.name))
  func isExplainedInBothLanguages(name: String) throws {
    let verb = try #require(VerbTable.all.first { $0.name == name })
    let summaries = [Language.es, .en].map { verb.summary($0) }
    for summary in summaries {
      #expect(!summary.isEmpty && summary.last != ".", "\(name): \(summary)")
    }
    #expect(summaries[0] != summaries[1], "\(name)")
    for option in verb.options {
      #expect(option.summary(.es) != option.summary(.en), "\(name) \(option.names)")
    }
  }

  @Test(arguments: VerbTable.all.map(\.name))
  func hasExamplesThatParse(name: String) throws {
    let verb = try #require(VerbTable.all.first { $0.name == name })
    #expect(!verb.examples.isEmpty)
    for example in verb.examples {
      // Where the shell sends the output is no word of the command.
      let words = VerbTests.words(example).prefix { $0 != ">" }
      #expect(words.first == "voc", "\(example)")
      guard case .run(let parsed) = try Arguments(verbs: VerbTable.all).request(Array(words.dropFirst()))
      else {
        #expect(verb.name == "help", "\(example)")
        continue
      }
      #expect(parsed.verb.name == name, "\(example)")
    }
  }

  /// As a shell splits it: spaces, and quotes of both kinds.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil && "\"'".contains(character) {
        quote = character
      } else if character == " " && quote == nil {
        words.append(word)
        word = ""
      } else {
        word.append(character)
      }
    }
    return words + [word]
  }

  @Test func everyVerbStandsInTheReadme() throws {
    let readme = try String(contentsOf: SourceTree.root.appendingPathComponent("README.md"), encoding: .utf8)
    for verb in VerbTable.all { #expect(readme.contains("voc \(verb.name)"), "\(verb.name)") }
  }
}
