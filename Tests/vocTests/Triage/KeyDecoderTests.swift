import Testing
import VocTesting

@testable import voc

@Suite struct KeyDecoderTests {
  /// What terminals send, as their terminfo and documentation tell: xterm, tmux and screen, rxvt, the Linux console.
  static let sequences: [(bytes: String, key: Key)] = [
    ("\u{1B}[A", Key(.up)), ("\u{1B}[B", Key(.down)), ("\u{1B}[C", Key(.right)), ("\u{1B}[D", Key(.left)),
    ("\u{1B}OA", Key(.up)), ("\u{1B}OB", Key(.down)), ("\u{1B}OC", Key(.right)), ("\u{1B}OD", Key(.left)),
    ("\u{1B}[H", Key(.home)), ("\u{1B}[F", Key(.end)), ("\u{1B}OH", Key(.home)), ("\u{1B}OF", Key(.end)),
    ("\u{1B}[1~", Key(.home)), ("\u{1B}[4~", Key(.end)), ("\u{1B}[7~", Key(.home)), ("\u{1B}[8~", Key(.end)),
    ("\u{1B}[2~", Key(.insert)), ("\u{1B}[3~", Key(.delete)), ("\u{1B}[5~", Key(.pageUp)),
    ("\u{1B}[6~", Key(.pageDown)),
    ("\u{1B}[1;2A", Key(.up, .shift)), ("\u{1B}[1;3B", Key(.down, .alt)),
    ("\u{1B}[1;5C", Key(.right, .control)), ("\u{1B}[1;6D", Key(.left, [.shift, .control])),
    ("\u{1B}[1;8A", Key(.up, [.shift, .alt, .control])), ("\u{1B}[1;9D", Key(.left, .alt)),
    ("\u{1B}[5;5~", Key(.pageUp, .control)), ("\u{1B}[3;3~", Key(.delete, .alt)),
    ("\u{1B}[1;5H", Key(.home, .control)), ("\u{1B}[1;69F", Key(.end, .control)),
    ("\u{1B}[a", Key(.up, .shift)), ("\u{1B}Oa", Key(.up, .control)), ("\u{1B}[5^", Key(.pageUp, .control)),
    ("\u{1B}[5@", Key(.pageUp, [.control, .shift])), ("\u{1B}\u{1B}[A", Key(.up, .alt)),
    ("\u{1B}\u{1B}OD", Key(.left, .alt)),
    ("\u{1B}OP", Key(.function(1))), ("\u{1B}OQ", Key(.function(2))), ("\u{1B}OR", Key(.function(3))),
    ("\u{1B}OS", Key(.function(4))), ("\u{1B}[11~", Key(.function(1))), ("\u{1B}[14~", Key(.function(4))),
    ("\u{1B}[15~", Key(.function(5))), ("\u{1B}[17~", Key(.function(6))), ("\u{1B}[18~", Key(.function(7))),
    ("\u{1B}[19~", Key(.function(8))), ("\u{1B}[20~", Key(.function(9))), ("\u{1B}[21~", Key(.function(10))),
    ("\u{1B}[23~", Key(.function(11))), ("\u{1B}[24~", Key(.function(12))),
    ("\u{1B}[34~", Key(.function(20))),
    ("\u{1B}[[A", Key(.function(1))), ("\u{1B}[[E", Key(.function(5))),
    ("\u{1B}O5P", Key(.function(1), .control)),
    ("\u{1B}[1;2P", Key(.function(1), .shift)), ("\u{1B}[15;5~", Key(.function(5), .control)),
    ("\u{1B}[Z", Key(.tab, .shift)), ("\t", Key(.tab)), ("\r", Key(.enter)), ("\u{1B}OM", Key(.enter)),
    ("\n", .control("j")), ("\u{8}", Key(.backspace)), ("\u{7F}", Key(.backspace)), ("\u{0}", .control(" ")),
    ("\u{1}", .control("a")), ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")),
    ("\u{1F}", .control("_")),
    ("\u{1B}b", .alt("b")), ("\u{1B}\r", Key(.enter, .alt)), ("\u{1B}\u{7F}", Key(.backspace, .alt)),
    ("\u{1B}ñ", .alt("ñ")), ("\u{1B}\u{1}", Key(.character("a"), [.control, .alt])),
    ("\u{1B}[27;5;13~", Key(.enter, .control)), ("\u{1B}[13;2u", Key(.enter, .shift)),
    ("\u{1B}[27u", Key(.escape)), ("\u{1B}[241;5u", .control("ñ")), ("\u{1B}[97;5:1u", .control("a")),
    ("a", .character("a")), (" ", .character(" ")), ("~", .character("~")), ("ñ", .character("ñ")),
    ("€", .character("€")), ("漢", .character("漢")), ("👍", .character("👍")),
    ("\u{301}", .character("\u{301}")),
    ("\u{FFFD}", .character("\u{FFFD}")),
    ("\u{1B}[200~hola\r\nadiós\rfin\u{1B}[201~", Key(.paste("hola\nadiós\nfin"))),
    ("\u{1B}[200~\u{1B}[A\u{3}\u{1B}[201~", Key(.paste("\u{1B}[A\u{3}"))),
  ]

  @Test(arguments: sequences.indices) func knowsTheSequence(index: Int) {
    let (text, key) = KeyDecoderTests.sequences[index]
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array(text.utf8)) == [key])
    #expect(decoder.patience == nil)
  }

  /// A network may cut a sequence, a character and a paste anywhere.
  @Test(arguments: sequences.indices) func itMayComeInPieces(index: Int) {
    let (text, key) = KeyDecoderTests.sequences[index]
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      let keys = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
      #expect(keys == [key], "cut at \(cut)")
    }
    var decoder = KeyDecoder()
    #expect(bytes.flatMap { decoder.feed([$0]) } == [key])
    let all = KeyDecoderTests.sequences.flatMap { Array($0.bytes.utf8) }
    #expect(decoder.feed(all) == KeyDecoderTests.sequences.map(\.key))
  }

  @Test func aLoneEscapeIsAKeyAfterAWhile() throws {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(try #require(decoder.patience) < 0.2)
    #expect(decoder.timeOut() == [Key(.escape)])
    #expect(decoder.patience == nil && decoder.timeOut() == [])
    #expect(decoder.feed([0x1B, 0x1B]) == [] && decoder.timeOut() == [Key(.escape), Key(.escape)])
    #expect(decoder.feed([0x1B, 0x1B, 0x6A]) == [Key(.escape), .alt("j")])
    #expect(decoder.feed(Array("\u{1B}[".utf8)) == [] && decoder.timeOut() == [.alt("[")])
    #expect(decoder.feed(Array("\u{1B}O".utf8)) == [] && decoder.timeOut() == [.alt("O")])
  }

  /// A tail of something unknown must never be taken for a command.
  @Test(arguments: [
    "\u{1B}[?1;2c", "\u{1B}[I", "\u{1B}[O", "\u{1B}[999~", "\u{1B}[24;80R" + "", "\u{1B}[<0;3;4M",
    "\u{1B}[1;5",
    "\u{1B}[5$", "\u{1B}[[Z", "\u{1B}Oz", "\u{1B}[1;99999999999999999999A", "\u{1B}[\u{1B}[\u{1B}[",
  ])
  func whatItDoesNotKnowItDropsWhole(text: String) {
    var decoder = KeyDecoder()
    let keys = decoder.feed(Array(text.utf8)) + decoder.timeOut()
    let typed = keys.filter { if case .character = $0.code { $0.modifiers.isEmpty } else { false } }
    #expect(typed == [], "\(keys)")
    #expect(decoder.feed(Array("j".utf8)).last == .character("j"))
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x80], [0xC3], [0xE2, 0x82],
  ])
  func whatIsNoUTF8IsNoKey(bytes: [UInt8]) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(bytes) + decoder.feed([0x6A]) == [.character("j")])
  }

  @Test func aPasteThatNeverEndsComesOutAnyway() throws {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~uno\rdos".utf8)) == [])
    #expect(decoder.feed([0x1B]) == [] && decoder.patience == 2)
    #expect(decoder.timeOut() == [Key(.paste("uno\ndos\u{1B}"))])
    #expect(decoder.feed([0x71]) == [.character("q")])
  }

  @Test func aHugePasteComesInPieces() {
    var decoder = KeyDecoder()
    let text = String(repeating: "añ", count: KeyDecoder.longestPaste)
    var keys = decoder.feed(Array("\u{1B}[200~".utf8))
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      keys += decoder.feed(rest.prefix(65_536))
      rest = rest.dropFirst(65_536)
    }
    keys += decoder.feed(Array("\u{1B}[201~".utf8))
    #expect(keys.count > 2)
    let length = keys.reduce(0) { if case .paste(let part) = $1.code { $0 + part.utf8.count } else { $0 } }
    #expect(length >= text.utf8.count - 64)
  }

  @Test func garbageNeverTraps() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = Chance(seed: seed)
    let likely: [UInt8] = Array("\u{1B}\u{1B}[[O;0129~AM?<200~".utf8) + [0xC3, 0xE2, 0xF0, 0x80, 0xFF]
    for _ in 0..<3_000 {
      var decoder = KeyDecoder()
      for _ in 0..<chance.number(1...6) {
        let bytes = (0..<chance.number(0...12)).map { _ in
          chance.isTrue(oneIn: 3) ? UInt8.random(in: 0...255, using: &chance) : chance.one(of: likely) ?? 0
        }
        _ = decoder.feed(bytes)
        if chance.isTrue(oneIn: 4) { _ = decoder.timeOut() }
      }
      for _ in 0..<3 { _ = decoder.timeOut() }
      #expect(decoder.patience == nil, "seed \(seed)")
    }
  }
}
