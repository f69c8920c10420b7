import Testing
import VocDomain

/// Names in filters that nobody bears.
@Suite struct FilterNamesTests {
  private static let names = FilterNames(
    channels: ["phone", "whatsapp", "email", "Tienda Ñuñoa"], queues: ["Ventas Norte", "general"])

  @Test(arguments: [
    "channel:whatsapp", "channel:WHATSAPP", "channel:\"tienda nunoa\"", "queue:\"ventas norte\"",
    "queue:none",
    "language:es", "language:es-419", "language:pt-BR", "language:none", "-channel:phone,email",
    "assignee:nadie tag:x cause:y customer:z",
  ])
  func whatThereIsMayBeAsked(text: String) throws {
    #expect(try TicketFilter.parse(text, among: FilterNamesTests.names) == TicketFilter.parse(text))
  }

  @Test(
    arguments: [
      ("channel:wasap", 9..<14, .channel, "wasap", ["whatsapp"]),
      ("status:open channel:phone,corro", 27..<32, .channel, "corro", []),
      ("channel:correo", 9..<15, .channel, "correo", ["email"]),
      ("channel:\"tienda nunia\"", 9..<23, .channel, "tienda nunia", ["Tienda Ñuñoa"]),
      ("(queue:\"ventas nrte\")", 8..<21, .queue, "ventas nrte", ["Ventas Norte"]),
      ("-queue:soporte", 8..<15, .queue, "soporte", []),
      ("language:español", 10..<17, .language, "español", ["es"]),
      ("language:ingls", 10..<15, .language, "ingls", ["en"]),
      ("language:e", 10..<11, .language, "e", ["en", "es"]),
    ] as [(String, Range<Int>, TicketFilter.Field, String, [String])])
  func whatThereIsNotIsToldWithTheNearest(
    text: String, columns: Range<Int>, field: TicketFilter.Field, word: String, nearest: [String]
  ) throws {
    let error = try #require(throws: FilterError.self) {
      try TicketFilter.parse(text, among: FilterNamesTests.names)
    }
    let allowed: [String] =
      switch field {
      case .channel: FilterNamesTests.names.channels
      case .queue: FilterNamesTests.names.queues
      default: []
      }
    #expect(
      error
        == FilterError(
          .unknownValue(field, word, allowed: allowed, nearest: nearest), columns: columns))
    #expect(throws: Never.self) { try TicketFilter.parse(text) }
  }
}
