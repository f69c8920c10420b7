import Testing
import VocChannels
import VocDomain

@Suite struct ToolMutationTests {
  @Test(arguments: [1, 2, 3, 7, 64])
  func chunksOfAnyLengthReadTheSame(length: Int) throws {
    for reader in ToolFixture.readers {
      for name in try ToolFixture.names(of: reader) {
        let bytes = try ToolFixture.bytes(reader, name)
        let whole = Result { try ToolReading(reader, ByteSource(name: "-", bytes: bytes)) }
        let pieces = Result { try ToolReading(reader, ByteSource.table(bytes, chunksOf: length)) }
        #expect((try? whole.get()) == (try? pieces.get()), "\(name)")
      }
    }
  }

  /// Damaged files neither trap nor lose a line with something on it.
  @Test func damagedFilesAreReadWhole() throws {
    let seed: UInt64 = 20_261_121
    var generator = SeededNumbers(seed: seed)
    let spice: [UInt8] = Array("\n\r\",;:#{}[]\\\t/09-".utf8) + [0, 0x80, 0xA0, 0xC3, 0xF0, 0xFF]
    for reader in ToolFixture.readers {
      for name in try ToolFixture.names(of: reader) {
        let original = try ToolFixture.bytes(reader, name)
        for round in 0..<25 {
          var bytes = original
          for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &generator)
            let byte = spice.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[at] = byte
            case 1: bytes.insert(byte, at: at)
            case 2:
              bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...20, using: &generator)))
            default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
            }
          }
          let note: Comment = "\(name) seed \(seed) round \(round)"
          for other in ToolFixture.readers {
            _ = other.recognises(ExportHead(bytes: bytes, fileName: name))
          }
          guard let reading = try? ToolReading(reader, ByteSource(name: "-", bytes: bytes)) else { continue }
          let lines = reading.problems.map(\.line)
          #expect(lines == lines.sorted(), note)
          #expect(reading.answers.allSatisfy { $0.survey.scale.contains($0.score) }, note)
          let pieces = try ToolReading(reader, ByteSource.table(bytes, chunksOf: 5))
          #expect(pieces == reading, note)
          if name.hasSuffix(".csv") { #expect(try isWhole(reader, bytes, reading), note) }
        }
      }
    }
  }

  /// Every row below the header is answered, unanswered or a problem.
  private func isWhole(_ reader: any ExportReader.Type, _ bytes: [UInt8], _ reading: ToolReading) throws
    -> Bool
  {
    var (rows, header) = (0, 0)
    try TableReader.read(ByteSource(name: "-", bytes: bytes)) { _ in
      rows += 1
    } problem: { _ in
      rows += 1
    }
    try TableReader.read(ByteSource(name: "-", bytes: reading.header)) { _ in
      header += 1
    } problem: { _ in
    }
    let answered = Set(reading.answers.map(\.line))
    let wrong = Set(reading.problems.map(\.line)).subtracting(answered)
    return rows - header <= answered.count + wrong.count + reading.unanswered
  }
}

/// SplitMix64 (Steele, Lea & Flood, 2014): the same numbers for the same seed on every machine.
private struct SeededNumbers: RandomNumberGenerator {
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
