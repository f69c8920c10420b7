import Foundation
import Testing
import VocDomain

@testable import VocChannels

/// Nothing that a file can hold makes the parser trap or lose a line.
@Suite struct MutationTests {
  @Test func mutatedFixturesKeepTheInvariants() throws {
    // A failure comes again with the seed that it printed.
    let given = ProcessInfo.processInfo.environment["MUTATION_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64.max)
    print("MutationTests seed \(seed)")
    var random = SplitMix(state: seed)
    let fixtures = try Fixture.names().map { try Fixture.bytes($0) }
    var readable = 0
    for _ in 0..<4000 {
      var bytes = fixtures[Int.random(in: fixtures.indices, using: &random)]
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, with: fixtures, &random) }
      do {
        let outcome = try Outcome(bytes)
        readable += 1
        checkTexts(outcome, bytes)
      } catch is UnreadableExport {
        continue
      }
    }
    #expect(readable > 2000, "seed \(seed): most mutations leave an export that can be read")
  }

  @Test func anyChunksGiveTheSame() throws {
    for name in try Fixture.names() {
      let bytes = try Fixture.bytes(name)
      guard let whole = try? Outcome(bytes) else { continue }
      for chunk in [1, 2, 7, 64] {
        let outcome = try Outcome(bytes, chunk: chunk)
        #expect(outcome.records == whole.records, "\(name) in chunks of \(chunk)")
        #expect(outcome.problems == whole.problems, "\(name) in chunks of \(chunk)")
      }
    }
  }

  @Test func fixturesSurviveEveryTruncation() throws {
    for name in ["ios-es-markers.txt", "android-markers.txt", "android-arabic-digits.txt"] {
      let bytes = try Fixture.bytes(name)
      for end in bytes.indices { _ = try? Outcome(Array(bytes[..<end])) }
    }
  }

  /// A message always has words, and its words are in the file.
  private func checkTexts(_ outcome: Outcome, _ bytes: [UInt8]) {
    for record in outcome.records {
      if record.kind == .message { #expect(!record.text.isEmpty) }
      #expect(!record.text.contains("\r\n"))
      #expect(record.rawHeader?.isEmpty == false)
      guard let line = record.text.split(separator: "\n").first, record.kind != .poll else { continue }
      // Mentions have lost their isolates.
      #expect(line.contains("@") || bytes.firstRange(of: Array(line.utf8)) != nil)
    }
  }

  private func mutate(_ bytes: inout [UInt8], with fixtures: [[UInt8]], _ random: inout SplitMix) {
    if bytes.isEmpty { return }
    let start = Int.random(in: bytes.indices, using: &random)
    let end = min(bytes.count, start + Int.random(in: 0...40, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: bytes.removeSubrange(start..<end)
    case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 4:
      let other = fixtures[Int.random(in: fixtures.indices, using: &random)]
      let cut = Int.random(in: 0...other.count, using: &random)
      bytes.replaceSubrange(start..., with: other[cut...])
    case 5: bytes.removeSubrange(start...)
    default:
      let parts = [
        "\r\n", "\u{200E}", "\u{FEFF}", "<", ">", ": ", "\u{202F}", " • ", ")", "\n[28/2/24, 9:59:02] ",
      ]
      let part = parts[Int.random(in: parts.indices, using: &random)]
      bytes.insert(contentsOf: Array(part.utf8), at: start)
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): small, and the same everywhere for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
