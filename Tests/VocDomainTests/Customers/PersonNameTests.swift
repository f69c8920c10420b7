import Testing
import VocDomain

@Suite struct PersonNameTests {
  /// Two names, and whether one person can hardly bear both.
  @Test(arguments: [
    ("Ana López", "ana lopez", false), ("Ana López", "López Ana", false), ("Ana", "Ana López", false),
    ("Ana López Hernández", "Ana Hernández", false), ("Norma V.", "Norma Villaseñor", false),
    ("N Villaseñor", "Norma Villaseñor", false), ("López, Ana", "Ana López", false), ("", "Ana", false),
    ("+52 55 1234 5678", "Ana", false), ("José", "Jose", false), ("Ana López", "Ana Pérez", true),
    ("Ana López", "Luis López", true), ("Ana", "Luis", true), ("Ana Ana", "Ana López", true),
    ("Marta V.", "Norma Villaseñor", true),
  ])
  func contradictions(one: String, other: String, wanted: Bool) {
    #expect(PersonName(one).contradicts(PersonName(other)) == wanted)
    #expect(PersonName(other).contradicts(PersonName(one)) == wanted)
  }

  @Test(arguments: [
    ("Ana López", "ana lopez"), ("LÓPEZ  ana", "ana lopez"), ("Ana", nil), ("", nil), ("55 1234", nil),
    ("Ana 2", nil), ("María de la Luz", "de la luz maria"),
  ])
  func keys(name: String, wanted: String?) { #expect(PersonName(name).key == wanted) }
}

@Suite struct MatchKeyTests {
  /// E.164, the sure key, the unsure one.
  @Test(
    arguments: [
      ("+525512345678", "+525512345678", nil), ("+5215512345678", "+525512345678", nil),
      ("+551181234567", "+5511981234567", nil), ("+5511981234567", "+5511981234567", nil),
      ("+551161234567", "+5511961234567", nil), ("+551123456789", "+551123456789", nil),
      ("+551153456789", "+551153456789", nil), ("+5491123456789", "+5491123456789", "+541123456789"),
      ("+541123456789", "+541123456789", "+541123456789"), ("+573001234567", "+573001234567", nil),
    ] as [(String, String, String?)])
  func keys(number: String, match: String, loose: String?) throws {
    let point = try #require(ContactPoint(phone: number, country: nil))
    #expect(point.value == number && point.matchKey == match && point.looseKey == loose)
  }

  @Test(
    arguments: [
      (ContactPoint.Kind.social, "Instagram", " @Ana.Lopez ", "instagram:ana.lopez"),
      (.social, "telegram", "telegram:User123", "telegram:user123"),
      (.bsuid, "whatsapp", "MX.1349Ab", "whatsapp:MX.1349Ab"), (.external, "crm", "", nil),
      (.external, "", "1", nil),
    ] as [(ContactPoint.Kind, String, String, String?)])
  func ids(kind: ContactPoint.Kind, system: String, id: String, wanted: String?) {
    #expect(ContactPoint(kind, of: system, id: id)?.value == wanted)
  }

  @Test func aPartyHasThePointsThatItTells() {
    var party = PartyRecord(key: "7", role: .customer, name: "Ana")
    (party.phone, party.email, party.bsuid) = ("55 1234 5678", "ANA@example.com", "MX.1")
    (party.handle, party.visitor, party.externalID) = ("instagram:ana", "zendesk-chat:9", "4711")
    #expect(
      party.contactPoints(country: "MX", system: "crm", account: "helpdesk").map { "\($0.kind) \($0.value)" }
        == [
          "external crm:4711", "external helpdesk:7", "bsuid whatsapp:MX.1", "social instagram:ana",
          "visitor zendesk-chat:9", "phone +525512345678", "email ana@example.com",
        ])
    #expect(party.contactPoints(country: nil).map(\.kind) == [.bsuid, .social, .visitor, .email])
  }
}
