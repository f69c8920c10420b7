import Testing
import VocDesk
import VocDomain

/// Kept texts on tickets, and solving with a list of causes.
@Suite struct MacroTests {
  private func centre() throws -> Centre {
    let centre = try Centre()
    try centre.create(customer: "Ana Mora")
    try centre.create(customer: "+52 55 1234 5678")
    return centre
  }

  private func said(_ centre: Centre, _ id: Int64) throws -> String? {
    try centre.desk().view(ticket: id).messages.last?.body
  }

  @Test func isFilledInForEachTicket() throws {
    let centre = try centre()
    _ = try centre.desk("Lucia").saveMacro(
      "Envío", text: "{{greeting}}, {{customer.first_name|cliente}}: #{{ticket.id}}", replacing: false)
    _ = try centre.desk("Pedro").perform([.reply(.init("Va.", macro: "envio"))], on: [1, 2])
    #expect(try said(centre, 1) == "Buenas noches, Ana: #1\n\nVa.")
    #expect(try said(centre, 2) == "Buenas noches, cliente: #2\n\nVa.")
    #expect(try centre.desk("Pedro").filled("ENVIO", forTicket: 1) == "Buenas noches, Ana: #1")
  }

  @Test func whatIsUnknownRefusesAll() throws {
    let centre = try centre()
    _ = try centre.desk("Lucia").saveMacro("a", text: "Hola {{customer.name}}", replacing: false)
    _ = try centre.desk("Lucia").saveMacro("b", text: "{{customer.name|}}", replacing: false)
    #expect(throws: VocError.macroLacks("a", ticket: 2, ["customer.name"])) {
      try centre.desk("Lucia").perform([.reply(.init("", macro: "a"))], on: [1, 2])
    }
    #expect(throws: VocError.emptyReply(ticket: 2)) {
      try centre.perform(.reply(.init("", macro: "b")), on: 2)
    }
    #expect(throws: VocError.unknownMacro("c", nearest: ["a", "b"])) {
      try centre.perform(.reply(.init("", macro: "c")), on: 2)
    }
    #expect(try said(centre, 1) == "No llega 1")
  }

  @Test func isSavedAndRemoved() throws {
    let centre = try centre()
    let desk = try centre.desk("Lucia")
    _ = try desk.saveMacro("Envío", text: "uno", replacing: false)
    #expect(throws: VocError.duplicateName("Envío")) {
      try desk.saveMacro("ENVIO", text: "dos", replacing: false)
    }
    _ = try desk.saveMacro("ENVIO", text: "dos", replacing: true)
    #expect(try desk.macros().map(\.name) == ["ENVIO"])
    #expect(throws: MacroError.self) { try desk.saveMacro("x", text: "{{x}}", replacing: false) }
    #expect(try desk.removeMacro("envío").body == "dos")
    #expect(throws: VocError.unknownMacro("envío", nearest: [])) { try desk.removeMacro("envío") }
  }

  @Test func aListOfCausesIsHeldTo() throws {
    let centre = try centre()
    try centre.perform(.solve(cause: "ENVIO tardio"), on: 1)
    _ = try centre.desk().addCause("Envío tardío")
    #expect(throws: VocError.duplicateName("Envío tardío")) { try centre.desk().addCause("envio  TARDIO") }
    #expect(throws: VocError.unknownCause("envio tardia", nearest: ["Envío tardío"])) {
      try centre.perform(.solve(cause: "envio tardia"), on: 2)
    }
    #expect(try centre.perform(.solve(cause: "envio tardio"), on: 2).map(\.cause) == ["Envío tardío"])
    try centre.create(customer: "Eva")
    try centre.perform(.solve(cause: nil), on: 3)
    #expect(try centre.desk().causes().map { "\($0.name) \($0.tickets)" } == ["Envío tardío 2"])
    #expect(try centre.desk().removeCause("ENVÍO TARDÍO").tickets == 2)
    #expect(
      try centre.desk().causes().map { "\($0.name) \($0.tickets) \($0.isListed)" }
        == ["ENVIO tardio 1 false", "Envío tardío 1 false"])
    #expect(throws: VocError.unknownCause("x", nearest: [])) { try centre.desk().removeCause("x") }
  }
}
