import Testing
import VocDomain

@testable import VocChannels

@Suite struct JSONStreamTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var paths: [String] = []
    let elements: [String]
    var problems: [String] = []
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "one document", text: #" {"a": 1} "#, elements: [#"{"a":1} @1+1"#]),
    Case(
      name: "NDJSON with CRLF and empty lines", text: "{\"a\":1}\r\n\r\n{\"a\":2}\r\n",
      elements: [#"{"a":1} @1+1"#, #"{"a":2} @3+1"#]),
    Case(
      name: "back to back", text: #"{"a":1}{"a":2},{"a":3}"#,
      elements: [#"{"a":1} @1+1"#, #"{"a":2} @1+1"#, #"{"a":3} @1+1"#]),
    Case(
      name: "an array at the top, a comma after its last element", text: "[\n{\"a\":[1,2,]},\n 7,\n]\n",
      elements: [#"{"a":[1,2]} @2+1"#, "7 @3+1"]),
    Case(name: "arrays back to back", text: "[1][[2]]", elements: ["1 @1+1", "[2] @1+1"]),
    Case(name: "an empty array", text: "[]", elements: []),
    Case(name: "a value over lines", text: "\n{\n\"a\":\n1}", elements: [#"{"a":1} @2+3"#]),
    Case(
      name: "a split array, with what stands around it",
      text: "{\"n\":1,\"tickets\":[{\"id\":1},\n{\"id\":2}],\"count\":2}", paths: ["tickets"],
      elements: [
        #"tickets {"id":1} @1+1 in {"n":1}"#, #"tickets {"id":2} @2+1 in {"n":1}"#,
        #"{"n":1,"count":2} @1+2"#,
      ]),
    Case(
      name: "a path through objects and arrays",
      text: #"{"me":7,"chats":{"list":[{"id":1,"messages":[{"t":"a"}],"z":0},{"id":2,"messages":[]}]}}"#,
      paths: ["chats.list.messages"],
      elements: [
        #"chats.list.messages {"t":"a"} @1+1 in {"me":7} {} {"id":1}"#, #"{"me":7,"chats":{}} @1+1"#,
      ]),
    Case(
      name: "elements of a path on the way come after their own",
      text: #"{"chats":[{"id":1,"messages":[5]}]}"#, paths: ["chats", "chats.messages"],
      elements: [
        #"chats.messages 5 @1+1 in {} {"id":1}"#, #"chats {"id":1} @1+1 in {}"#, "{} @1+1",
      ]),
    Case(
      name: "what stands at a path but is no array", text: #"{"tickets":{"id":1},"x":{"tickets":[2]}}"#,
      paths: ["tickets"], elements: [#"{"tickets":{"id":1},"x":{"tickets":[2]}} @1+1"#]),
    Case(
      name: "envelopes line by line", text: "{\"t\":[1]}\n{\"t\":[2]}\n", paths: ["t"],
      elements: ["t 1 @1+1 in {}", "{} @1+1", "t 2 @2+1 in {}", "{} @2+1"]),
    Case(
      name: "a broken line", text: "{\"a\":1}\n{\"a\":ay}\n{\"a\":3}\n",
      elements: [#"{"a":1} @1+1"#, #"{"a":3} @3+1"#], problems: ["json @2:6+1"]),
    Case(
      name: "a line cut in a string", text: "{\"a\":1}\n{\"a\":\"be\n{\"a\":\"3\"}\n{\"a\":4}\n",
      elements: [#"{"a":1} @1+1"#, #"{"a":"3"} @3+1"#, #"{"a":4} @4+1"#], problems: ["json @2+1"]),
    Case(
      name: "the end cuts a line", text: "{\"a\":1}\r\n{\"a\":", elements: [#"{"a":1} @1+1"#],
      problems: ["json @2:6+1"]),
    Case(
      name: "the end cuts an array", text: "{\"t\":[1,\n2,", paths: ["t"],
      elements: ["t 1 @1+1 in {}", "t 2 @2+1 in {}"], problems: ["json @2:3+1"]),
    Case(
      name: "nothing to go on with", text: "[{\"a\":1},\n  {\"a\" 2},\n  {\"a\":3}\n]\n",
      elements: [#"{"a":1} @1+1"#], problems: ["json @2:8+3"]),
    Case(
      name: "an array with an element a line goes on", text: "{\"t\":[\n{\"a\":1},\n{\"a\"},\n{\"a\":3}\n]}",
      paths: ["t"], elements: [#"t {"a":1} @2+1 in {}"#, #"t {"a":3} @4+1 in {}"#, "{} @1+5"],
      problems: ["json @3:5+1"]),
    Case(
      name: "an envelope a line goes on at the top", text: "{\"t\":[1,x]}\n{\"t\":[2]}\n", paths: ["t"],
      elements: ["t 1 @1+1 in {}", "t 2 @2+1 in {}", "{} @2+1"], problems: ["json @1:9+1"]),
    Case(
      name: "a log before the JSON", text: "Exportado el 3 de mayo\n[ok]\n{\"a\":1}\n",
      elements: [#"{"a":1} @3+1"#], problems: ["json @1:1+2"]),
    Case(
      name: "scalars at the top are no export", text: "{\"a\":1}\n12\n{\"a\":2}",
      elements: [#"{"a":1} @1+1"#, #"{"a":2} @3+1"#], problems: ["json @2:1+1"]),
  ]

  @Test(arguments: cases) func table(_ given: Case) throws {
    let reading = try JSONReading(given.text, paths: given.paths)
    #expect(reading.elements == given.elements)
    #expect(reading.problems == given.problems)
    #expect(reading.error == nil)
  }

  @Test(arguments: cases) func chunksOfAnyLengthReadTheSame(_ given: Case) throws {
    let whole = try JSONReading(given.text, paths: given.paths)
    for chunk in [1, 2, 3, 7, 64] {
      #expect(try JSONReading(given.text, paths: given.paths, chunk: chunk) == whole, "\(chunk)")
    }
  }

  @Test func columnsAreCountedInCharacters() throws {
    #expect(try JSONReading("{\"ñandú\": 1}{\"ñ\" 2}").problems == ["json @1:18+1"])
  }

  @Test func rawIsTheFilesBytesWithoutTheElements() throws {
    let reading = try JSONReading("{ \"n\" : 1, \"t\": [ {\"a\" : 2}, 3 ] }", paths: ["t"])
    #expect(
      reading.raws.map { String(decoding: $0, as: UTF8.self) }
        == ["{\"a\" : 2}", "3", "{ \"n\" : 1, \"t\": [] }"])
  }

  @Test func problemsKeepTheirBytes() throws {
    let reading = try JSONReading("{\"a\":1}\n{\"a\":ay}\r\n{\"a\":3}\n")
    #expect(String(decoding: reading.raws[1], as: UTF8.self) == "{\"a\":ay}\r\n")
  }

  @Test func brokenUTF8IsAProblemOfItsElement() throws {
    let bytes = Array("{\"a\":\"".utf8) + [0xE9, 0x20] + Array("\"}\n{\"a\":\"é\"}\n".utf8)
    let reading = try JSONReading(bytes)
    #expect(reading.elements == [#"{"a":"é"} @2+1"#])
    #expect(reading.problems == ["encoding @1+1"])
    let split = Array("{\"x\":\"".utf8) + [0xFF] + Array("\",\"t\":[1]}{\"t\":[2]}".utf8)
    let envelopes = try JSONReading(split, paths: ["t"])
    #expect(envelopes.elements.count == 3)
    #expect(envelopes.problems == ["encoding @1+1"])
    #expect(envelopes.elements.last == "{} @1+1")
  }

  @Test func tooLongElementsAreGivenUpAndTheRestGoesOn() throws {
    let long = "{\"a\":\"" + String(repeating: "x,]}\\\"", count: 20) + "\"}"
    for chunk in [nil, 1, 5] {
      let lines = try JSONReading("{\"a\":1}\n\(long)\n{\"a\":2}\n", chunk: chunk, limit: 50)
      #expect(lines.elements == [#"{"a":1} @1+1"#, #"{"a":2} @3+1"#])
      #expect(lines.problems == ["tooLong @2:1+1"])
      #expect(lines.raws[1] == Array(long.utf8))
      let member = try JSONReading(
        "{\"t\":[1,\(long),2],\"l\":\(long),\"m\":3}", paths: ["t"], chunk: chunk, limit: 50)
      #expect(member.elements == ["t 1 @1+1 in {}", "t 2 @1+1 in {}", #"{"m":3} @1+1"#])
      #expect(member.problems == ["tooLong @1:9+1", "tooLong @1:141+1"])
      let frame = try JSONReading(
        "{\(String(repeating: "\"a\":1,", count: 30))\"t\":[1]}{\"t\":[2]}", paths: ["t"], chunk: chunk,
        limit: 50)
      #expect(frame.elements == ["t 1 @1+1 in {}", "t 2 @1+1 in {}", "{} @1+1"])
      #expect(frame.problems == ["tooLong @1+1"])
    }
  }

  @Test func utf16WithAMark() throws {
    let text = "{\"a\":\"año 😀\"}\r\n{\"a\":x}\n"
    for isBig in [true, false] {
      let bytes = UTF16Transcoder.restored(Array("\u{FEFF}\(text)".utf8), isBigEndian: isBig)
      for chunk in [nil, 1, 3] {
        let reading = try JSONReading(bytes, chunk: chunk)
        #expect(reading.elements == [#"{"a":"año 😀"} @1+1"#])
        #expect(reading.problems == ["json @2:6+1"])
        #expect(reading.raws.last == UTF16Transcoder.restored(Array("{\"a\":x}\n".utf8), isBigEndian: isBig))
      }
    }
    #expect(try JSONReading("\u{FEFF}{\"a\":1}").elements == [#"{"a":1} @1+1"#])
  }

  @Test(arguments: [
    ("", UnreadableExport.empty), (" \r\n\n", .empty), ("\u{FEFF}", .empty), ("hola", .noHeader),
    ("Fecha,Texto\n1,{}", .noHeader), ("{", .noHeader), ("{\"a\"", .noHeader),
    ("\u{0}\u{1}{\"a\":1}", .binary),
  ])
  func filesWithoutJSON(text: String, error: UnreadableExport) throws {
    #expect(try JSONReading(text).error == error)
  }
}
