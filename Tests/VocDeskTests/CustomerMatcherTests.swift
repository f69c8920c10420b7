import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// Who is recognised on which channel, through the importers themselves.
@Suite struct CustomerMatcherTests {
  private static let header = "Fecha,Encuesta,Calificación,Cliente,Teléfono,Correo\n"

  private func answer(
    _ fixture: DeskFixture, _ score: Int, name: String = "", phone: String = "", email: String = "",
    country: String = "MX"
  ) throws {
    try fixture.importText(
      Self.header + "13/03/2026 22:00,NPS,\(score),\(name),\(phone),\(email)\n",
      as: "\(name)\(phone)\(email)\(score).csv".filter { $0.isLetter || $0.isNumber || $0 == "." }
    ) { $0.country = country }
  }

  private func people(_ fixture: DeskFixture) throws -> [String] {
    try fixture.desk().customers(limit: 99).map(\.customer.name).sorted()
  }

  private func suggested(_ fixture: DeskFixture) throws -> [String] {
    try fixture.desk().suggestions(limit: 9).map {
      "\($0.customer.name) + \($0.other.name): \($0.reason.rawValue), \($0.confidence.rawValue)"
    }
  }

  @Test(arguments: [
    ("MX", "+52 1 55 7267 1122", "55 7267 1122"), ("MX", "044 55 7267 1122", "+5215572671122"),
    ("BR", "+55 11 8123-4567", "(11) 98123-4567"), ("AR", "011 15 2345-6789", "+54 9 11 2345-6789"),
  ])
  func twoWritingsOfANumberAreOnePerson(country: String, one: String, other: String) throws {
    let fixture = try DeskFixture()
    try answer(fixture, 9, name: "Ana Mora", phone: one, country: country)
    try answer(fixture, 8, name: "Mora Ana", phone: other, country: country)
    try answer(fixture, 7, phone: one, country: country)
    #expect(try people(fixture) == ["Ana Mora"])
    #expect(try suggested(fixture) == [])
    let view = try fixture.desk().view(customer: other.hasPrefix("+") ? other : "Ana Mora")
    #expect(view.timeline.count == 3 && view.contacts.allSatisfy { $0.point.kind == .phone })
  }

  @Test func contradictingNamesAreOnlySuggested() throws {
    let fixture = try DeskFixture()
    try answer(fixture, 9, name: "Ana Mora", phone: "+52 1 55 7267 1122")
    try answer(fixture, 8, name: "Luis Vega", phone: "+52 55 7267 1122")
    #expect(try people(fixture) == ["Ana Mora", "Luis Vega"])
    #expect(try suggested(fixture) == ["Ana Mora + Luis Vega: same-number, medium"])
  }

  @Test func argentinasNineOnlySuggests() throws {
    let fixture = try DeskFixture()
    try answer(fixture, 9, name: "Ana Mora", phone: "+54 9 11 2345-6789")
    try answer(fixture, 8, name: "Ana M", phone: "+54 11 2345-6789")
    try answer(fixture, 8, name: "Luis Vega", phone: "+54 9 351 234-5678")
    try answer(fixture, 8, name: "Eva Ríos", phone: "+54 351 234-5678")
    try answer(fixture, 8, phone: "+54 9 341 234-5678")
    try answer(fixture, 8, phone: "+54 341 234-5678")
    #expect(try people(fixture).count == 6)
    #expect(
      try suggested(fixture) == [
        "Ana Mora + Ana M: similar-number, medium",
        "+54 9 341 234-5678 + +54 341 234-5678: similar-number, low",
      ])
  }

  @Test func oneRecordOfTwoCustomersMergesNobodyInSilence() throws {
    let fixture = try DeskFixture()
    try answer(fixture, 9, name: "Ana Mora", phone: "+52 55 7267 1122")
    try answer(fixture, 8, name: "A Mora", email: "ana@example.com")
    try answer(fixture, 7, name: "Ana", phone: "+52 55 7267 1122", email: "ana@example.com")
    #expect(try people(fixture) == ["A Mora", "Ana Mora"])
    #expect(try suggested(fixture) == ["Ana Mora + A Mora: same-record, high"])
    #expect(try fixture.desk().view(customer: "Ana Mora").timeline.count == 2)
  }

  @Test func sameNamesAreSuggestedBeforeAnybodyIsMerged() throws {
    let fixture = try DeskFixture()
    try answer(fixture, 9, name: "José Peña", email: "jose@example.com")
    try answer(fixture, 8, name: "PENA jose", email: "jp@example.com")
    try answer(fixture, 7, name: "Jose Pena", email: "pena@example.com")
    try answer(fixture, 7, name: "Jose", email: "j1@example.com")
    try answer(fixture, 7, name: "Jose", email: "j2@example.com")
    #expect(
      try suggested(fixture) == [
        "José Peña + PENA jose: same-name, low", "PENA jose + Jose Pena: same-name, low",
      ])
    #expect(try fixture.desk().suggestions(limit: 1).count == 1)
    _ = try fixture.desk().merge(customer: "1", absorbing: "2", reason: nil)
    #expect(try suggested(fixture) == ["José Peña + Jose Pena: same-name, low"])
    _ = try fixture.desk().unmerge(customer: "2")
    #expect(try suggested(fixture) == ["PENA jose + Jose Pena: same-name, low"])
  }

  /// Two chats of one person on one channel: imported again after the merge they add nothing, and what they go on
  /// with goes back with them.
  @Test func mergedChatsAreStillKnown() throws {
    let fixture = try DeskFixture()
    let ana = Chat([0: "ana: hola", 5: "us: buenas"])
    func second(_ more: KeyValuePairs<Int, String> = [:]) -> Chat {
      Chat([0: "Ana de la Obra: hola", 9: "Ana de la Obra: ¿hay alguien?"]) + Chat(more)
    }
    func importBoth(_ chat: Chat) throws -> Int {
      try fixture.importChat(ana) { $0.identities = ["Café Andino"] }.newMessages
        + fixture.importChat(chat, as: "Chat de WhatsApp con Ana de la Obra.txt") {
          $0.identities = ["Café Andino"]
        }
        .newMessages
    }
    #expect(try importBoth(second()) == 4)
    func dump() throws -> [String] {
      try Dump.lines(path: fixture.path, without: ["customer_merge", "import_"])
    }
    let before = try dump()
    _ = try fixture.desk().merge(customer: "1", absorbing: "2", reason: nil)
    #expect(try importBoth(second()) == 0)
    #expect(try fixture.desk().view(customer: "2").timeline.count == 2)
    _ = try fixture.desk().unmerge(customer: "2")
    #expect(try dump() == before)
    _ = try fixture.desk().merge(customer: "1", absorbing: "2", reason: nil)
    #expect(try importBoth(second([9_000: "Ana de la Obra: otra cosa"])) == 1)
    #expect(try fixture.desk().view(customer: "1").timeline.count == 3)
    try fixture.expectSound()
    _ = try fixture.desk().unmerge(customer: "2")
    #expect(try fixture.desk().view(customer: "1").timeline.count == 1)
    #expect(try fixture.desk().view(customer: "2").timeline.count == 2)
    try fixture.expectSound()
  }

  @Test func aNumberTakesTheNameOfWhoItIs() throws {
    let fixture = try DeskFixture()
    try answer(fixture, 9, phone: "+52 55 7267 1122")
    try answer(fixture, 8, name: "Ana Mora", email: "ana@example.com")
    let before = try fixture.dump()
    #expect(
      try fixture.desk().merge(customer: "1", absorbing: "2", reason: "la misma").survivor.name == "Ana Mora")
    #expect(try people(fixture) == ["Ana Mora"])
    _ = try fixture.desk().unmerge(customer: "1")
    let kept = before.filter { !$0.hasPrefix("customer_merge") }
    #expect(try fixture.dump().filter { !$0.hasPrefix("customer_merge") } == kept)
  }
}
