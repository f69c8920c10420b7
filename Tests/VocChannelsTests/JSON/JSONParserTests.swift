import Testing

@testable import VocChannels

@Suite struct JSONParserTests {
  @Test(arguments: [
    ("[]", "[]"), ("{}", "{}"), (" [ 1 , 2 ] ", "[1,2]"), ("[1,]", "[1]"), ("{\"a\":1,}", "{\"a\":1}"),
    ("\u{FEFF}[1]", "[1]"), ("-0", "-0"), ("0.5e-10", "0.5e-10"), ("1E+2", "1E+2"),
    ("1234567890123456789012", "1234567890123456789012"), ("[true,false,null]", "[true,false,null]"),
    ("[NaN,Infinity,-Infinity]", "[null,null,null]"), (#""a\/b\n\t\r""#, "\"a/b\n\t\r\""),
    (#""\u00e9\u00E9""#, "\"éé\""), (#""\ud83d\ude00""#, "\"😀\""), (#""\ud83dx""#, "\"\u{FFFD}x\""),
    (#""\ude00\ud83d""#, "\"\u{FFFD}\u{FFFD}\""), (#""\ud83d\ud83d\ude00""#, "\"\u{FFFD}😀\""),
    (#""\ud83d\n""#, "\"\u{FFFD}\n\""), (#""a\u0000b""#, "\"ab\""), ("\"a\u{0}b\"", "\"ab\""),
    ("\"a\tb\u{7F}\"", "\"a\tb\u{7F}\""), (#""\uFFFF""#, "\"\u{FFFF}\""), (#""""#, "\"\""),
    ("\"1234567\"", "\"1234567\""), ("\"12345678\"", "\"12345678\""), ("\"áéíóú ñandú\"", "\"áéíóú ñandú\""),
    (#"{"a":1,"a":2}"#, #"{"a":1,"a":2}"#), (#"{"":{"":[]}}"#, #"{"":{"":[]}}"#),
  ])
  func values(text: String, written: String) {
    #expect(JSONValue(parsing: Array(text.utf8))?.written == written)
  }

  @Test(arguments: [
    "", " ", "[", "{", "]", "[1 2]", "[,1]", "[1,,2]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1 \"b\":2}",
    "'a'", "\"a", #""\x""#, #""\u12""#, #""\u12G4""#, "01", "-", "+1", ".5", "1.", "1e", "1e+", "0x10", "nul",
    "nulll", "truE", "1 2", "[1]x", "[1}", "// a\n1", "\u{A0}1", "-N", "١",
  ])
  func notJSON(text: String) {
    #expect(JSONValue(parsing: Array(text.utf8)) == nil)
  }

  @Test func depthHasALimit() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(JSONValue(parsing: nested(256)) != nil)
    #expect(JSONValue(parsing: nested(257)) == nil)
    #expect(JSONValue(parsing: nested(100_000)) == nil)
    #expect(JSONValue(parsing: Array(repeating: UInt8(ascii: "["), count: 1_000_000)) == nil)
  }

  @Test func brokenUTF8IsRepaired() {
    let bytes = [0x22] + Array("número".utf8) + [0xC3, 0x22]
    #expect(JSONValue(parsing: bytes) == .string("número\u{FFFD}"))
    #expect(JSONValue(parsing: [0xE9]) == nil)
  }

  /// Every length and alignment of plain text before a quote, an escape, a control or a wide character.
  @Test func stringsOfAllLengths() {
    for length in 0..<40 {
      let plain = String(repeating: "x", count: length)
      for (written, read) in [("", ""), ("\\n", "\n"), ("\t", "\t"), ("é", "é"), ("\\u00e9é", "éé")] {
        let value = JSONValue(parsing: Array("\"\(plain)\(written)\(plain)\"".utf8))
        #expect(value == .string(plain + read + plain))
      }
      var damaged = Array("\"\(plain)?\(plain)\"".utf8)
      damaged[length + 1] = 0xFF
      #expect(JSONValue(parsing: damaged) == .string(plain + "\u{FFFD}" + plain))
    }
  }

  @Test(arguments: [
    ("{\"a\":1,\"b\":{\"c\":[1,2,{\"d\":\"ho", "{\"a\":1,\"b\":{\"c\":[1,2,{}]}}"), ("{\"a\":12", "{}"),
    ("[{\"a\":1},{\"a\":2},{\"a\"", "[{\"a\":1},{\"a\":2},{}]"), ("  {\"a\":1}\n{\"a\":2", "{\"a\":1}"),
    ("\u{FEFF}{\"a\":tr", "{}"), ("{\"a\" 1}\n{\"a\":2}", "{\"a\":2}"), ("{\"a\":\"\\ud8", "{}"),
  ])
  func heads(head: String, written: String) {
    #expect(JSONHead.first(in: Array(head.utf8))?.written == written)
  }

  @Test(arguments: ["", "hola", "12", "\"a\"", "[28/2/24, 9:59:02] Ana: hola", "a,b\n{x"])
  func headsWithoutJSON(head: String) {
    #expect(JSONHead.first(in: Array(head.utf8)) == nil)
  }
}
