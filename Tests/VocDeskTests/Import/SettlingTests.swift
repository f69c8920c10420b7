import Testing
import VocDesk
import VocDomain
import VocStore
import VocTesting

/// Which ticket a message belongs to, and what becomes of the quiet ones.
@Suite struct SettlingTests {
  let fixture: DeskFixture
  static let hour = 60
  static let day = 24 * hour

  init() throws { fixture = try DeskFixture() }

  private func tickets() throws -> [String] {
    try fixture.rows(
      "SELECT status || ' settled ' || is_settled || ' waits ' || coalesce(waiting_since, '-') FROM ticket ORDER BY id"
    )
  }

  @Test func aQuietTicketIsSolvedIfWeSpokeLastAndOpenIfTheCustomerDid() throws {
    let report = try fixture.importChat(
      Chat([0: "ana: Hola", 1: "us: Dígame", 5 * SettlingTests.day: "ana: ¿Hay alguien?"]))
    #expect(report.ticketsSettled == 1)
    let waits = Chat.instant(5 * SettlingTests.day).unixSeconds
    #expect(try tickets() == ["solved settled 1 waits -", "open settled 0 waits \(waits)"])
    let events = try fixture.desk().view(ticket: 1).events
    #expect(
      events.map { "\($0.kind) \($0.from ?? "-") → \($0.to ?? "-") \($0.actor) \($0.at - Chat.start)" } == [
        "created - → new voc 0", "status new → open voc 60", "status open → solved voc 60",
      ])
    #expect(try fixture.desk().view(ticket: 1).ticket.solvedAt == Chat.instant(1))
  }

  @Test(arguments: [(0, false), (24 * 3600, false), (24 * 3600 + 1, true)])
  func whatIsRecentIsLeftAlone(seconds: Int64, isSettled: Bool) throws {
    fixture.clock = Chat.instant(1) + seconds
    let report = try fixture.importChat(Chat([0: "ana: Hola", 1: "us: Dígame"]))
    #expect(report.ticketsSettled == (isSettled ? 1 : 0))
    #expect(try tickets() == [isSettled ? "solved settled 1 waits -" : "open settled 0 waits -"])
  }

  @Test func aTicketThatAnAgentHasTakenIsTheirsToSolve() throws {
    _ = try fixture.desk().addAgent(name: "lucia", email: nil)
    let chat = Chat([0: "ana: Hola", 1: "us: Dígame"])
    fixture.clock = Chat.instant(2)
    try fixture.importChat(chat)
    _ = try fixture.desk().perform([.take], on: [1])
    fixture.clock = Chat.instant(30 * SettlingTests.day)
    try fixture.importChat(chat + Chat([3: "us: Listo"]))
    #expect(try tickets() == ["open settled 0 waits -"])
    // One that nobody has taken is settled by the next import of its chat, even one that brings nothing new.
    _ = try fixture.desk().perform([.release], on: [1])
    #expect(try fixture.importChat(chat).ticketsSettled == 1)
    #expect(try tickets() == ["solved settled 1 waits -"])
  }

  @Test func aSettledTicketGoesOnWhenALongerExportContinuesWithinTheGap() throws {
    let chat = Chat([0: "ana: Hola", 1: "us: Dígame"])
    try fixture.importChat(chat)
    let report = try fixture.importChat(chat + Chat([1 + SettlingTests.day: "ana: Sigue sin llegar"]))
    #expect((report.ticketsOpened, report.ticketsContinued) == (0, 1))
    #expect(try tickets() == ["open settled 0 waits \(Chat.instant(1 + SettlingTests.day).unixSeconds)"])
    let longer = try fixture.importChat(
      chat + Chat([1 + SettlingTests.day: "ana: Sigue sin llegar", 2 + 2 * SettlingTests.day: "ana: Hola"]))
    #expect((longer.ticketsOpened, longer.ticketsContinued) == (1, 0))
    try fixture.expectSound()
  }

  @Test func aCustomersMessageAfterAPersonsSolveOpensANewTicket() throws {
    _ = try fixture.desk().addAgent(name: "lucia", email: nil)
    let chat = Chat([0: "ana: Hola", 1: "us: Dígame"])
    fixture.clock = Chat.instant(10)
    try fixture.importChat(chat)
    _ = try fixture.desk().perform([.solve(cause: "envío")], on: [1])
    fixture.clock = Chat.instant(60)
    // Sent before the solve but exported later: still the old matter. Our late word too.
    try fixture.importChat(chat + Chat([9: "ana: Gracias", 20: "us: De nada"]))
    #expect(try tickets() == ["solved settled 0 waits -"])
    let report = try fixture.importChat(
      chat + Chat([9: "ana: Gracias", 20: "us: De nada", 30: "ana: Otra cosa"]))
    #expect(report.ticketsOpened == 1)
    #expect(
      try tickets() == ["solved settled 0 waits -", "new settled 0 waits \(Chat.instant(30).unixSeconds)"])
    #expect(try fixture.rows("SELECT body FROM message WHERE ticket_id = 2") == ["Otra cosa"])
  }

  @Test func ourLateReplyContinuesATicketWhoseCustomerWaits() throws {
    let report = try fixture.importChat(Chat([0: "ana: Hola", 9 * SettlingTests.day: "us: Perdón"]))
    #expect(report.ticketsOpened == 1)
    #expect(try tickets() == ["solved settled 1 waits -"])
  }

  /// Many chunks of an import: what a chunk ends with is settled all the same, and nothing depends on where the
  /// chunks are cut.
  @Test func everyQuietTicketOfALongChatIsSettled() throws {
    var lines: [Chat.Line] = []
    for index in 0..<2_600 {
      let minute = (index - 2_600) * 2 * SettlingTests.day
      lines.append(Chat.Line(minute: minute, sender: "Ana Mora", text: "pregunta \(index)"))
      lines.append(Chat.Line(minute: minute + 1, sender: "Café Andino", text: "respuesta"))
    }
    let report = try fixture.importChat(Chat(lines))
    #expect((report.ticketsOpened, report.ticketsSettled) == (2_600, 2_600))
    #expect(
      try fixture.rows("SELECT DISTINCT status || is_settled FROM ticket") == ["solved1"])
    try fixture.expectSound()
  }

  @Test func aConversationGoesOnOnAnotherChannelAndThatIsCounted() throws {
    let phone = "+52 55 1234 5678"
    func says(_ minute: Int, _ text: String) -> Chat {
      Chat([Chat.Line(minute: minute, sender: phone, text: text)])
    }
    fixture.clock = Chat.instant(4 * SettlingTests.day)
    try fixture.importChat(says(0, "Hola"), as: "a.txt") { ($0.channel, $0.identities) = ("WhatsApp", ["x"]) }
    // Each within the gap of the one before, the last of them not of the first.
    let chain = says(20 * 60, "¿Hola?") + says(40 * 60, "¡Hola!") + says(60 * 60, "Adiós")
    let report = try fixture.importChat(chain, as: "b.txt") {
      ($0.channel, $0.identities) = ("Tienda", ["x"])
    }
    #expect((report.ticketsContinuedAcross, report.ticketsOpened, report.newCustomers) == (1, 0, 0))
    #expect(try tickets() == ["open settled 0 waits \(Chat.start.unixSeconds)"])
    #expect(try fixture.rows("SELECT body FROM message WHERE ticket_id = 1 ORDER BY at").count == 4)
    let late = try fixture.importChat(says(60 * 60 + 24 * 60 + 1, "Otra"), as: "c.txt") {
      ($0.channel, $0.identities) = ("Tienda", ["x"])
    }
    #expect((late.ticketsContinuedAcross, late.ticketsOpened) == (0, 1))
    try fixture.expectSound()
  }
}
