import Testing
import VocDomain

@testable import VocChannels

@Suite struct JSONMutationTests {
  private static let files = [
    "{\"id\":1,\"text\":\"año \\ud83d\\ude00\"}\r\n{\"id\":2,\"t\":[1,{\"a\":null}]}\n\n{\"id\":3}\n",
    "{\"n\":1,\"t\":[\n{\"id\":1,\"m\":[1,2,{\"x\":\"é\"}]},\n{\"id\":2,\"m\":[]}\n],\"count\":2}\n{\"t\":[]}",
    "[\n  {\"a\": 1.5e3},\n  {\"b\": [true, false]},\n  \"text\",\n]\n",
  ]

  /// Damage never traps, reads the same in any chunks, and gives events in the order of the file.
  @Test(arguments: [50, JSONSplitter.limit]) func damagedFilesReadTheSameInAnyChunks(limit: Int) throws {
    var random = SplitMix(state: 8259)
    let spice = Array("\0\n\n\r\"\"{{}}[[]],,::\\u{e9}tn 1-.".utf8) + [0x80, 0xC3, 0xFF]
    for text in Self.files {
      for round in 0..<150 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...5, using: &random) where !bytes.isEmpty {
          let at = Int.random(in: bytes.indices, using: &random)
          let byte = spice.randomElement(using: &random) ?? 0
          switch Int.random(in: 0..<5, using: &random) {
          case 0: bytes[at] = byte
          case 1: bytes.insert(byte, at: at)
          case 2: bytes.remove(at: at)
          case 3: bytes.removeSubrange(at..<min(bytes.count, at + 12))
          default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 20)], at: at)
          }
        }
        let note: Comment = "round \(round): \(String(decoding: bytes, as: UTF8.self))"
        let paths = round.isMultiple(of: 2) ? ["t", "t.m"] : []
        let whole = try JSONReading(bytes, paths: paths, limit: limit)
        for chunk in [1, 3, 8] {
          #expect(try JSONReading(bytes, paths: paths, chunk: chunk, limit: limit) == whole, note)
        }
        _ = JSONHead.first(in: bytes)
        guard paths.isEmpty, whole.error == nil else { continue }
        // Without frames, the pieces are the file but for spaces, commas and the brackets of arrays.
        var rest = bytes[...]
        for raw in whole.raws where !raw.isEmpty {
          let found = rest.firstRange(of: raw.prefix(JSONStretch.limit))
          #expect(found != nil, note)
          guard let found else { break }
          #expect(rest[..<found.lowerBound].allSatisfy(Self.isFiller), note)
          rest = rest[found.upperBound...]
        }
        #expect(rest.allSatisfy(Self.isFiller), note)
      }
    }
  }

  private static func isFiller(_ byte: UInt8) -> Bool {
    (0x09...0x0D).contains(byte) || Array(" ,[]}\u{1E}".utf8).contains(byte)
  }

  @Test func randomBytesAreNeverATrap() throws {
    var random = SplitMix(state: 7)
    for _ in 0..<500 {
      let noise = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      _ = JSONValue(parsing: noise)
      _ = JSONHead.first(in: noise)
      let reading = try JSONReading(Array("[{},".utf8) + noise, paths: ["a"])
      #expect(!reading.problems.isEmpty || reading.raws.count == 1)
    }
  }
}
