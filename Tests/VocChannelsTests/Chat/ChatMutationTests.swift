import Testing
import VocChannels
import VocDomain

@Suite struct ChatMutationTests {
  /// Nothing traps on damaged files, and no file is read as nothing at all.
  @Test(arguments: ChatFixture.readers.indices)
  func damagedFilesNeitherTrapNorVanish(index: Int) throws {
    let reader = ChatFixture.readers[index]
    let seed: UInt64 = 20_261_121
    var generator = SeededGenerator(seed: seed)
    let spice: [UInt8] = Array("{}[]\":,\\\n0-9.<&".utf8) + [0, 0x80, 0xC3, 0xFF]
    for name in try ChatFixture.names(reader.format) {
      let original = try ChatFixture.bytes(reader.format, name)
      for round in 0..<100 {
        var bytes = original
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
          let at = Int.random(in: 0..<bytes.count, using: &generator)
          let byte = spice.randomElement(using: &generator) ?? 0
          switch Int.random(in: 0..<4, using: &generator) {
          case 0: bytes[at] = byte
          case 1: bytes.insert(byte, at: at)
          case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...20, using: &generator)))
          default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
          }
        }
        let note: Comment = "\(name) seed \(seed) round \(round)"
        _ = reader.recognises(ExportHead(bytes: bytes, fileName: name))
        do {
          let outcome = try ChatOutcome(reader, ByteSource(name: name, bytes: bytes))
          #expect(!outcome.records.isEmpty || !outcome.problems.isEmpty, note)
          let lines = bytes.count { $0 == 10 } + bytes.count { $0 == 13 } + 1
          let ends = outcome.problems.map { $0.line + $0.lineCount - 1 } + outcome.records.map(\.line)
          #expect(ends.allSatisfy { (1...lines).contains($0) }, note)
          #expect(outcome.problems.allSatisfy { !$0.raw.isEmpty || $0.reason == .json }, note)
          #expect(try ChatOutcome(reader, .table(bytes, chunksOf: 5)) == outcome, note)
        } catch is UnreadableExport {
          continue
        }
      }
    }
  }
}

/// SplitMix64 (Steele, Lea & Flood, 2014): the same numbers for the same seed on every machine.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
