import Testing

@testable import VocRouting

@Suite struct PolicyParserTests {
  private func fault(_ text: String) -> PolicySyntaxError? {
    do {
      _ = try PolicyValue(json: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func everyKindOfValueIsRead() throws {
    let text =
      "\u{FEFF} {\"a\": [1, -2, 1.5, 1e2, true, false, null, {}, []], \"b\\u0063\": \"\\\"\\\\\\/\\n\\ud83d\\ude00ñ\"}\n"
    let value = try PolicyValue(json: Array(text.utf8))
    #expect(
      value
        == .object([
          "a": .list([
            .integer(1), .integer(-2), .number(1.5), .integer(100), .bool(true), .bool(false), .null,
            .object([:]),
            .list([]),
          ]), "bc": .text("\"\\/\n😀ñ"),
        ]))
    #expect(try PolicyValue(json: Array(value.canonicalText.utf8)) == value)
    #expect(try PolicyValue(json: Array(value.prettyText.utf8)) == value)
  }

  @Test(
    arguments: [
      ("", 1, 1), ("{", 1, 2), ("{\"a\":1,}", 1, 8), ("[1,]", 1, 4), ("[1 2]", 1, 4), ("{\"a\" 1}", 1, 6),
      ("{\n \"ñá\": x}", 2, 8), ("nul", 1, 1), ("01", 1, 1), ("1.", 1, 1), ("+1", 1, 1), (".5", 1, 1),
      ("1e999", 1, 1), ("-", 1, 1), ("\"a", 1, 1), ("\"a\nb\"", 1, 3), ("\"\\x\"", 1, 3), ("\"\\u12\"", 1, 3),
      ("\"\\ud800\"", 1, 2), ("{} x", 1, 4), ("{'a': 1}", 1, 2), ("// x\n{}", 1, 1), ("[1]]", 1, 4),
      ("[\"a\",\r\n oops]", 2, 2),
    ] as [(String, Int, Int)])
  func faultsHaveAPlace(text: String, line: Int, column: Int) {
    #expect(fault(text) == PolicySyntaxError(line: line, column: column))
  }

  @Test func aNameStandsOnce() {
    #expect(fault("{\"a\": 1,\n \"a\": 2}") == PolicySyntaxError(line: 2, column: 2, repeatedName: "a"))
    #expect(fault("[{\"a\": 1}, {\"a\": 2}]") == nil)
  }

  @Test func depthHasAnEnd() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(fault(nested(100)) == nil)
    #expect(fault(nested(101)) == PolicySyntaxError(line: 1, column: 101))
    #expect(fault(nested(100_000)) != nil)
    #expect(fault("\"\u{FFFD}\"") == nil)
    let bytes: [UInt8] = [0x22, 0xFF, 0x22]
    #expect(throws: PolicySyntaxError(line: 1, column: 1)) { try PolicyValue(json: bytes) }
  }

  /// No bytes trap the parser, and what it takes it takes again from its own text.
  @Test func spoiltDocumentsAreFaultsOrValues() throws {
    let text = Array("{\"a\":[1,-2.5e3,\"x\\u00e9\\n\",null,true],\"b\":{\"c\":\"ñ\"}}".utf8)
    for index in text.indices {
      for byte: UInt8 in [0x00, 0x22, 0x2C, 0x5C, 0x5D, 0x7B, 0x7D, 0x39, 0xC3, 0xFF] {
        var spoilt = text
        spoilt[index] = byte
        for bytes in [spoilt, Array(spoilt[..<index])] {
          guard let value = try? PolicyValue(json: bytes) else { continue }
          #expect(try PolicyValue(json: Array(value.canonicalText.utf8)) == value)
        }
      }
    }
  }
}
