import Testing
import VocChannels
import VocDomain

@Suite struct FormatSnifferTests {
  /// What a header does not tell, the fields that its map names do.
  @Test(arguments: [
    (["nota=nps", "cuando=at"], ExportFormat.surveyCSV),
    (["cuando=at", "que=text", "quien=Author"], .table),
    (["text=que", "author=quien"], .table),
    (["caso=case", "que=event", "cuando=time"], .events),
    (["nota=nps", "que=text"], .surveyCSV), (["que=nothing"], .surveyCSV), ([], .surveyCSV),
  ])
  func aMapTellsATable(pairs: [String], format: ExportFormat) {
    let map = pairs.map { pair in
      let parts = pair.split(separator: "=").map(String.init)
      return (column: parts[0], field: parts[1])
    }
    #expect(FormatSniffer.format(ofTableWith: map) == format)
  }
}
