import Testing
import VocChannels
import VocDomain

@Suite struct SurveyMutationTests {
  private static let options = ReadingOptions(survey: .csat)

  @Test(arguments: [1, 2, 3, 7, 64])
  func chunksOfAnyLengthReadTheSame(length: Int) throws {
    for name in try SurveyFixture.names {
      let bytes = try SurveyFixture.bytes(name)
      let whole = try SurveyReading(ByteSource(name: name, bytes: bytes), options: Self.options)
      let pieces = try SurveyReading(ByteSource.table(bytes, chunksOf: length), options: Self.options)
      #expect(pieces == whole, "\(name)")
    }
  }

  /// Nothing traps on damaged files, no row is lost, and lines only grow.
  @Test func damagedFilesNeitherTrapNorLoseRows() throws {
    let seed: UInt64 = 20_261_121
    var generator = SeededGenerator(seed: seed)
    let spice: [UInt8] = [0, 10, 13, 34, 34, 34, 44, 59, 9, 124, 0x80, 0xA0, 0xC3, 0xD8, 0xFF, 48, 57, 46]
    for name in try SurveyFixture.names {
      let original = try SurveyFixture.bytes(name)
      for round in 0..<150 {
        var bytes = original
        for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
          let at = Int.random(in: 0..<bytes.count, using: &generator)
          let byte = spice.randomElement(using: &generator) ?? 0
          switch Int.random(in: 0..<5, using: &generator) {
          case 0: bytes[at] = byte
          case 1: bytes.insert(byte, at: at)
          case 2: bytes.remove(at: at)
          case 3: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0...20, using: &generator)))
          default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 30)], at: at)
          }
        }
        let note: Comment = "\(name) seed \(seed) round \(round)"
        _ = SurveyCSV.recognises(ExportHead(bytes: bytes, fileName: name))
        do {
          let reading = try SurveyReading(ByteSource(name: name, bytes: bytes), options: Self.options)
          #expect(reading.isComplete, note)
          #expect(reading.problems.map(\.line) == reading.problems.map(\.line).sorted(), note)
          #expect(reading.answers.allSatisfy { $0.survey.scale.contains($0.score) }, note)
          let pieces = try SurveyReading(ByteSource.table(bytes, chunksOf: 5), options: Self.options)
          #expect(pieces == reading, note)
        } catch is UnreadableExport {
          continue
        }
      }
    }
  }

  @Test func randomBytesAreNeverATrap() throws {
    var generator = SeededGenerator(seed: 99)
    for _ in 0..<500 {
      let noise = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let bytes = Array("Fecha,NPS,Comentario\n".utf8) + noise
      #expect(try SurveyReading(ByteSource(name: "-", bytes: bytes), options: Self.options).isComplete)
      _ = SurveyCSV.recognises(ExportHead(bytes: noise, fileName: "-"))
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
