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

  @Test func chunksOfAnyLengthReadTheSame() throws {
    for reader in Self.readers {
      for fixture in ExportFixture.all(of: reader.format) {
        let options = Self.options(fixture.name)
        ReaderInvariants.chunks(reader, try fixture.bytes, options: options, "\(fixture.testDescription)")
        let outcome = try ReaderOutcome(reader, fixture, options: options)
        #expect(!outcome.records.isEmpty || !outcome.problems.isEmpty, "\(fixture.testDescription)")
      }
    }
  }

  /// Nothing traps on damaged files; every line of a table is accounted for.
  @Test func damagedFilesNeitherTrapNorLoseRows() throws {
    for reader in Self.readers {
      for fixture in ExportFixture.all(of: reader.format) {
        let options = Self.options(fixture.name)
        try ReaderInvariants.mutations(reader, fixture, options: options, rounds: 60) {
          outcome, bytes, note in
          for other in Self.readers { _ = other.recognises(ExportHead(bytes: bytes, fileName: fixture.name)) }
          if reader.format == .events {
            #expect(outcome.findings.records == outcome.records.count + outcome.problems.count, note)
          }
          #expect(outcome.problems.map(\.line) == outcome.problems.map(\.line).sorted(), note)
          if reader.format.family == .table {
            #expect(outcome.problems.allSatisfy { !$0.raw.isEmpty }, note)
          }
          for call in outcome.calls where !call.fragments.isEmpty {
            var again = reader.call(fragments: call.fragments)
            again?.line = call.line
            #expect(again == call, note)
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
    for reader in Self.readers {
      try ReaderInvariants.noise(reader, rounds: 100) { _, bytes, _ in
        _ = reader.call(fragments: [String(decoding: bytes, as: UTF8.self)])
      }
    }
  }
}
