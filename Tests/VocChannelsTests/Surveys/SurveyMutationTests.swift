import Testing
import VocChannels
import VocDomain

@Suite struct SurveyMutationTests {
  private static let options = ReadingOptions(survey: .csat)

  @Test func chunksOfAnyLengthReadTheSame() throws {
    for name in try SurveyFixture.names {
      ReaderInvariants.chunks(SurveyCSV.self, try SurveyFixture.bytes(name), options: Self.options, "\(name)")
    }
  }

  /// Nothing traps on damaged files, no row is lost, and lines only grow.
  @Test func damagedFilesNeitherTrapNorLoseRows() throws {
    for fixture in ExportFixture.all(of: .surveyCSV) {
      try ReaderInvariants.mutations(SurveyCSV.self, fixture, options: Self.options, rounds: 150) {
        outcome, bytes, note in
        let isComplete = try isComplete(bytes)
        #expect(isComplete, note)
        #expect(outcome.problems.map(\.line) == outcome.problems.map(\.line).sorted(), note)
        #expect(outcome.answers.allSatisfy { $0.survey.scale.contains($0.score) }, note)
      }
    }
  }

  @Test func randomBytesAreNeverATrap() throws {
    try ReaderInvariants.noise(
      SurveyCSV.self, after: "Fecha,NPS,Comentario\n", options: Self.options, rounds: 500
    ) { _, bytes, note in
      let isComplete = try isComplete(bytes)
      #expect(isComplete, note)
    }
    try ReaderInvariants.noise(SurveyCSV.self, rounds: 500)
  }

  private func isComplete(_ bytes: [UInt8]) throws -> Bool {
    try SurveyReading(ByteSource(name: "-", bytes: bytes), options: Self.options).isComplete
  }
}
