import Testing
import VocChannels
import VocDomain

@Suite struct FreeSWITCHTests {
  private let tables = PhoneFixture("freeswitch-csv")
  private let documents = PhoneFixture("freeswitch-json")

  private static func uuid(_ number: Int) -> String { "0000000\(number)-1111-4222-8333-444455556666" }

  @Test(arguments: [
    (
      "example-legs.csv",
      [
        "1 \(uuid(1)) local 1770763267 inbound 5512345678 Lucía Ñúñez 1001 - w23 t150 answered",
        "3 \(uuid(3)) local 1770764400 outbound 5587654321 - 1001 - w12 t48 answered",
        "4 \(uuid(4)) local 1770765000 inbound 5512340000 - - - w25 - no-answer",
        "5 \(uuid(5)) local 1770765600 internal - 1001 - - w2 - busy",
        "6 \(uuid(6)) local 1770766200 inbound 5512340001 - - - w2 - failed",
      ]
    ),
    (
      "second-leg-first.csv",
      ["1 \(uuid(1)) local 1770763267 inbound 5512345678 - 1001 - w23 t150 answered"]
    ),
    (
      "quotes-in-names.csv",
      [
        "1 \(uuid(1)) local 1770763267 inbound 5512345678 Juan \"Pepe\" Gil 1001 - w10 t60 answered",
        "2 \(uuid(2)) local 1770763867 inbound 5512345679 Ana \"La Jefa\" 1001 - w10 t60 answered",
        "3 \(uuid(3)) local 1770763867 inbound 5512345670 Gil, Rosa 1001 - w10 t60 answered",
      ]
    ),
    (
      "saved-by-excel.csv",
      ["1 \(uuid(1)) local 1581374460 inbound 5512345678 Lucia 1001 - w60 t120 answered"]
    ),
    (
      "sql-template.csv", ["1 \(uuid(1)) local 1770763267 inbound 5512345678 Lucía 1001 - w10 t60 answered"]
    ),
    (
      "snom-template-space-after-comma.csv",
      ["1 \(uuid(1)) local 1770763267 inbound 5512345678 Lucía 1001 - w10 t60 answered"]
    ),
    (
      "asterisk-template.csv",
      [
        "1 \(uuid(1)) local 1770763267 inbound 5512345678 Lucía Gil 1001 - w10 t60 answered",
        "2 \(uuid(2)) local 1770764400 outbound 5587654321 - 1001 - w20 - no-answer",
        "3 \(uuid(3)) local 1770765000 inbound 5512340001 - - - w9 - no-answer",
        "4 \(uuid(4)) local 1770765600 inbound 5512340002 - - - w2 - busy",
      ]
    ),
    ("malformed.csv", ["1 \(uuid(1)) local 1770763267 inbound 5512345678 - 1001 - w10 t60 answered"]),
  ])
  func callsOfTable(name: String, expected: [String]) throws {
    let reading = try PhoneReading(FreeSWITCHCSV.self, tables.source(name))
    #expect(reading.calls.map(summary) == expected)
    #expect(reading.hasLocalTimes)
  }

  @Test(arguments: [
    (
      "one-document-percent-encoded.json",
      ["1 \(uuid(1)) 1770000000 inbound +5215512345678 Lucía \"Lu\" Gil 1001 soporte w38 t150 h12 answered"]
    ),
    (
      "lines.json",
      [
        "1 \(uuid(2)) 1770001000 inbound - - - ventas w47 - abandoned",
        "2 \(uuid(3)) 1770002000 outbound 5587654321 - 1001 - w9 t60 answered",
        "4 \(uuid(5)) 1770003000 inbound 5512340000 - - - w20 - voicemail",
        "5 \(uuid(6)) 1770004000 inbound 5512340001 - - ventas w60 - no-answer",
      ]
    ),
    (
      "array.json",
      [
        "2 \(uuid(2)) 1770001000 inbound - - - ventas w47 - abandoned",
        "28 \(uuid(3)) 1770002000 outbound 5587654321 - 1001 - w9 t60 answered",
      ]
    ),
    (
      "local-stamps-only.json",
      ["1 \(uuid(7)) local 1770763267 outbound 5587654321 - - - - - busy"]
    ),
    (
      "values-not-encoded.json",
      ["1 \(uuid(8)) 1770000000 inbound +5215512345678 100% Café 1001 - w9 t60 answered"]
    ),
    ("malformed.json", ["1 \(uuid(3)) 1770002000 outbound 5587654321 - 1001 - w9 t60 answered"]),
  ])
  func callsOfDocuments(name: String, expected: [String]) throws {
    let reading = try PhoneReading(FreeSWITCHJSON.self, documents.source(name))
    #expect(reading.calls.map(summary) == expected)
    #expect(reading.hasLocalTimes == (name == "local-stamps-only.json"))
  }

  @Test func whatIsNoLegIsAProblem() throws {
    let rows = try PhoneReading(FreeSWITCHCSV.self, tables.source("malformed.csv")).problems
    #expect(
      rows.map { "\($0.line) \($0.reason)" } == [
        "2 cells", "3 date", "4 number", "5 missingField", "6 quote",
      ])
    let values = try PhoneReading(FreeSWITCHJSON.self, documents.source("malformed.json")).problems
    #expect(
      values.map { "\($0.line) \($0.reason)" } == ["2 shape", "3 date", "4 missingField", "5 json"])
  }

  @Test func recogniseThemselvesAndNothingElse() throws {
    let readers: [any ExportReader.Type] = [
      QueueLog.self, AsteriskCDR.self, FreeSWITCHCSV.self, FreeSWITCHJSON.self,
    ]
    for format in readers.map({ $0.format }) {
      let fixture = PhoneFixture(format.rawValue)
      for name in try fixture.names where !name.hasPrefix("malformed") {
        let head = ExportHead(bytes: try fixture.bytes(name), fileName: name)
        #expect(readers.filter { $0.recognises(head) }.map { $0.format } == [format], "\(name)")
      }
    }
  }
}
