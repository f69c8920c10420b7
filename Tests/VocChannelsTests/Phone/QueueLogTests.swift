import Testing
import VocChannels
import VocDomain

@Suite struct QueueLogTests {
  private let fixture = PhoneFixture("queue-log")

  @Test(arguments: [
    (
      "happy-day.txt",
      [
        "3 1770000098.12@soporte 1770000100 inbound +525512345678 - 7009 soporte w12 t180 answered",
        "7 1770000299.20@ventas 1770000300 inbound 5598765432 Lucía Ñúñez - ventas w45 - abandoned",
      ]
    ),
    (
      "exits.txt",
      [
        "1 1770000999.1@ventas 1770001000 inbound 3001112233 - - ventas w60 - no-answer",
        "3 1770001099.2@ventas 1770001100 inbound 3001112234 - - ventas w1 - no-answer",
        "5 1770001199.3@ventas 1770001200 inbound 3001112235 - - ventas w30 - abandoned",
        "7 1770001299.4@ventas 1770001300 inbound 3001112236 - - ventas w10 - no-answer",
      ]
    ),
    (
      "transfers.txt",
      [
        "1 1770001999.1@soporte 1770002000 inbound 3101112233 - Ana Pérez soporte w5 t60 answered x1",
        "4 1770002099.3@soporte 1770002100 inbound 3101112234 - 2004 soporte w7 t20 answered x1",
        "7 1770002199.5@soporte 1770002200 inbound 3101112235 - 1001 soporte w8 t30 answered x1",
        "10 1770002299.7@soporte 1770002300 inbound 3101112236 - 2006 soporte w9 t40 answered x1",
      ]
    ),
    (
      "attended-transfer-into-queue.txt",
      [
        "1 1770002999.1@recepcion 1770003000 inbound 5215550001111 Marta Gil 7009 recepcion w4 t51 answered x1",
        "3 1770002999.1@soporte 1770003050 inbound 5215550001111 Marta Gil 7015 soporte w12 t60 answered",
      ]
    ),
    (
      "same-call-twice.txt",
      [
        "1 1770003999.1@soporte 1770004000 inbound 3201112233 - - soporte w60 - no-answer",
        "3 1770003999.1@ventas 1770004061 inbound 3201112233 - - ventas w30 - no-answer",
        "5 1770003999.1@soporte#2 1770004092 inbound 3201112233 - - soporte w8 - abandoned",
      ]
    ),
    (
      "restart-with-live-call.txt",
      [
        "1 1770004999.1@soporte 1770005000 inbound 3301112233 - 7009 soporte w5 - unknown",
        "4 1770005199.3@soporte 1770005200 inbound 3301112234 - - soporte w4 - abandoned",
      ]
    ),
    (
      "callers-odd.txt",
      [
        "1 a.1@soporte 1770007000 inbound - - - soporte w1 - abandoned",
        "3 a.2@soporte 1770007010 inbound - - - soporte w2 - abandoned",
        "5 a.3@soporte 1770007020 internal - 7022 - soporte w3 - abandoned",
        "7 a.4@soporte 1770007030 inbound - ana.perez - soporte w4 - abandoned",
      ]
    ),
    (
      "unknown-events.txt",
      ["3 x.1@soporte 1770009002 inbound 3501112233 - - soporte w2 - abandoned"]
    ),
    ("malformed.txt", ["1 m.1@soporte 1770010000 inbound 3601112233 - - soporte w4 - abandoned"]),
    ("doubled-lines.txt", ["1 d.1@soporte 1770011000 inbound 3701112233 - Ana soporte w5 t30 answered"]),
    (
      "ringing-canceled.txt",
      ["1 rc.1@soporte 1770014000 inbound 4101112233 - Carla soporte w20 t60 answered"]
    ),
    (
      "names-with-underscores.txt",
      [
        "1 nu.1@soporte 1770015000 inbound 5511987650000 Conceição_Atendimento João Souza soporte w4 t30 answered"
      ]
    ),
    (
      "other-modules-events.txt",
      ["3 oe.1@soporte 1770016002 inbound 4201112233 - - soporte w8 - abandoned"]
    ),
    ("hold.txt", ["1 h.1@soporte 1770012000 inbound 3801112233 - Ana soporte w4 t100 h30 answered"]),
    (
      "windows-1252-crlf.txt",
      ["1 w.1@soporte 1770013000 inbound 3901112233 José Muñoz - soporte w9 - abandoned"]
    ),
    (
      "realtime-table.csv",
      ["2 r.1@soporte local 1773065100 inbound 4001112233 - 7009 soporte w8 t60 answered x1"]
    ),
    (
      "rotated-first.txt",
      [
        "1 1770005999.1@soporte 1770006000 inbound 3401112233 Pedro Díaz 7009 soporte w10 - unknown fragments 2"
      ]
    ),
    (
      "rotated-second.txt",
      [
        "1 1770005999.1@soporte 1770006000 inbound - - 7009 soporte w10 t300 unknown fragments 1",
        "2 1770006399.5@soporte 1770006400 inbound 3401112234 - - soporte - - unknown fragments 1",
      ]
    ),
  ])
  func callsOf(name: String, expected: [String]) throws {
    let reading = try PhoneReading(QueueLog.self, fixture.source(name))
    #expect(reading.calls.map(summary) == expected)
    #expect(reading.hasLocalTimes == (name == "realtime-table.csv"))
  }

  @Test func agentsComeAndGo() throws {
    let reading = try PhoneReading(QueueLog.self, fixture.source("agents.txt"))
    #expect(
      reading.states.map(summary) == [
        "1 1770008000 1001 login - -",
        "2 1770008010 Ana Pérez login soporte -",
        "2 1770008010 Ana Pérez pause soporte -",
        "3 1770008020 Ana Pérez pause soporte almuerzo",
        "4 1770008030 Ana Pérez unpause soporte -",
        "5 1770008040 7010 pause - baño",
        "6 1770008050 7010 unpause - -",
        "7 1770008060 2004 logout soporte -",
        "8 1770008070 1001 logout - -",
      ])
    #expect(reading.calls.isEmpty && reading.problems.isEmpty)
  }

  @Test func whatIsNoLineOfALogIsAProblem() throws {
    let reading = try PhoneReading(QueueLog.self, fixture.source("malformed.txt"))
    #expect(
      reading.problems.map { "\($0.line) \($0.reason) \(String(decoding: $0.raw, as: UTF8.self))" } == [
        "2 cells sin barras\n", "3 date ayer|m.1|soporte|NONE|ABANDON|1|1|2\n",
        "5 shape 1770010002|m.1|soporte|NONE||1\n", "6 cells 1770010003|m.1|soporte\n",
      ])
  }

  @Test func halvesOfARotatedLogMakeOneCall() throws {
    let first = try PhoneReading(QueueLog.self, fixture.source("rotated-first.txt"))
    let second = try PhoneReading(QueueLog.self, fixture.source("rotated-second.txt"))
    let halves = [try #require(first.calls.first), try #require(second.calls.first)]
    #expect(halves[0].key == halves[1].key)
    let whole =
      "1 1770005999.1@soporte 1770006000 inbound 3401112233 Pedro Díaz 7009 soporte w10 t300 answered"
    for order in [[0, 1], [1, 0], [1, 0, 1]] {
      let call = try #require(QueueLog.call(fragments: order.flatMap { halves[$0].fragments }))
      #expect(summary(call) == whole)
      #expect(call.fragments.isEmpty && call.updatedAt == Instant(unixSeconds: 1_770_006_310))
    }
    #expect(QueueLog.call(fragments: []) == nil)
    #expect(QueueLog.call(fragments: halves[0].fragments)?.disposition == .unknown)
  }

  /// Wherever a log is cut, the pieces and their fragments give the calls of the whole.
  @Test(arguments: ["happy-day.txt", "exits.txt", "transfers.txt", "hold.txt"])
  func anyCutGivesTheSameCalls(name: String) throws {
    let lines = try fixture.bytes(name).split(separator: 10, omittingEmptySubsequences: true)
    let whole = try PhoneReading(QueueLog.self, fixture.source(name)).calls
    for cut in 1..<lines.count {
      var calls: [String: CallRecord] = [:]
      for part in [lines[..<cut], lines[cut...]] {
        let source = ByteSource(name: "-", bytes: Array(part.joined(separator: [10])))
        for call in try PhoneReading(QueueLog.self, source).calls {
          let key = try #require(call.key)
          let known = calls[key]?.fragments ?? []
          calls[key] = known.isEmpty ? call : QueueLog.call(fragments: known + call.fragments)
        }
      }
      for call in whole {
        let key = try #require(call.key)
        var pieced = try #require(calls[key])
        pieced.line = call.line
        #expect(pieced == call, "\(name) cut at \(cut)")
      }
      #expect(calls.count == whole.count)
    }
  }

  @Test func recognisesItselfAndNothingElse() throws {
    for name in try fixture.names where !["malformed.txt", "unknown-events.txt"].contains(name) {
      #expect(
        QueueLog.recognises(ExportHead(bytes: try fixture.bytes(name), fileName: "queue_log")), "\(name)")
    }
    for text in [
      "", "a|b|c|d|e\n", "Fecha|NPS|Comentario|Agente|Canal\n2026-01-01|9|bien|Ana|voz\n", "1|2|3|4|5\n",
    ] {
      #expect(!QueueLog.recognises(ExportHead(bytes: Array(text.utf8), fileName: "queue_log")))
    }
  }

  @Test func anEmptyFileIsUnreadable() {
    #expect(throws: UnreadableExport.empty) {
      try QueueLog(surveying: ByteSource(name: "-", bytes: []), options: ReadingOptions())
    }
  }
}
