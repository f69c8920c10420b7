import Testing
import VocChannels
import VocDomain
import VocTesting

@Suite struct TableReaderTests {
  private struct Reading {
    var rows: [[String]] = []
    var lines: [Int] = []
    var lineCounts: [Int] = []
    var raw: [UInt8] = []
    var problems: [ImportProblem] = []
    var format: TableFormat

    init(_ source: ByteSource) throws {
      var (rows, lines, lineCounts, raw) = ([[String]](), [Int](), [Int](), [UInt8]())
      var problems: [ImportProblem] = []
      format = try TableReader.read(source) { row in
        rows.append(row.strings)
        lines.append(row.line)
        lineCounts.append(row.lineCount)
        raw += row.raw
      } problem: {
        problems.append($0)
        raw += $0.raw
      }
      (self.rows, self.lines, self.lineCounts) = (rows, lines, lineCounts)
      (self.raw, self.problems) = (raw, problems)
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a;b\r\n1,5;2\r\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\r1\t2\r", [["a", "b"], ["1", "2"]]),
    ("a|b\n1|2", [["a", "b"], ["1", "2"]]),
    ("sep=,\na;b,c\n1,2\n", [["a;b", "c"], ["1", "2"]]),
    ("a,b\n\"x, \"\"y\"\"\",\"\"\n", [["a", "b"], ["x, \"y\"", ""]]),
    ("a,b\n\"x\r\ny\",z\n", [["a", "b"], ["x\r\ny", "z"]]),
    ("a,b\n\"x\"  ,y\n", [["a", "b"], ["x", "y"]]),
    ("a,b\n\n  \n1,2\n\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n,\n", [["a", "b"], ["", ""]]),
    ("a\n1\n", [["a"], ["1"]]),
    ("¿del 0 al 10, cuánto?;b\n1;2\n3;4\n", [["¿del 0 al 10, cuánto?", "b"], ["1", "2"], ["3", "4"]]),
  ])
  func cells(text: String, expected: [[String]]) throws {
    let reading = try Reading(ByteSource.table(text))
    #expect(reading.rows == expected)
    #expect(reading.problems.isEmpty)
  }

  @Test func linesAreCountedThroughQuotesAndBlankLines() throws {
    let reading = try Reading(ByteSource.table("a,b\r\n\r\n\"1\r\n\r\n2\",x\r\n3,4\r5,6\n"))
    #expect(reading.lines == [1, 3, 6, 7])
    #expect(reading.lineCounts == [1, 3, 1, 1])
  }

  @Test(arguments: [
    ("comma-lf-english.csv", TextEncoding.utf8, UInt8(ascii: ",")),
    ("semicolon-bom-crlf.csv", .utf8, UInt8(ascii: ";")),
    ("tab-utf16le-bom.csv", .utf16LittleEndian, UInt8(ascii: "\t")),
    ("utf16be-bom.csv", .utf16BigEndian, UInt8(ascii: ";")),
    ("windows-1252.csv", .windows1252, UInt8(ascii: ";")),
    ("pipe-cr-only.csv", .utf8, UInt8(ascii: "|")),
    ("utf8-damaged.csv", .utf8, UInt8(ascii: ",")),
  ])
  func format(fixture: String, encoding: TextEncoding, delimiter: UInt8) throws {
    let format = try Reading(ByteSource(name: fixture, bytes: SurveyFixture.bytes(fixture))).format
    #expect(format.encoding == encoding && format.delimiter == delimiter)
    #expect(format.isDamaged == (fixture == "utf8-damaged.csv"))
  }

  /// Rows and problems together give back the file but for marks, blank lines and `sep=`.
  @Test func rawBytesAreTheFile() throws {
    for name in try SurveyFixture.names
    where !["sep-line.csv", "chatwoot-csat.csv", "cells-wrong.csv", "rejects-fed-again.csv"].contains(name) {
      var bytes = try SurveyFixture.bytes(name)
      for mark in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] where bytes.starts(with: mark)
      {
        bytes.removeFirst(mark.count)
      }
      let reading = try Reading(ByteSource(name: name, bytes: bytes.isEmpty ? [] : SurveyFixture.bytes(name)))
      #expect(reading.raw == bytes, "\(name)")
    }
  }

  @Test func aTruncatedCharacterIsShownAsOne() throws {
    let reading = try Reading(ByteSource(name: "-", bytes: [0x61, 0x2C, 0x62, 10, 0x81, 0x2C, 0xE9, 10]))
    #expect(reading.rows == [["a", "b"], ["\u{81}", "é"]])
    #expect(reading.format.encoding == .windows1252)
  }

  @Test(arguments: [
    ("quote-never-ends.csv", [(2, 1, ImportProblem.Reason.quote)], 3),
    ("stray-quotes.csv", [(4, 1, .quote)], 5),
    ("cells-wrong.csv", [(2, 1, .cells), (4, 1, .cells)], 3),
    ("nul-bytes.csv", [(2, 1, .binary), (4, 1, .binary)], 2),
  ])
  func aRowThatIsNoneDoesNotStopTheOthers(
    fixture: String, expected: [(Int, Int, ImportProblem.Reason)], rows: Int
  ) throws {
    let reading = try Reading(ByteSource(name: fixture, bytes: SurveyFixture.bytes(fixture)))
    #expect(reading.rows.count == rows)
    #expect(reading.problems.map(\.line) == expected.map(\.0))
    #expect(reading.problems.map(\.lineCount) == expected.map(\.1))
    #expect(reading.problems.map(\.reason) == expected.map(\.2))
  }

  @Test func aQuoteOpenForMoreThanTheLimitCostsOneLine() throws {
    let rows = String(repeating: "1,relleno\n", count: 300_000)
    let reading = try Reading(ByteSource.table("a,b\n1,\"abierta\n" + rows))
    #expect(reading.problems.map(\.reason) == [.quote] && reading.problems.map(\.line) == [2])
    #expect(reading.rows.count == 300_001 && reading.lines.last == 300_002)
  }

  /// However far away the next quote closes the cell, the rows between are never taken for its text.
  @Test(arguments: [3, 31, 32, 500])
  func rowsAfterAnOpenQuoteAreNotSwallowed(rows: Int) throws {
    let text = "a,b\n1,\"abierta\n" + String(repeating: "2,bien\n", count: rows) + "3,\"cerrada\"\n4,fin\n"
    let reading = try Reading(ByteSource.table(text))
    #expect(reading.problems.map(\.reason) == [.quote] && reading.problems[0].line == 2)
    #expect(reading.rows.last == ["4", "fin"])
    #expect(reading.rows.count == (rows <= 30 ? rows + 3 : 2))
    #expect(reading.problems[0].lineCount == (rows <= 30 ? 1 : rows + 2))
  }

  /// Each line opens a quote that nothing closes: to follow each to the limit would take hours.
  @Test(.notForEver)
  func aFileOfUnendingQuotesIsReadInLinearTime() throws {
    let reading = try Reading(ByteSource.table("a,b\n" + String(repeating: "1,\"x\n", count: 400_000)))
    #expect(reading.problems.count == 400_000 && reading.rows.count == 1)
  }

  @Test(arguments: [1 << 18, 999])
  func aLineOverTheLimitIsPassedOver(chunk: Int) throws {
    let long = String(repeating: "x", count: 3 << 20)
    let bytes = Array("a,b\n1,2\n\(long)\r\n3,4\n".utf8)
    let reading = try Reading(ByteSource.table(bytes, chunksOf: chunk))
    #expect(reading.rows == [["a", "b"], ["1", "2"], ["3", "4"]] && reading.lines == [1, 2, 4])
    #expect(reading.problems.map(\.reason) == [.tooLong] && reading.problems.map(\.line) == [3])
    #expect(reading.problems.first?.raw.count == 1 << 20)
  }

  @Test func whatIsNoTableIsRefused() {
    #expect(throws: UnreadableExport.empty) { try Reading(ByteSource.table("")) }
    #expect(throws: UnreadableExport.empty) { try Reading(ByteSource(name: "-", bytes: [0xEF, 0xBB, 0xBF])) }
    #expect(throws: UnreadableExport.encoding("UTF-32")) {
      try Reading(ByteSource(name: "-", bytes: [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]))
    }
    #expect(throws: UnreadableExport.encoding("UTF-16LE")) {
      try Reading(ByteSource(name: "-", bytes: Array("Fecha;NPS\r\n".utf8).flatMap { [$0, 0] }))
    }
  }
}
