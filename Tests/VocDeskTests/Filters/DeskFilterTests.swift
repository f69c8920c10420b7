import Testing
import VocDomain

@testable import VocDesk

/// What people ask of a desk with a filter.
@Suite struct DeskFilterTests {
  private let fixture: DeskFixture

  init() throws {
    fixture = try DeskFixture()
    try fixture.importChat(Chat([0: "ana: No llega mi pedido", 60: "us: Va en camino"]))
  }

  @Test func whatThereIsNotIsAnError() throws {
    let desk = try fixture.desk()
    #expect(throws: VocError.unknownAgent("nadie", nearest: [])) { try desk.filter("assignee:nadie") }
    #expect(throws: VocError.actorIsNoAgent("lucia", nearest: [])) { try desk.filter("-(assignee:@me)") }
    #expect(throws: FilterError.self) { try desk.filter("channel:fax") }
    #expect(throws: FilterError.self) { try desk.filter("queue:ventas") }
    _ = try desk.addAgent(name: "Lucia", email: nil)
    #expect(try desk.filter("assignee:@me,lucia,none").fields == [.assignee])
  }

  private func tickets(_ desk: Desk, _ text: String) throws -> [Int64] {
    try desk.store.ticketIDs(matching: desk.condition(of: desk.filter(text)))
  }

  @Test func aCustomerIsAskedForByTheirWholeName() throws {
    let desk = try fixture.desk()
    let ana = try desk.customers(limit: 9)[0].customer
    let all = try tickets(desk, "")
    let start = String(ana.name.prefix(2))
    #expect(try tickets(desk, "customer:\"\(ana.name.uppercased())\"") == all)
    #expect(try tickets(desk, "customer:#\(ana.id)") == all)
    #expect(throws: VocError.unknownCustomer("Nadie")) { try desk.filter("tag:vip -customer:Nadie") }
    #expect(throws: VocError.unknownCustomer("#99")) { try desk.filter("customer:#99") }
    #expect(throws: VocError.severalCustomers(start, ["#\(ana.id) \(ana.name)"])) {
      try desk.filter("customer:\(start)")
    }
    _ = try desk.saveView("nadie", filter: "customer:Nadie", replaces: false)
    #expect(throws: VocError.unknownCustomer("Nadie")) { try desk.filter("@nadie") }
  }

  @Test func ticketsAreFoundByAFilter() throws {
    let desk = try fixture.desk()
    let all = try tickets(desk, "")
    #expect(!all.isEmpty)
    #expect(try tickets(desk, "pedido channel:whatsapp queue:general") == all)
    #expect(try tickets(desk, "-pedido").isEmpty)
  }

  @Test func aFilterMayBeTooLong() throws {
    let desk = try fixture.desk()
    let many = (0..<300).map { "x\($0)" }.joined(separator: " OR ")
    #expect(throws: VocError.filterTooLong) { try tickets(desk, many) }
    let states = Array(repeating: "is:waiting", count: 500).joined(separator: " OR ")
    #expect(throws: VocError.filterTooLong) { try tickets(desk, states) }
    let numbers = (1...5_000).map(String.init).joined(separator: ",")
    #expect(try !tickets(desk, "id:" + numbers).isEmpty)
  }

  @Test func aViewIsSavedOnceAndReplacedKnowingly() throws {
    let desk = try fixture.desk()
    #expect(try desk.saveView("@Urgentes", filter: "priority:urgent ", replaces: false) == nil)
    #expect(try desk.saveView("Urgentes", filter: "priority:urgent", replaces: false)?.actor == "lucia")
    #expect(throws: VocError.viewExists("Urgentes", filter: "priority:urgent")) {
      try desk.saveView("urgentes", filter: "tag:vip", replaces: false)
    }
    let old = try fixture.desk("ana").saveView("urgentes", filter: "tag:vip", replaces: true)
    #expect(old?.text == "priority:urgent")
    #expect(
      try desk.views().map { "\($0.view.name) \($0.view.text) \($0.view.actor)" } == ["urgentes tag:vip ana"])
    #expect(throws: FilterError.self) { try desk.saveView("otra", filter: "@urgentes", replaces: false) }
    #expect(throws: VocError.emptyView("otra")) { try desk.saveView("otra", filter: " ", replaces: false) }
    #expect(throws: VocError.unknownView("urgente", nearest: ["urgentes"])) { try desk.removeView("urgente") }
    #expect(try desk.removeView("@URGENTES").text == "tag:vip")
    #expect(try desk.views().isEmpty)
  }

  @Test func aViewOfWhatIsGoneIsTold() throws {
    let desk = try fixture.desk()
    _ = try desk.putQueue(["name": .text("Ventas"), "condition": .text("tag:a")])
    _ = try desk.saveView("mias", filter: "queue:ventas", replaces: false)
    #expect(try desk.views().map(\.problem) == [nil])
    #expect(try desk.filter("@mias").fields == [.queue])
    _ = try desk.removeQueue("Ventas")
    #expect(try desk.views().first?.problem != nil)
    #expect(throws: FilterError(.brokenView("mias"), columns: 1..<6)) { try desk.filter("@mias") }
  }
}
