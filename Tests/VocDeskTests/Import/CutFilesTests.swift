import Foundation
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Exports in two files, cut between their records or anywhere: whichever comes first, one story.
@Suite struct CutFilesTests {
  /// Imports both files in both orders; returns the story, or what the second order says otherwise.
  private func story(of files: [String], as name: String, _ format: ExportFormat) throws -> [String] {
    let stories = try [files, files.reversed()].map { files in
      let fixture = try DeskFixture()
      for file in files { try Self.importing(file, as: name, format, into: fixture) }
      expectSame(try fixture.faults(), [], "faults")
      return try Story.lines(path: fixture.path).map(Self.withoutNotices)
    }
    expectSame(stories[stories.count - 1], stories[0], "the other order")
    return stories[0]
  }

  /// A header that has lost its words is a notice; one at the very end of a ticket is of it only where the ticket's
  /// later messages are there already.
  private static func withoutNotices(_ story: String) -> String {
    story.split(separator: "\n").filter { !$0.contains(" system  agent - system ") }.joined(separator: "\n")
  }

  @discardableResult
  private static func importing(
    _ text: String, as name: String, _ format: ExportFormat, into fixture: DeskFixture
  ) throws -> ImportReport {
    try fixture.importText(text, as: name) {
      ($0.format, $0.country, $0.identities, $0.dateOrder) = (format, "MX", ["Café Andino"], .dmy)
    }
  }

  /// The bytes of the halves, as text where a character is not cut, else with signs of replacement.
  private func halves(of text: String, at cut: Int) -> [String] {
    let bytes = Array(text.utf8)
    return [String(decoding: bytes[..<cut], as: UTF8.self), String(decoding: bytes[cut...], as: UTF8.self)]
  }

  private func cutLine(_ text: String, _ chance: inout Chance) -> Int {
    let ends = Array(text.utf8).indices.filter { Array(text.utf8)[$0] == 10 }.dropLast()
    return (chance.one(of: Array(ends)) ?? 0) + 1
  }

  private func expectWhole(
    _ text: String, as name: String, _ format: ExportFormat, _ chance: inout Chance, seed: UInt64
  )
    throws
  {
    let whole = try story(of: [text], as: name, format)
    let cut = cutLine(text, &chance)
    expectSame(
      try story(of: halves(of: text, at: cut), as: name, format), whole, "seed \(seed), cut at \(cut)")
  }

  /// Cut inside a line, which is then lost, half known or two problems: all else is there.
  private func expectAllElse(
    _ text: String, as name: String, _ format: ExportFormat, _ chance: inout Chance, seed: UInt64
  )
    throws
  {
    let count = text.utf8.count
    let files = halves(of: text, at: chance.number(count / 4...count * 3 / 4))
    _ = try story(of: files, as: name, format)
    for file in files {
      let fixture = try DeskFixture()
      let report = try Self.importing(file, as: name, format, into: fixture)
      #expect(report.problems <= 1, "seed \(seed): \(fixture.problems)")
    }
  }

  @Test(arguments: 1...12) func aRotatedQueueLog(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let log = RandomTimeline(&chance).queueLog
    try expectWhole(log, as: "queue_log", .queueLog, &chance, seed: seed)
    try expectAllElse(log, as: "queue_log", .queueLog, &chance, seed: seed)
  }

  @Test(arguments: 1...12) func aWhatsAppExport(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let chat = RandomTimeline(&chance).chat
    try expectWhole(chat, as: SidesTests.title, .whatsapp, &chance, seed: seed)
    try expectAllElse(chat, as: SidesTests.title, .whatsapp, &chance, seed: seed)
  }

  @Test(arguments: 1...12) func jsonLines(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let lines = RandomTimeline(&chance).jsonLines
    try expectWhole(lines, as: "chat.jsonl", .jsonLines, &chance, seed: seed)
    try expectAllElse(lines, as: "chat.jsonl", .jsonLines, &chance, seed: seed)
  }

  @Test(arguments: 1...12) func metaAndTelegramInParts(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let timeline = RandomTimeline(&chance)
    for (format, document) in [(ExportFormat.meta, timeline.meta), (.telegram, timeline.telegram)] {
      let cut = chance.number(1...document.messages.count - 1)
      let (first, second) = (document.messages[..<cut], document.messages[cut...])
      expectSame(
        try story(of: [document.text(first), document.text(second)], as: "message_1.json", format),
        try story(of: [document.text(document.messages[...])], as: "message_1.json", format),
        "seed \(seed), \(format), cut at \(cut)")
    }
  }

  /// Every line of a half is told of: as a record's, or as a problem's.
  @Test(arguments: 1...20) func everyLineOfAHalfIsAccountedFor(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let timeline = RandomTimeline(&chance)
    for (text, name, format) in [
      (timeline.chat, SidesTests.title, ExportFormat.whatsapp),
      (timeline.jsonLines, "chat.jsonl", .jsonLines),
    ] {
      for half in halves(of: text, at: chance.number(text.utf8.count / 4...text.utf8.count * 3 / 4)) {
        let fixture = try DeskFixture()
        try Self.importing(half, as: name, format, into: fixture)
        var options = ImportOptions()
        (options.format, options.zone, options.identities, options.dateOrder) = (
          format, "UTC", ["Café Andino"], .dmy
        )
        var lines = 0
        try fixture.desk().readRecords(
          [fixture.folder["exports/" + name]], options: options, searchPath: "",
          record: { record, _ in
            if case .chat(let record) = record { lines += record.lineCount } else { lines += 1 }
          },
          problem: { lines += $2.lineCount })
        #expect(lines == half.split(separator: "\n").count, "seed \(seed), \(name)")
      }
    }
  }
}
