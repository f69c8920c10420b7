import Testing
import VocChannels
import VocDomain

@Suite struct AsteriskCDRTests {
  private let fixture = PhoneFixture("asterisk-cdr")

  @Test(arguments: [
    (
      "cdr-csv-18-columns.csv",
      [
        "1 1770000000.1 1770000000 inbound 5512345678 Lucía Ñúñez 7009 - w8 t120 answered fragments 1",
        "2 1770000200.3 1770000200 outbound 5587654321 - 7010 - w15 t60 answered fragments 1",
        "3 1770000300.5 1770000300 internal - 7009 7010 - w5 t30 answered",
        "4 1770000400.7 1770000400 inbound 5512340000 - - - w20 - no-answer fragments 1",
        "5 1770000500.9 1770000500 outbound 5587650000 - 7010 - w3 - busy fragments 1",
        "6 1770000600.11 1770000600 outbound 5587650001 - 7010 - w1 - failed fragments 1",
        "7 1770000700.13 1770000700 inbound 5512340001 - - - w60 - voicemail fragments 1",
      ]
    ),
    (
      "queue-call-in-legs-21-columns.csv",
      [
        "1 1770000000.50 1770000000 inbound 5512345678 Pedro Díaz 2004 soporte w30 t120 answered fragments 5",
        "6 1770000200.60 1770000200 inbound 5512340009 - - ventas w60 - abandoned fragments 1",
      ]
    ),
    (
      "cdr-custom-19-columns.csv",
      [
        "1 1770000000.1 1770000000 inbound 5512345678 Lucía 7009 - w8 t120 answered fragments 1",
        "2 1770000400.7 1770000400 inbound 5512340000 - - - w20 - no-answer fragments 1",
      ]
    ),
    (
      "cdr-csv-16-columns-local-time.csv",
      ["1 local 1769978400 inbound 5512345678 Lucía 7009 - w8 t120 answered"]
    ),
    (
      "cdr-csv-17-columns-uniqueid.csv",
      ["1 central-norte-1770000000.1 1770000000 inbound 5512345678 Lucía 7009 - w8 t120 answered fragments 1"]
    ),
    (
      "cdr-csv-17-columns-userfield.csv",
      ["1 local 1769978400 inbound 5512345678 Lucía 7009 - w8 t120 answered"]
    ),
    (
      "cdr-csv-19-columns-linkedid.csv",
      ["1 1770000000.1 1770000000 inbound 5512345678 Lucía 7009 - w8 t120 answered fragments 1"]
    ),
    (
      "cdr-csv-20-columns.csv",
      ["1 1770000000.1 local 1769978400 inbound 5512345678 Lucía 7009 - w8 t120 answered fragments 1"]
    ),
    (
      "callers-odd.csv",
      [
        "1 1770000000.1 1770000000 inbound - - - - w10 - no-answer fragments 1",
        "2 1770000020.3 1770000020 inbound 5512345678 José Pepe Muñoz, S.A. - - w10 - no-answer fragments 1",
        "3 1770000040.5 1770000040 inbound - - - - w10 - no-answer fragments 1",
      ]
    ),
    (
      "malformed.csv",
      [
        "1 1770000000.1 1770000000 inbound 5512345678 A - - w10 - no-answer fragments 1",
        "6 1770000070.5 1770000070 inbound 5512345680 C - - w10 - no-answer fragments 1",
      ]
    ),
    (
      "agent-leg-in-the-same-second.csv",
      ["1 1770000000.70 1770000000 inbound 5512345678 Pedro Díaz 2004 soporte w8 t120 answered fragments 2"]
    ),
    (
      "agent-leg-in-the-same-second-19-columns.csv",
      ["1 1770000000.70 1770000000 inbound 5512345678 Pedro Díaz 2004 soporte w8 t120 answered fragments 2"]
    ),
    (
      "first-leg-lost.csv",
      [
        "1 1769999990.80 1770000000 inbound 5512345678 Pedro Díaz 2004 - w8 t120 answered fragments 1",
        "2 1770000290.90 1770000300 internal - 7009 2004 - w5 t30 answered fragments 1",
      ]
    ),
    (
      "transfer-to-a-colleague.csv",
      ["1 1770000000.1 1770000000 inbound 5512345678 Lucía 7010 - w105 t195 answered x1 fragments 2"]
    ),
    (
      "dispositions.csv",
      [
        "1 1770000000.1 1770000000 inbound 5512345678 Lucía - - w9 - no-answer fragments 1",
        "2 1770000100.3 1770000100 outbound 5587654321 - 7009 - w2 - failed fragments 1",
        "3 1770000200.5 1770000200 inbound 5512345679 Beto - - w3 - busy fragments 1",
        "4 1770000300.7 1770000300 inbound 5512345670 Carla - - w3 - unknown fragments 1",
      ]
    ),
    (
      "cut-at-one-kilobyte.csv",
      [(1, 0), (2, 1), (4, 2), (5, 3), (6, 4), (7, 5)].map { line, call in
        "\(line) \(1_770_000_000 + 60 * call).\(call) \(1_770_000_000 + 60 * call) inbound 551234567\(call) "
          + "Beto 7009 - w5 t30 answered fragments 1"
      }
    ),
    (
      "accountlogs-double.csv",
      ["1 1770000000.1 1770000000 inbound 5512345678 Lucía 7009 - w8 t120 answered fragments 1"]
    ),
  ])
  func callsOf(name: String, expected: [String]) throws {
    let reading = try PhoneReading(AsteriskCDR.self, fixture.source(name))
    #expect(reading.calls.map(summary) == expected)
  }

  @Test(
    arguments: [
      ("cdr-csv-18-columns.csv", -21_600), ("cdr-custom-19-columns.csv", -18_000),
      ("cdr-csv-17-columns-uniqueid.csv", 0), ("cdr-csv-16-columns-local-time.csv", nil),
      ("summer-time.csv", -14_400),
    ] as [(String, Int64?)])
  func theIdsOfChannelsTellTheOffset(name: String, offset: Int64?) throws {
    let reading = try PhoneReading(AsteriskCDR.self, fixture.source(name))
    #expect(reading.offset == offset)
    #expect(reading.hasLocalTimes == (offset == nil))
  }

  @Test func bothSidesOfSummerTimeHaveTheirInstants() throws {
    let calls = try PhoneReading(AsteriskCDR.self, fixture.source("summer-time.csv")).calls
    #expect(
      calls.map(\.at)
        == (0..<5).map { RecordTime.instant(Instant(unixSeconds: 1_770_000_000 + $0 * Seconds.day)) })
  }

  @Test func ownNumbersDecideTheDirection() throws {
    var options = ReadingOptions()
    options.identities = ["+52 55 5000 1111"]
    let source = try fixture.source("own-numbers.csv")
    #expect(
      try PhoneReading(AsteriskCDR.self, source, options: options).calls.map(summary) == [
        "1 1770000000.1 1770000000 outbound 5512345678 - 5550001111 - w8 t120 answered fragments 1",
        "2 1770000200.3 1770000200 inbound 104 - 1001 - w8 t20 answered fragments 1",
      ])
    #expect(
      try PhoneReading(AsteriskCDR.self, source).calls.map(\.direction) == [.inbound, .outbound])
  }

  @Test func whatIsNoLegIsAProblem() throws {
    let reading = try PhoneReading(AsteriskCDR.self, fixture.source("malformed.csv"))
    #expect(
      reading.problems.map { "\($0.line) \($0.reason)" } == ["2 quote", "3 cells", "4 date", "5 number"])
    let cut = try PhoneReading(AsteriskCDR.self, fixture.source("cut-at-one-kilobyte.csv"))
    #expect(cut.problems.map { "\($0.line) \($0.reason)" } == ["3 quote"])
  }

  @Test func onlyCallsNearTheEndsOfAFileHaveFragments() throws {
    let calls = try PhoneReading(AsteriskCDR.self, fixture.source("fragments-near-the-ends.csv")).calls
    #expect(
      calls.map { $0.fragments.isEmpty } == [false, false, false] + Array(repeating: true, count: 5) + [
        false, false,
      ])
  }

  /// Wherever a file is cut, the fragments of both pieces give the call of the whole, in either order.
  @Test(arguments: [
    "queue-call-in-legs-21-columns.csv", "agent-leg-in-the-same-second.csv",
    "agent-leg-in-the-same-second-19-columns.csv", "transfer-to-a-colleague.csv",
  ])
  func anyCutGivesTheSameCall(name: String) throws {
    let whole = try #require(PhoneReading(AsteriskCDR.self, fixture.source(name)).calls.first)
    let lines = try fixture.bytes(name).split(separator: 10)
    for cut in 1..<min(5, lines.count) {
      let halves = try [lines[..<cut], lines[cut...]].map { part in
        let source = ByteSource(name: "-", bytes: Array(part.joined(separator: [10])))
        return try PhoneReading(AsteriskCDR.self, source).calls.first { $0.key == whole.key }
      }
      let fragments = halves.flatMap { $0?.fragments ?? [] }
      for order in [fragments, fragments.reversed(), fragments + fragments] {
        var call = try #require(AsteriskCDR.call(fragments: order))
        call.fragments = whole.fragments
        #expect(call == whole, "cut at \(cut)")
      }
    }
  }

  @Test func recognisesItselfAndNothingElse() throws {
    for name in try fixture.names where name != "malformed.csv" {
      let bytes = try fixture.bytes(name)
      #expect(AsteriskCDR.recognises(ExportHead(bytes: bytes, fileName: "Master.csv")), "\(name)")
      #expect(!QueueLog.recognises(ExportHead(bytes: bytes, fileName: "Master.csv")), "\(name)")
    }
    for name in try PhoneFixture("queue-log").names {
      let bytes = try PhoneFixture("queue-log").bytes(name)
      #expect(!AsteriskCDR.recognises(ExportHead(bytes: bytes, fileName: "Master.csv")), "\(name)")
    }
  }
}
