import Testing
import VocChannels
import VocDomain

@Suite struct ToolMutationTests {
  @Test func chunksOfAnyLengthReadTheSame() throws {
    for reader in ToolFixture.readers {
      for fixture in ExportFixture.all(of: reader.format) {
        ReaderInvariants.chunks(reader, try fixture.bytes, "\(fixture.testDescription)")
      }
    }
  }

  /// Damaged files neither trap nor lose a line with something on it.
  @Test func damagedFilesAreReadWhole() throws {
    for reader in ToolFixture.readers {
      for fixture in ExportFixture.all(of: reader.format) {
        try ReaderInvariants.mutations(reader, fixture, rounds: 25) { outcome, bytes, note in
          let head = ExportHead(bytes: bytes, fileName: fixture.name)
          for other in ToolFixture.readers { _ = other.recognises(head) }
          let lines = outcome.problems.map(\.line)
          #expect(lines == lines.sorted(), note)
          #expect(outcome.answers.allSatisfy { $0.survey.scale.contains($0.score) }, note)
          let isWhole = try !fixture.name.hasSuffix(".csv") || isWhole(bytes, outcome)
          #expect(isWhole, note)
        }
      }
    }
  }

  /// Every row below the header is answered, unanswered or a problem.
  private func isWhole(_ bytes: [UInt8], _ reading: ReaderOutcome) throws -> Bool {
    var (rows, header) = (0, 0)
    try TableReader.read(ByteSource(name: "-", bytes: bytes)) { _ in
      rows += 1
    } problem: { _ in
      rows += 1
    }
    try TableReader.read(ByteSource(name: "-", bytes: reading.findings.header)) { _ in
      header += 1
    } problem: { _ in
    }
    let answered = Set(reading.answers.map(\.line))
    let wrong = Set(reading.problems.map(\.line)).subtracting(answered)
    return rows - header <= answered.count + wrong.count + reading.findings.unanswered
  }
}
