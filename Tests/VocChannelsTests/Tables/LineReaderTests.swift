import Testing

@testable import VocChannels

@Suite struct LineReaderTests {
  struct Read: Equatable {
    var text: [UInt8]
    var number: Int
    var ending: LineReader.Ending
    var isTooLong = false
  }

  private func lines(_ bytes: [UInt8], chunk: Int) -> [Read] {
    var reader = LineReader()
    var result: [Read] = []
    let take: (LineReader.Line) -> Void = {
      result.append(
        Read(text: Array($0.bytes), number: $0.number, ending: $0.ending, isTooLong: $0.isTooLong))
    }
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      Array(bytes[start..<min(start + chunk, bytes.count)]).withUnsafeBytes { reader.push($0, take) }
    }
    reader.finish(take)
    #expect(reader.lineCount == result.count)
    return result
  }

  @Test(arguments: [
    ("", [], []), ("a", ["a"], [LineReader.Ending.endOfFile]), ("a\n", ["a"], [.lf]),
    ("a\r\n", ["a"], [.crlf]),
    ("a\r", ["a\r"], [.endOfFile]), ("a\rb\n", ["a\rb"], [.lf]), ("\n\r\n", ["", ""], [.lf, .crlf]),
    ("a\r\r\nb", ["a\r", "b"], [.crlf, .endOfFile]),
    ("a\u{2028}b\u{85}c\u{0B}d\u{0C}e\n", ["a\u{2028}b\u{85}c\u{0B}d\u{0C}e"], [.lf]),
    ("\u{FEFF}a\n", ["\u{FEFF}a"], [.lf]),
  ])
  func cutsAtLFOnly(text: String, expected: [String], endings: [LineReader.Ending]) {
    for chunk in 1...6 {
      let read = lines(Array(text.utf8), chunk: chunk)
      #expect(read.map(\.text) == expected.map { Array($0.utf8) })
      #expect(read.map(\.ending) == endings)
      #expect(read.map(\.number) == Array(1..<expected.count + 1))
    }
  }

  @Test(arguments: [-2, -1, 0, 1, 2, 500], ["\n", "\r\n", ""])
  func reportsALineOverTheLimit(extra: Int, ending: String) {
    let length = LineReader.limit + extra
    let bytes = [UInt8](repeating: 0x78, count: length) + Array(ending.utf8)
    for chunk in [bytes.count, 4096, LineReader.limit, LineReader.limit + 1] {
      let read = lines(bytes, chunk: chunk)
      #expect(read.map(\.isTooLong) == [extra > 0], "\(extra) \(chunk)")
      #expect(read.map(\.text.count) == [min(length, LineReader.limit)])
      #expect(read.map(\.ending) == [ending == "\n" ? .lf : ending == "" ? .endOfFile : .crlf])
    }
  }
}
