import Testing
import VocChannels
import VocDomain

@Suite struct ZendeskMutationTests {
  @Test func eachFixtureIsItsOwnFormatsOnly() throws {
    for fixture in try ZendeskFixture.all {
      let head = ExportHead(bytes: try fixture.bytes, fileName: fixture.name)
      let claims = ZendeskFixture.readers.filter { $0.value.recognises(head) }.map(\.key)
      // Without one sound ticket nothing tells the format.
      #expect(claims == (fixture.name == "missing-fields.json" ? [] : [fixture.folder]), "\(fixture)")
    }
  }

  @Test(arguments: [
    #"{"tickets":[{"id":1,"subject":"x","status":2,"requester_id":5,"source":1,"created_at":"2026-01-01T00:00:00Z"}]}"#,
    #"{"chats":{"list":[{"type":"personal_chat","id":1,"messages":[]}]}}"#,
    #"{"type":"conversation","id":"1","source":{"author":{"type":"user"}},"created_at":1}"#,
    #"{"users":[{"id":1,"name":"Ana","role":"agent"}]}"#, "[]", "{}", "", "id,name\n1,Ana\n",
  ])
  func otherFormatsAreNotTaken(text: String) {
    let head = ExportHead(bytes: Array(text.utf8), fileName: "export")
    #expect(ZendeskFixture.readers.values.allSatisfy { !$0.recognises(head) })
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func chunksOfAnyLengthReadTheSame(length: Int) throws {
    for fixture in try ZendeskFixture.all {
      let bytes = try fixture.bytes
      let pieces = ByteSource(name: fixture.name) { body in
        for start in stride(from: 0, to: bytes.count, by: length) {
          try Array(bytes[start..<min(start + length, bytes.count)]).withUnsafeBytes(body)
        }
      }
      #expect(try ZendeskReading(fixture.folder, pieces) == fixture.reading(), "\(fixture)")
    }
  }

  /// Nothing traps on damaged files, and what is found lies within the file.
  @Test func damagedFilesNeverTrap() throws {
    let seed: UInt64 = 20_261_121
    var generator = ZendeskGenerator(state: seed)
    let spice = Array("\0\n\r\"\"{}[],:;\\-0e9TnZ".utf8) + [0x80, 0xC3, 0xFF]
    for fixture in try ZendeskFixture.all {
      let original = try fixture.bytes
      for round in 0..<4 {
        var bytes = original
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
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
        let note: Comment = "\(fixture) seed \(seed) round \(round)"
        let head = ExportHead(bytes: bytes, fileName: fixture.name)
        for reader in ZendeskFixture.readers.values { _ = reader.recognises(head) }
        do {
          let reading = try ZendeskReading(fixture.folder, ByteSource(name: fixture.name, bytes: bytes))
          let lines = 1 + bytes.count { $0 == 10 || $0 == 13 }
          #expect(reading.records.allSatisfy { (1...lines).contains($0.line) }, note)
          #expect(reading.problems.allSatisfy { (1...lines).contains($0.line + $0.lineCount - 1) }, note)
        } catch is UnreadableExport {
          continue
        }
      }
    }
  }
}

/// SplitMix64 (Steele, Lea & Flood, 2014): the same numbers for the same seed on every machine.
private struct ZendeskGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
