import Testing
import VocDomain
import VocSchema
import VocTesting

@testable import SQLite
@testable import VocStore

/// Merging customers and telling them apart again, on random histories.
@Suite struct MergeTests {
  /// Every column that refers to customers is moved by a merge, or is known to be none of theirs.
  @Test func nothingThatRefersToACustomerIsForgotten() throws {
    let database = try Store().database
    let tables = try database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") { $0.text(0) }
    var moved: Set<String> = []
    for table in tables {
      let columns = try database.rows(
        "SELECT \"from\" FROM pragma_foreign_key_list(?) WHERE \"table\" = 'customer'", table
      ) { $0.text(0) }
      for column in columns where !["first_customer_id", "merged_into"].contains(column) {
        if !table.hasPrefix("customer_") {
          #expect(column == "customer_id", "\(table).\(column)")
          moved.insert(table)
        }
      }
    }
    #expect(moved == Set(Store.movedTables))
  }

  /// What the migration fills in for customers that are there already is what is written for new ones.
  @Test func theMigrationDerivesTheSameKeys() throws {
    let store = try Store()
    let numbers = [
      "+525512345678", "+5215512345678", "+551181234567", "+5511981234567", "+551123456789", "+5491123456789",
      "+541123456789", "+573001234567",
    ]
    let names = ["Ana López", "López \"Nana\" Ana", "Ana", "", "55 1234", "María de la Luz 2", "\\u0041 b c"]
    for (index, number) in numbers.enumerated() {
      let id = try store.insertCustomer(
        name: index < names.count ? names[index] : "x", country: nil, at: Instant(unixSeconds: 0))
      let point = ContactPoint(kind: .phone, value: number, raw: number)
      try store.insert(point, ofCustomer: id, onChannel: nil)
    }
    let written = try Dump.lines(store.database)
    try store.database.executeScript("UPDATE contact_point SET match_key = NULL, loose_key = NULL")
    try store.database.executeScript("UPDATE customer SET name_key = NULL")
    let migration = try #require(Schema.migrations.first { $0.name.contains("identity") }).sql
    for statement in migration.split(separator: ";") {
      guard let start = statement.range(of: "UPDATE ") else { continue }
      try store.database.executeScript(String(statement[start.lowerBound...]))
    }
    #expect(try Dump.lines(store.database) == written)
  }

  /// A small world: customers with points, chats on two channels, tickets, messages, answers, and a group.
  private func world(_ chance: inout Chance) throws -> Store {
    let store = try Store()
    try store.transaction {
      for name in ["W", "C"] {
        _ = try store.insert(
          Channel(id: 0, kind: "whatsapp", name: name, zone: "UTC", country: nil, identities: []))
      }
      for _ in 1...6 {
        let name = chance.isTrue(oneIn: 3) ? "+52 \(chance.number(1...9))" : "Ana \(chance.number(1...99))"
        let id = try store.insertCustomer(name: name, country: nil, at: Instant(unixSeconds: 0))
        for _ in 0...chance.number(0...3) { try speak(for: id, store, &chance) }
      }
    }
    return store
  }

  /// A chat of this customer's goes on: by one of their points, as an import would.
  private func speak(for id: Int64, _ store: Store, _ chance: inout Chance) throws {
    let channel = Int64(chance.number(1...2))
    let point = ContactPoint(kind: .name, value: "customer \(id)", raw: "Customer \(id)")
    var stored = try store.points(matching: point, onChannel: channel)
    if stored.isEmpty {
      try store.insert(point, ofCustomer: try store.survivor(of: id), onChannel: channel)
      stored = try store.points(matching: point, onChannel: channel)
    }
    let (customer, first) = (stored[0].customerID, stored[0].firstCustomerID)
    let conversation = try store.conversationID(with: .customer(first), onChannel: channel)
    let at = Instant(unixSeconds: Int64(chance.number(0...1_000)))
    let ticket = try store.nextTicketID()
    try store.insert(
      Ticket(
        id: ticket, status: .open, subject: "x", customerID: customer, channelID: channel,
        conversationID: conversation, createdAt: at, updatedAt: at))
    let group = try store.conversationID(with: .group("g"), onChannel: channel)
    for chat in [conversation, group] {
      let message = try store.nextMessageID()
      try store.insert(
        Message(
          id: message, ticketID: ticket, at: at, author: .customer, authorName: "x", customerID: customer,
          body: "x"),
        key: ImportKey(conversationID: chat, at: at, fingerprint: message, ordinal: 0))
    }
    try store.indexMessages(from: try store.nextMessageID() - 2)
    for ticket in [ticket, nil] where chance.isTrue(oneIn: 2) {
      try store.insert(
        Answer(survey: .nps, score: 9, at: at, customerID: customer, ticketID: ticket),
        id: try store.nextAnswerID())
    }
  }

  private func dump(_ store: Store) throws -> [String] {
    try Dump.lines(store.database, without: ["customer_merge", "customer_suggestion"])
  }

  private func merge(_ survivor: Int64, _ absorbed: Int64, _ store: Store) throws {
    let (one, two) = (try #require(try store.customer(survivor)), try #require(try store.customer(absorbed)))
    let gives = !PersonName(one.name).isKnown && PersonName(two.name).isKnown
    try store.merge(
      CustomerMerge(
        id: try store.nextMergeID(), survivorID: survivor, absorbedID: absorbed, at: Instant(unixSeconds: 0),
        actor: "lucia", reason: nil, formerName: gives ? one.name : nil, givenName: gives ? two.name : nil))
    if gives { try store.setName(two.name, ofCustomer: survivor) }
  }

  private func undo(_ id: Int64, _ store: Store) throws {
    let merge = try #require(try store.standingMerge(ofAbsorbed: id))
    try store.undo(merge, at: Instant(unixSeconds: 1), by: "lucia")
    let name = try store.customer(merge.survivorID)?.name
    if let former = merge.formerName, name == merge.givenName {
      try store.setName(former, ofCustomer: merge.survivorID)
    }
  }

  @Test(arguments: 1...60)
  func anyOrderOfMergesAndUndoingRestoresEverything(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let store = try world(&chance)
    let before = try dump(store)
    var absorbed: Set<Int64> = []
    for _ in 1...chance.number(2...14) {
      let living = (1...6).map(Int64.init).filter { !absorbed.contains($0) }.shuffled(using: &chance)
      try store.transaction {
        if living.count > 1 && !chance.isTrue(oneIn: 3) {
          try merge(living[0], living[1], store)
          absorbed.insert(living[1])
        } else if let id = chance.one(of: absorbed.sorted()) {
          try undo(id, store)
          absorbed.remove(id)
        }
      }
      #expect(try Dump.faults(store.database).isEmpty)
      try expectNothingIsOfTheAbsorbed(absorbed, store)
    }
    let order = absorbed.shuffled(using: &chance)
    try store.transaction { for id in order { try undo(id, store) } }
    #expect(try dump(store) == before)
  }

  private func expectNothingIsOfTheAbsorbed(_ absorbed: Set<Int64>, _ store: Store) throws {
    for (id, table) in absorbed.flatMap({ id in Store.movedTables.map { (id, $0) } }) {
      #expect(
        try store.database.value("SELECT count(*) FROM \(table) WHERE customer_id = ?", id) == 0, "\(table)")
    }
  }

  /// What came by somebody's contact points is theirs afterwards, as if nobody had ever been merged.
  @Test(arguments: 1...40)
  func whatCameSinceFollowsItsContactPoint(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let store = try world(&chance)
    var again = Chance(seed: seed)
    let plain = try world(&again)
    var absorbed: [Int64] = []
    try store.transaction {
      for _ in 1...chance.number(1...5) {
        let living = (1...6).map(Int64.init).filter { !absorbed.contains($0) }.shuffled(using: &chance)
        guard living.count > 1 else { continue }
        try merge(living[0], living[1], store)
        absorbed.append(living[1])
      }
    }
    var (here, there) = (Chance(seed: seed + 99), Chance(seed: seed + 99))
    for id in (1...6).map(Int64.init) {
      // Only by points that they have already: one that nobody has is the survivor's.
      if try plain.contactPoints(ofCustomer: id).count < 2 { continue }
      try store.transaction { try speak(for: id, store, &here) }
      try plain.transaction { try speak(for: id, plain, &there) }
    }
    let order = absorbed.shuffled(using: &chance)
    try store.transaction { for id in order { try undo(id, store) } }
    func tickets(_ store: Store) throws -> [String] {
      try store.database.rows("SELECT id || ' ' || customer_id FROM ticket ORDER BY id") { $0.text(0) }
    }
    #expect(try tickets(store) == tickets(plain))
  }
}
