import Foundation
import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Three imports of overlapping parts, taken back in every order.
@Suite struct UndoInAnyOrderTests {
  static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

  /// Imports the parts; then, for every order, takes them back and imports them anew.
  private func expectUndone(
    _ what: String, _ orders: [[Int]] = orders, isKept: Bool = false,
    _ importPart: (Int, DeskFixture) throws -> Int64?
  ) throws {
    let whole = try DeskFixture()
    _ = try whole.desk()
    let empty = try whole.table()
    var batches: [Int64?] = []
    for index in 0..<3 {
      batches.append(try importPart(index, whole))
      expectSame(try whole.faults(), [], "\(what): faults at \(index)")
    }
    let story = try Story.lines(path: whole.path)
    for order in orders {
      let fixture = try whole.copy()
      for index in order {
        guard let batch = batches[index] else { continue }
        _ = try fixture.desk().undoImport(batch)
        expectSame(try fixture.faults(), [], "\(what): faults, \(order) at \(index)")
        expectSame(try fixture.danglingOrigins(), [], "\(what): origins, \(order) at \(index)")
      }
      if !isKept { expectSame(try fixture.table(), empty, "\(what): undone, \(order)") }
      for index in 0..<3 { _ = try importPart(index, fixture) }
      if !isKept { expectSame(try Story.lines(path: fixture.path), story, "\(what): anew after \(order)") }
      expectSame(try fixture.faults(), [], "\(what): faults anew after \(order)")
    }
  }

  /// Two files of each format.
  static let files = Dictionary(grouping: PartsInAnyOrderTests.files, by: \.format).values
    .flatMap { $0.prefix(2) }.sorted { $0.path < $1.path }

  @Test(arguments: files) func partsOfAFixture(_ file: CorpusFile) throws {
    guard let export = try ReadExport(file), export.records.count > 1 else { return }
    var chance = Chance(seed: UInt64(export.records.count))
    let parts = (0..<3).map { _ in export.records.filter { _ in chance.isTrue(oneIn: 2) } }
    let orders = chance.one(of: Self.orders.dropLast()).map { [$0] } ?? []
    try expectUndone("", orders) { try export.importPart(parts[$0], into: $1).batch }
  }

  @Test(arguments: 1...12) func partsOfAHelpDesk(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let records = RandomHelpDesk(&chance).records
    let parts = (0..<3).map { _ in records.filter { _ in chance.isTrue(oneIn: 2) } }
    let export = try ReadExport(.zendesk, records)
    try expectUndone("seed \(seed)") { try export.importPart(parts[$0], into: $1).batch }
  }

  /// Late messages put tickets of earlier imports in another order.
  @Test(arguments: 1...12) func piecesOfAChat(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let chat = RepeatedImportTests.randomChat(&chance)
    let pieces = (0..<3).map { _ in
      let start = chance.number(0...chat.lines.count - 1)
      return Chat(Array(chat.lines[start...chance.number(start...chat.lines.count - 1)]))
    }
    try expectUndone("seed \(seed)") { index, fixture in
      try fixture.importChat(pieces[index]) { $0.identities = ["Café Andino"] }.batch
    }
  }

  /// What people did keeps a ticket, whichever import is taken back first, and the same story comes of it again.
  @Test(arguments: 1...12) func peopleHaveBuiltOnIt(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let records = RandomHelpDesk(&chance).records
    let parts = (0..<3).map { _ in records.filter { _ in chance.isTrue(oneIn: 2) } }
    let export = try ReadExport(.zendesk, records)
    let act = chance.one(of: [[Desk.TicketChange.note("Ojo")], [.addTag("vip")], [.priority(.urgent)]]) ?? []
    let actor = chance.number(0...2)
    var hasActed: Set<String> = []
    try expectUndone("seed \(seed)", isKept: true) { index, fixture in
      let batch = try export.importPart(parts[index], into: fixture).batch
      if index == actor, hasActed.insert(fixture.path).inserted, hasActed.count == 1 {
        fixture.clock = fixture.clock + 60
        _ = try fixture.desk().perform(act, on: [1])
      }
      return batch
    }
  }
}

/// Customers, agents, tickets, what is said on them, and newer versions of all of it.
struct RandomHelpDesk {
  private(set) var records: [ExportRecord] = []

  init(_ chance: inout Chance) {
    let phones = ["+525555550101", "+525555550102", nil]
    for customer in 1...3 {
      records.append(
        IntakeRulesTests.user("\(customer)", .customer, "Ana \(customer)", phone: phones[customer - 1]))
    }
    for agent in 7...8 { records.append(IntakeRulesTests.user("\(agent)", .agent, "Marta \(agent)")) }
    for ticket in 1...chance.number(2...4) { tell("T\(ticket)", &chance) }
  }

  private mutating func tell(_ ticket: String, _ chance: inout Chance) {
    let requester = IntakeRulesTests.party("\(chance.number(1...4))", .customer)
    for version in 1...chance.number(1...3) {
      let status = chance.one(of: [.open, .pending, .solved]) ?? Ticket.Status.open
      let agent = chance.isTrue(oneIn: 2) ? IntakeRulesTests.party("\(chance.number(7...8))", .agent) : nil
      records.append(
        IntakeRulesTests.ticket(ticket, version: Int64(version)) {
          ($0.requester, $0.status, $0.assignee) = (requester, status, agent)
          $0.tags = chance.isTrue(oneIn: 2) ? ["v\(version)"] : []
        })
    }
    for index in 1...chance.number(1...5) { say("\(ticket).\(index)", on: ticket, &chance) }
  }

  private mutating func say(_ key: String, on ticket: String, _ chance: inout Chance) {
    let author =
      chance.isTrue(oneIn: 2)
      ? IntakeRulesTests.party("\(chance.number(1...4))", .customer)
      : IntakeRulesTests.party("\(chance.number(7...9))", .agent)
    let minute = Int64(chance.number(0...5_000))
    let isStandIn = chance.isTrue(oneIn: 5)
    records.append(
      IntakeRulesTests.message(key, by: author, "Dice \(chance.number(1...4))", at: minute, ticket: ticket) {
        $0.isStandIn = isStandIn
        $0.isPublic = !chance.isTrue(oneIn: 4)
      })
    if chance.isTrue(oneIn: 3) {
      records.append(
        IntakeRulesTests.message(key, by: author, "Corrige \(key)", at: minute, ticket: ticket) {
          $0.updatedAt = IntakeRulesTests.instant(minute + 60)
        })
    }
    if chance.isTrue(oneIn: 4) {
      var change = MessageChangeRecord(
        line: 1, message: key, at: .instant(IntakeRulesTests.instant(minute + 9)), change: .reaction("👍"))
      change.party = author
      records.append(.change(change))
    }
  }
}

extension DeskFixture {
  /// The same database in a folder of its own.
  func copy() throws -> DeskFixture {
    let copy = try DeskFixture()
    try FileManager.default.copyItem(atPath: path, toPath: copy.path)
    return copy
  }

  /// Keys that lead to rows that are not there.
  func danglingOrigins() throws -> [String] {
    try rows(
      """
      SELECT kind || ' ' || key FROM origin WHERE CASE kind
        WHEN 'customer' THEN row_id NOT IN (SELECT id FROM customer)
        WHEN 'agent' THEN row_id NOT IN (SELECT id FROM agent)
        WHEN 'ticket' THEN row_id NOT IN (SELECT id FROM ticket)
        WHEN 'event' THEN row_id NOT IN (SELECT id FROM event)
        WHEN 'answer' THEN row_id NOT IN (SELECT id FROM answer)
        WHEN 'chat' THEN row_id NOT IN (SELECT id FROM customer UNION SELECT id FROM conversation)
        WHEN 'bot' THEN 0
        ELSE row_id NOT IN (SELECT id FROM message) END
      """)
  }
}
