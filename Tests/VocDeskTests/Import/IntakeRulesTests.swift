import Foundation
import Testing
import VocDesk
import VocDomain
import VocTesting

/// What every importer of records holds to, in any order of the files.
@Suite struct IntakeRulesTests {
  static let start: Int64 = 1_773_619_200

  static func instant(_ minute: Int64) -> Instant { Instant(unixSeconds: start + minute * 60) }

  static func party(_ key: String?, _ role: PartyRecord.Role? = nil, _ name: String? = nil) -> PartyRecord {
    PartyRecord(key: key, role: role, name: name)
  }

  static func message(
    _ key: String, by author: PartyRecord, _ text: String, at minute: Int64, ticket: String? = "T1",
    change: (inout MessageRecord) -> Void = { _ in }
  ) -> ExportRecord {
    var record = MessageRecord(
      line: 1, at: .instant(Instant(unixSeconds: start + minute * 60)), author: author, text: text)
    (record.key, record.ticket) = (key, ticket)
    change(&record)
    return .message(record)
  }

  static func ticket(
    _ key: String = "T1", version: Int64 = 1, _ change: (inout TicketRecord) -> Void = { _ in }
  ) -> ExportRecord {
    var record = TicketRecord(line: 1, key: key)
    record.updatedAt = Instant(unixSeconds: start + version * 3600)
    record.createdAt = .instant(Instant(unixSeconds: start))
    (record.subject, record.status, record.requester) = ("Pedido", .open, party("9", .customer))
    change(&record)
    return .ticket(record)
  }

  static func user(_ key: String, _ role: PartyRecord.Role, _ name: String, phone: String? = nil)
    -> ExportRecord
  {
    var user = party(key, role, name)
    user.phone = phone
    return .party(user, line: 1, updatedAt: Instant(unixSeconds: start))
  }

  /// Imports each part as a batch of its own, in every order, and compares with all at once; then undoes all.
  private func expectSame(_ parts: [[ExportRecord]], at location: SourceLocation = #_sourceLocation) throws
    -> [String]
  {
    let export = try ReadExport(.zendesk, parts.flatMap { $0 })
    let whole = try DeskFixture()
    try export.importPart(export.records, into: whole)
    let wanted = try Story.lines(path: whole.path)
    for order in orders(Array(parts.indices)) {
      let fixture = try DeskFixture()
      _ = try fixture.desk()
      let empty = try fixture.table()
      var batches: [Int64] = []
      for index in order {
        if let batch = try export.importPart(parts[index], into: fixture).batch { batches.append(batch) }
      }
      VocDeskTests.expectSame(try Story.lines(path: fixture.path), wanted, "order \(order)", at: location)
      VocDeskTests.expectSame(try fixture.faults(), [], "faults, order \(order)", at: location)
      let once = try fixture.table()
      for index in order { try export.importPart(parts[index], into: fixture) }
      VocDeskTests.expectSame(try fixture.table(), once, "again, order \(order)", at: location)
      for batch in batches.reversed() { _ = try fixture.desk().undoImport(batch) }
      VocDeskTests.expectSame(try fixture.table(), empty, "undone, order \(order)", at: location)
      VocDeskTests.expectSame(try fixture.faults(), [], "faults undone, order \(order)", at: location)
    }
    return wanted
  }

  private func orders(_ indices: [Int]) -> [[Int]] {
    if indices.isEmpty { return [[]] }
    return indices.flatMap { first in orders(indices.filter { $0 != first }).map { [first] + $0 } }
  }

  @Test func usersTicketsAndCommentsInAnyOrder() throws {
    let story = try expectSame([
      [Self.user("9", .customer, "Ana Mora", phone: "+525555550101"), Self.user("7", .agent, "Marta Ríos")],
      [Self.ticket { $0.assignee = Self.party("7", .agent) }],
      [
        Self.message("1", by: Self.party("9"), "¿Dónde está?", at: 1),
        Self.message("2", by: Self.party("7"), "Sale hoy", at: 5),
        Self.message("3", by: Self.party("7"), "Cliente molesta", at: 9) { $0.isPublic = false },
      ],
    ])
    #expect(
      story.contains { $0.contains("Ana Mora <+525555550101> on Zendesk open") && $0.contains("waits -") })
  }

  @Test func aPrivateNoteIsNoReply() throws {
    let story = try expectSame([
      [Self.ticket()], [Self.message("1", by: Self.party("9", .customer), "¿Hola?", at: 1)],
      [Self.message("2", by: Self.party("7", .agent, "Marta"), "Ojo", at: 2) { $0.isPublic = false }],
    ])
    #expect(story.contains { $0.contains("waits \(Self.start + 60)") })
  }

  @Test func theNewestVersionWinsAndOfTwoOfOneAgeTheSame() throws {
    _ = try expectSame([
      [Self.ticket(version: 1)], [Self.ticket(version: 3) { $0.status = .solved }],
      [Self.ticket(version: 2) { $0.status = .pending }],
    ])
    _ = try expectSame([
      [Self.ticket { $0.subject = "Uno" }], [Self.ticket { $0.subject = "Dos" }],
      [Self.message("1", by: Self.party("9"), "Hola", at: 1)],
    ])
  }

  @Test func aStandInGivesWayToTheMessageItself() throws {
    let standIn = Self.message("description:T1", by: Self.party("9", .customer), "Hola,  no\nllega", at: 1) {
      $0.isStandIn = true
    }
    let story = try expectSame([
      [Self.ticket(), standIn],
      [Self.message("1", by: Self.party("9", .customer), "Hola, no llega", at: 2)],
      [Self.message("2", by: Self.party("7", .agent, "Marta"), "Ya sale", at: 9)],
    ])
    #expect(story.filter { $0.contains("llega") }.joined().components(separatedBy: "llega").count == 2)
    // By the second too.
    let other = try expectSame([
      [Self.ticket(), standIn], [Self.message("1", by: Self.party("9", .customer), "Otra cosa", at: 1)],
    ])
    #expect(!other.joined().contains("Hola,"))
    // Alone it stays.
    #expect(try expectSame([[Self.ticket()], [standIn]]).joined().contains("Hola,  no"))
  }

  @Test func reactionsAndDeliveriesInAnyOrder() throws {
    func change(_ change: MessageChangeRecord.Change, at minute: Int64) -> ExportRecord {
      var record = MessageChangeRecord(
        line: 1, message: "1", at: .instant(Instant(unixSeconds: Self.start + minute * 60)), change: change)
      record.party = Self.party("9", .customer, "Ana")
      return .change(record)
    }
    _ = try expectSame([
      [
        Self.message("1", by: Self.party("7", .agent, "Marta"), "Sale hoy", at: 1, ticket: nil) {
          $0.chat = MessageRecord.Chat(key: "c", customer: Self.party("9", .customer, "Ana"))
        }
      ],
      [change(.reaction("👍"), at: 3), change(.delivery(.read, reason: nil), at: 3)],
      [change(.reaction("👎"), at: 2), change(.delivery(.delivered, reason: nil), at: 2)],
      [change(.reaction("👍"), at: 1), change(.edited("Sale mañana"), at: 2)],
    ])
  }

  /// Anonymous callers share no ticket; an abandoned call waits, an answered one does not.
  @Test func callsWaitWhereNobodyAnswered() throws {
    func call(_ key: String, phone: String?, _ disposition: CallRecord.Disposition, at minute: Int64)
      -> ExportRecord
    {
      var customer = PartyRecord(role: .customer)
      customer.phone = phone
      var record = CallRecord(
        line: 1, key: key, at: .instant(Instant(unixSeconds: Self.start + minute * 60)), direction: .inbound,
        customer: customer, disposition: disposition)
      if disposition == .answered { record.agent = Self.party(nil, .agent, "Iris") }
      return .call(record)
    }
    let story = try expectSame([
      [call("a", phone: nil, .abandoned, at: 1), call("b", phone: "+525555550102", .abandoned, at: 2)],
      [call("c", phone: nil, .abandoned, at: 3), call("d", phone: "+525555550103", .answered, at: 4)],
    ])
    let tickets = story.filter { $0.hasPrefix("ticket of") }
    #expect(tickets.count == 4 && tickets.filter { $0.contains("waits -") }.count == 1)
  }
}
