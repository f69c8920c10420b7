import Testing
import VocChannels
import VocDomain

@Suite struct PhoneMutationTests {
  static let readers: [any ExportReader.Type] = [
    QueueLog.self, AsteriskCDR.self, FreeSWITCHCSV.self, FreeSWITCHJSON.self,
  ]

  @Test func chunksOfAnyLengthReadTheSame() throws {
    for reader in Self.readers {
      for fixture in ExportFixture.all(of: reader.format) {
        ReaderInvariants.chunks(reader, try fixture.bytes, "\(fixture.testDescription)")
      }
    }
  }

  /// Nothing traps on damaged files, and every problem is a stretch of the file.
  @Test func damagedFilesNeitherTrapNorLoseLines() throws {
    for reader in Self.readers {
      for fixture in ExportFixture.all(of: reader.format) {
        try ReaderInvariants.mutations(reader, fixture, rounds: 40) { outcome, bytes, note in
          #expect(outcome.problems.allSatisfy { bytes.contains($0.raw) && !$0.raw.isEmpty }, note)
          #expect(outcome.calls.allSatisfy { ($0.wait ?? 0) >= 0 && ($0.talk ?? 0) >= 0 }, note)
          #expect(outcome.records.count == outcome.calls.count + outcome.agentStates.count, note)
          for call in outcome.calls { _ = reader.call(fragments: call.fragments) }
        }
      }
    }
  }

  @Test func randomBytesAreNeverATrap() throws {
    for reader in Self.readers {
      try ReaderInvariants.noise(reader) { outcome, _, note in #expect(outcome.calls.isEmpty, note) }
    }
  }
}
