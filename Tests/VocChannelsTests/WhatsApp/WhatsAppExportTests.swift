import Testing
import VocDomain

@testable import VocChannels

@Suite struct WhatsAppExportTests {
  @Test func iosRecordsEndWithCRLFSoNobodyForgesOne() throws {
    let outcome = try Fixture.read("ios-crlf-forged-header.txt")
    #expect(outcome.texts.first == "te copio:\n[28/2/24, 9:59:30] Tienda: te debemos mil pesos")
    #expect(outcome.records.map(\.lineCount) == [2, 1, 1, 1])
    #expect(outcome.survey.senders.map(\.count) == [3, 1])
  }

  @Test func aFileFromAWindowsEditorHasCRLFWithinRecords() throws {
    let outcome = try Fixture.read("ios-crlf-windows-editor.txt")
    #expect(outcome.texts == ["uno\ndos\n\ntres", "cuatro"])
  }

  @Test func aPastedCRDoesNotMakeAnAndroidFileOfCRLFRecords() throws {
    let outcome = try Outcome(
      "13/06/24, 10:00 - A: uno\r\n13/06/24, 10:01 - B: dos\n13/06/24, 10:02 - A: tres\n")
    #expect(outcome.texts == ["uno", "dos", "tres"])
  }

  @Test func anotherShapeOutOfTimeIsBodyText() throws {
    let outcome = try Fixture.read("android-header-in-body.txt")
    #expect(
      outcome.texts == [
        "te copio lo que dijo\n[1/2/24, 09:00:00] Beto Lugo: yo no fui\n2024/12/12, 10:01 - Zoe: del futuro",
        "entendido\n12/06/24 es la fecha", "fin",
      ])
    #expect(outcome.problems.map(\.line) == [6] && outcome.problems.map(\.reason) == [.date])
  }

  @Test func anotherShapeInTimeIsTheSamePhoneInAnotherRegion() throws {
    let outcome = try Fixture.read("android-region-changed.txt")
    #expect(outcome.records.count == 16)
    #expect(outcome.stamps.suffix(2) == ["2024-01-24 10:00:00", "2024-01-25 10:00:00"])
    #expect(outcome.stamps == outcome.stamps.sorted())
  }

  @Test func aClockThatChangesKeepsTheOrderOfTheDates() throws {
    let outcome = try Outcome(
      "1/30/24, 22:00 - A: uno\n1/31/24, 22:00 - A: dos\n2/1/24, 22:00 - A: tres\n2/3/24, 9:00 PM - A: cuatro\n"
    )
    #expect(outcome.stamps.last == "2024-02-03 21:00:00")
    #expect(outcome.records.count == 4)
  }

  @Test func aRegionThatChangesForLongIsNotHeldInMemory() throws {
    let before = (0..<300).map { "13/01/24, 1\($0 % 10):00 - A: a\($0)\n" }
    let after = (0..<200).map { "1/\(14 + $0 / 50)/24, 10:\($0 % 50 + 10) AM - A: b\($0)\n" }
    let outcome = try Outcome((before + ["\n"] + after).joined())
    #expect(outcome.records.count == 500)
  }

  @Test func mentionsLoseTheirIsolatesAndNothingElseDoes() throws {
    let outcome = try Fixture.read("ios-mentions-with-isolates.txt")
    #expect(
      outcome.texts == [
        "@Sol Ventas y @Beto, \u{2068}suelto\u{2069}", "@\u{2068}sin cierre\nfin\u{2069}", "listo",
      ])
  }

  @Test func aFileThatBeginsWithALesserShapeIsAMixture() throws {
    #expect(try Fixture.read("concatenated-two-shapes.txt").texts == ["iPhone", "uno", "dos"])
  }

  @Test func marksAndBOMsBeforeAHeaderHideNothing() throws {
    #expect(try Fixture.read("android-bom.txt").texts == ["primero", "segundo"])
  }

  @Test func onlyLFEndsALine() throws {
    let outcome = try Fixture.read("android-odd-line-breaks.txt")
    #expect(
      outcome.texts.map { Array($0.utf8) }
        == ["a\u{2028}b\u{85}c\u{0B}d\u{0C}e\rf", "ok"].map { Array($0.utf8) })
  }

  @Test func timeThatRunsBackwardsIsFlaggedPastTheTolerance() throws {
    let outcome = try Fixture.read("android-backwards.txt")
    #expect(outcome.records.map(\.flags) == [[], [], .backwardsTime])
  }

  @Test func anEmptyFirstLineBelongsToTheText() throws {
    let outcome = try Outcome("13/06/24, 10:00 - A:\n\nhola\n13/06/24, 10:01 - A:\n")
    #expect(outcome.texts == ["\n\nhola", ""])
    #expect(outcome.kinds == [.message, .media])
    #expect(outcome.records[1].flags == .viewOnce)
  }

  // MARK: Problems

  @Test func aBinaryLineIsAProblemAndTheRecordGoesOn() throws {
    let outcome = try Fixture.read("android-binary-line.txt")
    #expect(outcome.texts == ["uno\ndos", "tres"])
    #expect(outcome.problems.map(\.reason) == [.binary, .binary, .binary])
    #expect(outcome.problems.map(\.line) == [2, 4, 5], "a line whose header was lost joins no other message")
    #expect(outcome.problems[0].raw == Array("\u{0}\u{1}\u{2}basura\n".utf8))
  }

  @Test func aRecordThatIsNoUTF8IsAProblemAsAWhole() throws {
    let outcome = try Fixture.read("android-one-bad-record.txt")
    #expect(outcome.records.count == 31)
    #expect(outcome.problems.map(\.reason) == [.encoding])
    #expect(outcome.problems.first?.lineCount == 2)
    #expect(outcome.problems.first?.raw.contains(0xF1) == true)
  }

  @Test func textBeforeTheFirstRecordIsAProblemButBlankLinesAreNot() throws {
    let outcome = try Fixture.read("android-preamble.txt")
    #expect(outcome.problems.map(\.reason) == [.beforeFirstRecord])
    #expect(outcome.problems.first?.lineCount == 2)
    let blank = try Fixture.read("android-blank-top.txt")
    #expect(blank.problems.isEmpty)
    #expect(blank.records.map(\.line) == [3])
    #expect(blank.records.map(\.lineCount) == [3])
  }

  @Test func anImpossibleDateBeforeAnyRecordIsAProblem() throws {
    let outcome = try Outcome("31/02/24, 10:00 - A: nunca\nsigue\n13/06/24, 10:00 - A: uno\n")
    #expect(outcome.texts == ["uno"])
    // The shape is the file's own, so what follows the lost header is lost with it.
    #expect(outcome.problems.map(\.reason) == [.date, .date])
  }

  @Test func anImpossibleDateIsNoPartOfTheMessageBefore() throws {
    let outcome = try Outcome(
      "13/06/24, 10:00 - A: uno\nsigue\n31/02/24, 10:00 - B: nunca\nni esto\n13/06/24, 25:00 - B: ni así\n"
        + "13/06/24, 10:02 - A: fin\n")
    #expect(outcome.texts == ["uno\nsigue", "fin"])
    #expect(outcome.problems.map(\.line) == [3, 4, 5] && outcome.problems.allSatisfy { $0.reason == .date })
  }

  /// An export cannot know what comes more than a day after it, nor tell of a time before there were any.
  @Test func aDayToComeIsAProblem() throws {
    let text =
      "13/06/89, 10:00 - A: uno\n13/06/24, 10:00 - A: dos\n15/06/24, 11:00 - A: tres\nsigue\n13/06/24, 12:00 - A: fin\n"
    let source = ByteSource(name: "_chat.txt", bytes: Array(text.utf8))
    let survey = try WhatsAppExport.survey(source, country: nil)
    let now = Instant(unixSeconds: LocalTime(year: 2024, month: 6, day: 14, hour: 10)!.wallSeconds)
    var texts: [String] = []
    var problems: [ImportProblem] = []
    try WhatsAppExport.read(source, survey: survey, order: nil, now: now) {
      texts.append($0.text)
    } problem: {
      problems.append($0)
    }
    #expect(texts == ["dos", "fin"])
    #expect(problems.map(\.line) == [1, 3] && problems.map(\.lineCount) == [1, 2])
    #expect(problems.allSatisfy { $0.reason == .impossibleDate && !$0.raw.isEmpty })
  }

  @Test func aLongMessageKeepsWhatFits() throws {
    let line = String(repeating: "x", count: 999)
    let lines = Array(repeating: line, count: 1200).joined(separator: "\n")
    let outcome = try Outcome("13/06/24, 10:00 - A: uno\n\(lines)\ncorta\n13/06/24, 10:01 - A: dos\n")
    #expect(outcome.records.count == 2)
    let kept = try #require(outcome.records.first)
    #expect(kept.lineCount > 1000 && kept.lineCount < 1100)
    #expect(kept.text.utf8.count < 1 << 20)
    #expect(outcome.problems.allSatisfy { $0.reason == .tooLong })
    #expect(outcome.problems.last?.raw == Array("corta\n".utf8), "a text with a hole would be no text")
  }

  @Test func spoiltLinesWaitForTheirRecordToKeepTheOrder() throws {
    let spoilt = (0..<600).map { "\u{0}\($0)\nsigue \($0)\n" }.joined()
    let outcome = try Outcome("13/06/24, 10:00 - A: uno\n\(spoilt)13/06/24, 10:01 - A: dos\n")
    #expect(outcome.problems.count == 600)
    #expect(outcome.records.map(\.lineCount) == [601, 1])
  }

  @Test func aLineOverTheLimitIsAProblem() throws {
    let long = String(repeating: "x", count: 1 << 20)
    let outcome = try Outcome(
      "13/06/24, 10:00 - A: uno\n\(long)x\nsigue\n13/06/24, 10:01 - A: \(long)\nhuérfana\n13/06/24, 10:02 - A: fin\n"
    )
    #expect(outcome.texts == ["uno\nsigue", "fin"])
    #expect(outcome.problems.map(\.reason) == [.tooLong, .tooLong, .tooLong])
    #expect(outcome.problems.map(\.line) == [2, 4, 5])
  }

  @Test(arguments: [
    ("", UnreadableExport.empty), ("\u{FEFF}\n \n", .empty), ("hola\nmundo\n", .noHeader),
    ("12/06/24 es la fecha\n", .noHeader), ("\u{0}\u{1}\u{2}\u{3}", .binary), ("PNG\u{0}\u{5}\n\n", .binary),
  ])
  func saysWhyAFileCannotBeRead(text: String, error: UnreadableExport) {
    #expect(throws: error) { try Outcome(text) }
    #expect(WhatsAppExport.recognises(Array(text.utf8)) == false)
  }

  @Test func namesTheLikelyEncoding() throws {
    #expect(throws: UnreadableExport.encoding("windows-1252")) {
      try Fixture.read("android-windows-1252.txt")
    }
    for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      #expect(throws: UnreadableExport.encoding("UTF-16")) { try Outcome(mark + [0x31, 0, 0x32, 0]) }
    }
    // A no-break space of that encoding keeps even the headers from being seen.
    let bytes = "1/4/21 11:04 p.\u{A0}m. - A: x\n".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(throws: UnreadableExport.encoding("windows-1252")) { try Outcome(bytes) }
  }

  @Test func errorsOfTheCallerComeThrough() throws {
    struct Stop: Error {}
    let source = ByteSource(name: "x", bytes: Array("13/06/24, 10:00 - A: x\n13/06/24, 10:00 - A: y\n".utf8))
    let survey = try WhatsAppExport.survey(source, country: nil)
    var count = 0
    #expect(throws: Stop.self) {
      try WhatsAppExport.read(source, survey: survey, order: nil) { _ in
        count += 1
        throw Stop()
      } problem: { _ in
      }
    }
    #expect(count == 1)
  }

  @Test func headersDeepInTheFileAreNotLookedForByRecognises() {
    let padding = Array(String(repeating: "x\n", count: 1 << 15).utf8)
    let header = Array("13/06/24, 10:00 - A: x\n".utf8)
    #expect(WhatsAppExport.recognises(header + padding))
    #expect(WhatsAppExport.recognises(padding + header) == false)
  }
}
