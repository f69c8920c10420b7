import Testing
import VocDesk
import VocDomain
import VocTesting

/// Replies go out once, whoever delivers them, and what went out is not taken back.
@Suite struct OutboxTests {
  private func centre(tickets: Int = 1, on channel: String = "WhatsApp") throws -> Centre {
    let centre = try Centre()
    for _ in 0..<tickets { try centre.create(channel, customer: "Ana Mora") }
    return centre
  }

  private func pending(_ centre: Centre) throws -> [String] {
    try centre.desk().outbox(state: .pending, channel: nil, limit: 99).map(\.text)
  }

  @Test func onlyWhatCanBeDeliveredIsQueued() throws {
    let centre = try centre()
    try centre.create("Fono")
    try centre.create("Correo")
    for id in Int64(1)...3 { try centre.perform(.reply("va \(id)"), .note("ojo"), on: id) }
    try centre.perform(.reply(Desk.Reply("a mano", isSent: true)), on: 1)
    #expect(try pending(centre) == ["va 1", "va 3"])
    #expect(try centre.wrong() == [])
  }

  @Test func aConnectorLearnsWhereTheCustomerIsReached() throws {
    let centre = try Centre()
    try centre.create(customer: "+52 55 1234 5678")
    try centre.perform(.reply(Desk.Reply("hola", template: "saludo")), on: 1)
    let line = try #require(try centre.desk("wa").claimReplies(channel: nil, limit: 9, seconds: 60).first)
    #expect(line.addresses.map(\.address) == ["+525512345678"])
    #expect((line.entry.template, line.entry.attempts) == ("saludo", 1))
    #expect(line.entry.claim == OutboxEntry.Claim(connector: "wa", until: centre.fixture.clock + 60))
  }

  private func webhook(_ value: String) -> String {
    """
    {"object":"whatsapp_business_account","entry":[{"id":"5","changes":[{"field":"messages","value":\
    {"messaging_product":"whatsapp","metadata":{"display_phone_number":"5215550001111","phone_number_id":"1"},\
    \(value)}}]}]}
    """
  }

  /// The channel's own export tells of what our connector delivered: its number says that it is the same.
  @Test(arguments: [true, false])
  func whatAnExportBringsAgainIsTheReply(statusFirst: Bool) throws {
    let centre = try centre()
    try centre.perform(.reply(.init("Ya salió su pedido", template: "aviso")), on: 1)
    let id = try #require(try centre.desk().outbox(state: nil, channel: nil, limit: 9).first?.entry.messageID)
    _ = try centre.desk("wa").note(.sent(externalID: "wamid.A"), ofReplies: [id])
    let reply = try centre.desk().view(ticket: 1).messages.last
    let status = webhook(
      #""statuses":[{"id":"wamid.A","status":"read","timestamp":"1775001700","recipient_id":"5215512345678"}]"#
    )
    let echo = webhook(
      #""message_echoes":[{"from":"5215550001111","to":"5215512345678","id":"wamid.A","#
        + #""timestamp":"1775001650","type":"text","text":{"body":"*Ya salió su pedido*"}}]"#)
    for text in [statusFirst ? status : echo + "\n" + status, echo, status] {
      try centre.fixture.importText(text, as: "wa.ndjson") { $0.channel = "WhatsApp" }
      let lines = try centre.desk().view(ticket: 1).lines
      #expect(lines.map(\.message.body) == ["No llega 1", "Ya salió su pedido"])
      #expect(lines.last?.delivery?.status == .read)
      #expect(lines.last?.message == reply, "as it was written here")
    }
    #expect(try centre.fixture.rows("SELECT count(*) || '' FROM ticket") == ["1"])
    for batch in try centre.desk().batches(limit: 9) { _ = try centre.desk().undoImport(batch.id) }
    let line = try #require(try centre.desk().view(ticket: 1).lines.last)
    #expect(line.message == reply && line.delivery == nil)
    #expect(try centre.wrong() == [])
  }

  @Test func addressesFollowTheChannel() {
    let ids = [ContactPoint.Kind.bsuid, .social, .visitor, .external].map {
      ContactPoint(kind: $0, value: "meta:A:1", raw: "")
    }
    #expect(ids.map(\.address) == Array(repeating: "A:1", count: 4))
    #expect(ids.map(\.system) == Array(repeating: "meta", count: 4))
    let phone = ContactPoint(kind: .phone, value: "+5255", raw: "")
    #expect((phone.address, phone.system) == ("+5255", nil))
  }

  @Test func connectorsDoNotOvertakeEachOtherOnATicket() throws {
    let centre = try centre(tickets: 2)
    for text in ["uno", "dos"] { try centre.perform(.reply(.init(text)), on: 1) }
    try centre.perform(.reply("tres"), on: 2)
    func claimed(_ name: String, _ limit: Int) throws -> [String] {
      try centre.desk(name).claimReplies(channel: nil, limit: limit, seconds: 60).map(\.text)
    }
    #expect(try claimed("a", 1) == ["uno"])
    #expect(try claimed("b", 9) == ["tres"])
    #expect(try claimed("b", 9) == [])
    let first = try #require(try centre.desk().outbox(state: .pending, channel: nil, limit: 1).first)
    _ = try centre.desk("a").note(.failed(reason: "sin red"), ofReplies: [first.entry.messageID])
    #expect(try claimed("b", 9) == ["dos"], "what failed waits for somebody to decide, and holds up nothing")
    centre.wait(60)
    #expect(try claimed("c", 9) == ["dos", "tres"], "claims run out")
  }

  @Test func newsMayComeTwiceButNotContradict() throws {
    let centre = try centre()
    for text in ["uno", "dos"] { try centre.perform(.reply(.init(text)), on: 1) }
    let ids = try centre.desk().outbox(state: nil, channel: nil, limit: 9).map(\.entry.messageID)
    for _ in 1...2 {
      #expect(try centre.desk("wa").note(.sent(externalID: "x"), ofReplies: [ids[0]]).refused == [])
      #expect(try centre.desk("wa").note(.failed(reason: "sin red"), ofReplies: [ids[1]]).refused == [])
    }
    let sent = VocError.replySent(ids[0], at: centre.fixture.clock, externalID: "x")
    #expect(try centre.desk("wa").note(.sent(externalID: "y"), ofReplies: [ids[0]]).refused == [sent])
    #expect(try centre.desk("wa").note(.retry, ofReplies: [ids[0]]).refused == [sent])
    let report = try centre.desk("wa").note(.failed(reason: "no"), ofReplies: [99, ids[0], ids[1]])
    #expect(report.refused == [.unknownReply(99), sent])
    #expect(report.lines.map(\.entry.reason) == ["no"])
    #expect(
      try centre.desk("wa").note(.sent(externalID: nil), ofReplies: [ids[1]]).refused
        == [.replyFailed(ids[1], reason: "no")])
    for _ in 1...2 { #expect(try centre.desk().note(.retry, ofReplies: [ids[1]]).refused == []) }
    #expect(try pending(centre) == ["dos"])
  }

  @Test func whileOneHasItNobodyElseSaysThatItFailed() throws {
    let centre = try centre()
    try centre.perform(.reply("va"), on: 1)
    let id = try #require(
      try centre.desk("a").claimReplies(channel: nil, limit: 1, seconds: 60).first?.entry.messageID)
    #expect(try centre.desk("b").claimReplies(channel: nil, limit: 1, seconds: 60).isEmpty)
    centre.wait(60)
    #expect(try centre.desk("b").claimReplies(channel: nil, limit: 1, seconds: 60).count == 1)
    #expect(
      try centre.desk("a").note(.failed(reason: "x"), ofReplies: [id]).refused
        == [.replyClaimed(id, by: "b", until: centre.fixture.clock + 60)])
    #expect(try centre.desk("a").note(.sent(externalID: nil), ofReplies: [id]).refused == [])
    #expect(try centre.desk().view(ticket: 1).lines.last?.outbox?.state == .sent)
  }

  @Test func onlyWhatNobodyHasInHandIsUndone() throws {
    let centre = try centre(tickets: 2)
    _ = try centre.desk("Lucia").perform([.reply("va"), .pend], on: [1, 2])
    let line = try #require(try centre.desk("wa").claimReplies(channel: nil, limit: 1, seconds: 60).first)
    centre.wait(600)
    func error(_ departure: ChangeSince.Departure, by connector: String?) throws -> VocError {
      let at = try #require(try centre.desk().view(ticket: 1).lines.last?.outbox?.changedAt)
      return .replyOut(
        act: 1, [ChangeSince(ticketID: 1, kind: .reply, actor: connector, at: at, departure: departure)],
        others: 1, before: nil)
    }
    // The time is over, but what became of it is not known.
    #expect(throws: try error(.claimed, by: "wa")) { try centre.desk("Lucia").undo(act: nil) }
    _ = try centre.desk("wa").note(.sent(externalID: nil), ofReplies: [line.entry.messageID])
    #expect(throws: try error(.sent, by: nil)) { try centre.desk("Lucia").undo(act: nil) }
    let undone = try centre.desk("Lucia").undo(act: nil, leavingChanged: true)
    #expect((undone.tickets.map(\.ticket.id), undone.left.map(\.ticketID)) == ([2], [1]))
    #expect(try centre.desk().outbox(state: nil, channel: nil, limit: 9).map(\.ticketID) == [1])
    #expect(try centre.wrong() == [])
  }

  /// Nothing else of it can be undone; the act before can.
  @Test func anActThatIsOnlyAReplyThatIsOutNamesTheOneBefore() throws {
    let centre = try centre()
    let desk = try centre.desk("Lucia")
    for _ in 1...2 { _ = try desk.perform([.addTag("x\(try desk.acts(limit: 9).count)")], on: [1]) }
    _ = try desk.undo(act: nil)
    _ = try desk.perform([.reply("va")], on: [1])
    _ = try centre.desk("wa").claimReplies(channel: nil, limit: 1, seconds: 60)
    let error = #expect(throws: VocError.self) { try desk.undo(act: nil) }
    guard case .replyOut(act: 4, _, others: 0, before: 1) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aReplyWithoutAnAddressIsKnown() throws {
    let centre = try centre()
    let new = Desk.NewTicket(customer: "Rosa Núñez", channel: "Correo", text: "¿Y bien?")
    let unknown = try centre.desk().createTicket(new).id
    try centre.perform(.reply("va"), on: 1, unknown)
    let lines = try centre.desk().outbox(state: nil, channel: nil, limit: 9)
    #expect(
      try centre.desk().unaddressed([1, unknown])
        == lines.filter(\.addresses.isEmpty).map(\.ticketID))
    #expect(try centre.desk().unaddressed([unknown]) == [unknown])
  }

  @Test func theNumberOfWhatAConnectorHadIsNotGivenOutAgain() throws {
    let centre = try centre()
    let long = String(repeating: "ñ{{😀", count: 2500)
    try centre.perform(.reply("va"), on: 1)
    let id = try #require(
      try centre.desk("wa").claimReplies(channel: nil, limit: 1, seconds: 60).first?.entry.messageID)
    _ = try centre.desk("wa").note(.failed(reason: "x"), ofReplies: [id])
    _ = try centre.desk("Lucia").undo(act: nil)
    try centre.perform(.reply(.init(long)), on: 1)
    #expect(
      try centre.desk("wa").note(.sent(externalID: nil), ofReplies: [id]).refused == [.unknownReply(id)])
    #expect(try pending(centre) == [long])
  }

  @Test func aReplyGoesWhereItsMessageGoes() throws {
    let centre = try centre(tickets: 2)
    try centre.perform(.reply("va"), on: 1)
    _ = try centre.desk("Lucia").merge([1], into: 2)
    #expect(try centre.desk().outbox(state: .pending, channel: nil, limit: 9).map(\.ticketID) == [2])
    _ = try centre.desk("Lucia").split(2, messages: [2, 3])
    #expect(try centre.desk().outbox(state: .pending, channel: "whatsapp", limit: 9).map(\.ticketID) == [3])
  }

  @Test func theWindowClosesADayAfterTheCustomersLastWord() throws {
    let centre = try centre()
    let closes = centre.fixture.clock + 86_400
    centre.wait(86_399)
    try centre.perform(.reply("a tiempo"), on: 1)
    #expect(try centre.desk().view(ticket: 1).window?.closesAt == closes)
    centre.wait(1)
    #expect(throws: VocError.windowClosed(ticket: 1, channel: "WhatsApp", at: closes)) {
      try centre.perform(.reply("tarde"), on: 1)
    }
    #expect(throws: VocError.badTemplateName("hola Ana")) {
      try centre.perform(.reply(.init("plantilla", template: "hola Ana")), on: 1)
    }
    try centre.perform(
      .reply(.init("plantilla", template: "aviso")), .reply(.init("ya", isSent: true)), on: 1)
    #expect(try pending(centre) == ["a tiempo", "plantilla"])
    // What the customer writes on another ticket of that channel opens it again, on another channel it does not.
    try centre.create("Correo", customer: "Ana Mora")
    #expect(throws: VocError.self) { try centre.perform(.reply("tarde"), on: 1) }
    try centre.create(customer: "Ana Mora")
    try centre.perform(.reply("de nuevo"), on: 1)
    try centre.apply(#"{"channels": {"whatsapp": {"reply_window": "1h"}, "email": {"reply_window": "2h"}}}"#)
    centre.wait(3600)
    #expect(throws: VocError.self) { try centre.perform(.reply("tarde"), on: 1) }
    try centre.perform(.reply("aún"), on: 2)
  }

  /// Replies, undos, merges, and two connectors that deliver what they have in hand, or crash: within leases nothing is
  /// delivered twice, nothing that was taken back is delivered, nothing that was delivered is taken back.
  @Test(arguments: 1...40) func nothingGoesOutTwice(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let centre = try centre(tickets: 3)
    var hands: [String: [Int64: (text: String, until: Instant)]] = ["a": [:], "b": [:]]
    var (delivered, failed, log): (Set<String>, Set<String>, [String]) = ([], [], [])
    var replies = 0
    for _ in 0..<40 {
      let connector = chance.isTrue(oneIn: 2) ? "a" : "b"
      let now = centre.fixture.clock
      switch chance.number(0...9) {
      case 0, 1:
        replies += 1
        log.append("reply \(replies)")
        _ = try? centre.perform(.reply("r\(replies)"), on: Int64(chance.number(1...3)))
      case 2, 3:
        for line in try centre.desk(connector).claimReplies(
          channel: nil, limit: chance.number(1...3), seconds: 60)
        {
          let held = hands.values.compactMap { $0[line.entry.messageID] }.contains { $0.until > now }
          #expect(!held && !delivered.contains(line.text), "seed \(seed): \(log)")
          hands[connector]?[line.entry.messageID] = (line.text, now + 60)
          log.append("\(connector) claims \(line.text)")
        }
      case 4, 5, 6:
        guard let (id, held) = hands[connector]?.min(by: { $0.key < $1.key }) else { break }
        hands[connector]?[id] = nil
        // A connector that is late gives up by itself.
        guard held.until > now else { break }
        log.append("\(connector) delivers \(held.text)")
        #expect(delivered.insert(held.text).inserted, "seed \(seed): \(log)")
        let report = try centre.desk(connector).note(.sent(externalID: "x-\(held.text)"), ofReplies: [id])
        #expect(report.lines.map(\.text) == [held.text], "seed \(seed): \(log)")
      case 7:
        guard let (id, held) = hands[connector]?.min(by: { $0.key < $1.key }), held.until > now else { break }
        hands[connector]?[id] = nil
        log.append("\(connector) fails \(held.text)")
        failed.insert(held.text)
        #expect(try centre.desk(connector).note(.failed(reason: "x"), ofReplies: [id]).refused == [])
        if chance.isTrue(oneIn: 2) { _ = try centre.desk().note(.retry, ofReplies: [id]) }
      case 8:
        log.append("undo")
        _ = try? centre.desk("Lucia").undo(act: nil)
        if chance.isTrue(oneIn: 3) {
          _ = try? centre.desk("Lucia").merge(
            [Int64(chance.number(1...3))], into: Int64(chance.number(1...3)))
        }
      default: centre.wait(Int64(chance.number(1...50)))
      }
      let lines = try centre.desk().outbox(state: nil, channel: nil, limit: 99)
      let sent = lines.filter { $0.entry.state == .sent }
      #expect(Set(sent.map(\.text)) == delivered, "seed \(seed): \(log)")
      #expect(sent.allSatisfy { $0.entry.externalID == "x-\($0.text)" }, "seed \(seed): \(log)")
      for line in lines where line.entry.state == .failed { #expect(failed.contains(line.text)) }
      for (_, inHand) in hands {
        for (id, held) in inHand where held.until > centre.fixture.clock {
          #expect(lines.contains { $0.entry.messageID == id && $0.text == held.text }, "seed \(seed): \(log)")
        }
      }
    }
    #expect(try centre.wrong() == [], "seed \(seed): \(log)")
  }
}
