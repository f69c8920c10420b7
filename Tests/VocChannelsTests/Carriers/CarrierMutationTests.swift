import Testing
import VocChannels
import VocDomain

/// What holds for every reader of calls, tables and event logs, on every fixture.
@Suite struct CarrierMutationTests {
  private static let readers: [any ExportReader.Type] = [
    EventLog.self, MappedTable.self, TwilioCalls.self, ConnectContacts.self, GenesysConversations.self,
  ]

  private static func options(_ name: String) -> ReadingOptions {
    switch name {
    case "3cx-without-header.csv": ReadingOptions(MappedTableTests.map3CX)
    case "without-header.csv": ReadingOptions("#1=case,#2=event,3=time")
    case "without-usual-names.csv": ReadingOptions("expediente=case,paso=event,momento=time")
    case "epochs.tsv": ReadingOptions("when=time")
    case "survey-attributes.ndjson": ReadingOptions("csat=csat")
    default: ReadingOptions()
    }
  }

  private static func read(_ reader: any ExportReader.Type, _ name: String, _ bytes: ByteSource) throws
    -> CarrierReading
  {
    try CarrierReading(reader, bytes, options(name))
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func chunksOfAnyLengthReadTheSame(length: Int) throws {
    for reader in Self.readers {
      for name in try CarrierFixture.names(reader.format) {
        let bytes = try CarrierFixture.bytes(reader.format, name)
        let whole = try Self.read(reader, name, ByteSource(name: "-", bytes: bytes))
        let pieces = try Self.read(reader, name, .table(bytes, chunksOf: length))
        #expect(pieces == whole, "\(name)")
        #expect(!whole.records.isEmpty || !whole.problems.isEmpty, "\(name)")
      }
    }
  }

  /// Nothing traps on damaged files; every line of a table is accounted for.
  @Test func damagedFilesNeitherTrapNorLoseRows() throws {
    let seed: UInt64 = 20_261_121
    var damage = Damage(seed: seed)
    for reader in Self.readers {
      for name in try CarrierFixture.names(reader.format) {
        let original = try CarrierFixture.bytes(reader.format, name)
        for round in 0..<60 {
          let bytes = damage.damaged(original)
          let note: Comment = "\(name) seed \(seed) round \(round)"
          for other in Self.readers { _ = other.recognises(ExportHead(bytes: bytes, fileName: name)) }
          do {
            let reading = try Self.read(reader, name, ByteSource(name: "-", bytes: bytes))
            if reader.format == .events {
              #expect(reading.findings.records == reading.records.count + reading.problems.count, note)
            }
            #expect(reading.problems.map(\.line) == reading.problems.map(\.line).sorted(), note)
            if reader.format.family == .table {
              #expect(reading.problems.allSatisfy { !$0.raw.isEmpty }, note)
            }
            #expect(try Self.read(reader, name, .table(bytes, chunksOf: 5)) == reading, note)
            for call in reading.calls where !call.fragments.isEmpty {
              var again = reader.call(fragments: call.fragments)
              again?.line = call.line
              #expect(again == call, note)
            }
          } catch is UnreadableExport {
            continue
          }
        }
      }
    }
  }

  /// No reader takes a file of another's.
  @Test func eachFixtureIsTakenByOneReaderAtMost() throws {
    for reader in Self.readers {
      for name in try CarrierFixture.names(reader.format) {
        let head = ExportHead(bytes: try CarrierFixture.bytes(reader.format, name), fileName: name)
        let takers = Self.readers.filter { $0 != reader && $0.recognises(head) }.map { $0.format }
        #expect(takers == [], "\(name)")
      }
    }
  }

  @Test func noiseIsNeverATrap() throws {
    var damage = Damage(seed: 7)
    for reader in Self.readers {
      for round in 0..<100 {
        let noise = damage.damaged(Array(repeating: UInt8(round & 0x7F), count: round * 3))
        let source = ByteSource(name: "-", bytes: noise)
        do { _ = try CarrierReading(reader, source, .init()) } catch is UnreadableExport { continue }
        _ = reader.call(fragments: [String(decoding: noise, as: UTF8.self)])
      }
    }
  }
}
