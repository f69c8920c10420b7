import Testing
import VocChannels
import VocDomain

@Suite struct PhoneMutationTests {
  static let readers: [any ExportReader.Type] = [
    QueueLog.self, AsteriskCDR.self, FreeSWITCHCSV.self, FreeSWITCHJSON.self,
  ]

  @Test(arguments: [1, 2, 3, 7, 64])
  func chunksOfAnyLengthReadTheSame(length: Int) throws {
    for reader in Self.readers {
      let fixture = PhoneFixture(reader.format.rawValue)
      for name in try fixture.names {
        let bytes = try fixture.bytes(name)
        let whole = try PhoneReading(reader, ByteSource(name: name, bytes: bytes))
        #expect(try PhoneReading(reader, ByteSource.table(bytes, chunksOf: length)) == whole, "\(name)")
      }
    }
  }

  /// Nothing traps on damaged files, and every problem is a stretch of the file.
  @Test func damagedFilesNeitherTrapNorLoseLines() throws {
    let seed: UInt64 = 20_261_121
    var generator = SeededGenerator(seed: seed)
    for reader in Self.readers {
      let fixture = PhoneFixture(reader.format.rawValue)
      for name in try fixture.names {
        let original = try fixture.bytes(name)
        for round in 0..<40 {
          let bytes = mutated(original, using: &generator)
          let note: Comment = "\(name) seed \(seed) round \(round)"
          _ = reader.recognises(ExportHead(bytes: bytes, fileName: name))
          guard let reading = try? PhoneReading(reader, ByteSource(name: name, bytes: bytes)) else {
            continue
          }
          let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
          for problem in reading.problems {
            #expect(problem.line >= 1 && problem.line <= lines.count && !problem.raw.isEmpty, note)
            #expect(bytes.contains(problem.raw), note)
          }
          #expect(reading.calls.allSatisfy { (1...lines.count).contains($0.line) }, note)
          #expect(reading.calls.allSatisfy { ($0.wait ?? 0) >= 0 && ($0.talk ?? 0) >= 0 }, note)
          #expect(reading.others == 0, note)
          #expect(try PhoneReading(reader, ByteSource.table(bytes, chunksOf: 5)) == reading, note)
          for call in reading.calls { _ = reader.call(fragments: call.fragments) }
        }
      }
    }
  }

  @Test func randomBytesAreNeverATrap() throws {
    var generator = SeededGenerator(seed: 99)
    for reader in Self.readers {
      for _ in 0..<200 {
        let noise = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
        let isRecognised = reader.recognises(ExportHead(bytes: noise, fileName: "-"))
        #expect(!isRecognised)
        let reading = try? PhoneReading(reader, ByteSource(name: "-", bytes: noise))
        #expect(reading?.calls.isEmpty ?? true)
      }
    }
  }

  private func mutated(_ original: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    let spice: [UInt8] = [0, 10, 13, 34, 34, 44, 59, 124, 123, 125, 37, 0x80, 0xC3, 0xFF, 48, 57, 45, 46]
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
    return bytes
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
