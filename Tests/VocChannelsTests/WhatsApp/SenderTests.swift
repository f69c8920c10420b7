import Testing
import VocDomain

@testable import VocChannels

@Suite struct SenderTests {
  @Test(arguments: [
    ("Ana Mora", "Ana Mora"), ("~\u{202F}Caro", "Caro"), ("~ Caro", "Caro"), ("~Caro", "~Caro"),
    ("\u{202A}+51\u{A0}999\u{A0}000\u{2011}111\u{202C}", "+51 999 000-111"), (" \u{FEFF}Ana\u{200E} ", "Ana"),
    ("\u{2066}Ana\u{2069}", "Ana"), ("Ana\u{2009}Mora", "Ana Mora"), ("👩🏽‍🌾", "👩🏽‍🌾"), ("", ""), ("\u{200E}", ""),
  ])
  func namesAreNormalised(raw: String, name: String) {
    #expect(Array(SenderName.normalised(raw).utf8) == Array(name.utf8))
    #expect(SenderName.normalised(name) == name, "normalising twice changes nothing")
  }

  @Test func onePersonWithAndWithoutMarksIsOneSender() throws {
    let outcome = try Fixture.read("ios-phones-bidi.txt")
    #expect(outcome.survey.senders.map(\.name) == ["+51 999 000-111", "Caro"])
    #expect(outcome.survey.senders.map(\.count) == [2, 1])
    #expect(
      outcome.records[0].rawHeader == "[1/09/22, 14:40:22] \u{202A}+51\u{A0}999\u{A0}000\u{2011}111\u{202C}: "
    )
  }

  @Test func aNameThatHoldsAColonIsInferredFromItsOtherLines() throws {
    let outcome = try Fixture.read("android-name-with-colon.txt")
    #expect(outcome.records[0].sender == "Obra: Torre Sur")
    #expect(outcome.records[0].text == "llegó el camión")
    #expect(outcome.records[0].flags == .splitSender)
    #expect(outcome.records[0].rawHeader == "13/06/24, 10:00 - Obra: Torre Sur: ")
    #expect(outcome.survey.senders.map(\.name) == ["Ana Mora", "Obra: Torre Sur"])
    #expect(outcome.records[3].sender == "Ana Mora")
    #expect(outcome.records[3].text == "nota: mañana")
    #expect(outcome.records[3].flags == [])
  }

  @Test func theTitleTellsThatAWordIsNoName() throws {
    let lines = Array("13/06/24, 10:00 - Ana: nota: a\n13/06/24, 10:01 - Ana: nota: b\n".utf8)
    #expect(try Outcome(lines).records[0].sender == "Ana: nota")
    #expect(try Outcome(lines, name: "Chat de WhatsApp con Ana.txt").records[0].sender == "Ana")
  }

  @Test(arguments: [
    ("Chat de WhatsApp con Ana Mora.txt", "Ana Mora"), ("WhatsApp Chat with Max.txt", "Max"),
    ("Conversa do WhatsApp com Lia.txt", "Lia"), ("WhatsApp Chat - Vecinos 12.zip", "Vecinos 12"),
    ("Chat de WhatsApp - Vecinos.zip", "Vecinos"), ("exports/Chat de WhatsApp con Ana.txt", "Ana"),
    ("Chat de WhatsApp con Ana (1).txt", "Ana"), ("Chat de WhatsApp con Ana (Taller).txt", "Ana (Taller)"),
    ("Chat de WhatsApp con +52 1 55.TXT", "+52 1 55"), ("_chat.txt", nil), ("otro.txt", nil), ("-", nil),
    ("Chat de WhatsApp con .txt", nil), ("", nil),
  ])
  func theTitleComesFromTheFileName(file: String, title: String?) throws {
    #expect(try Outcome(Array("13/06/24, 10:00 - A: x\n".utf8), name: file).survey.title == title)
  }

  @Test func aGroupIsMoreThanTwoSendersOrANotice() throws {
    #expect(try Fixture.read("samples/langchain_ios_us.txt").survey.isGroup == false)
    #expect(try Fixture.read("samples/chatistics__chat3.txt").survey.isGroup)
    #expect(
      try Outcome("13/06/24, 10:00 - Ana creó el grupo \"X\"\n13/06/24, 10:01 - Ana: x\n").survey.isGroup)
  }
}
