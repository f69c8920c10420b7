import Testing
import VocDomain

/// Saved views in filters.
@Suite struct FilterViewTests {
  private static func view(_ name: String, _ text: String) -> SavedView {
    SavedView(name: name, text: text, actor: "ana", at: Instant(unixSeconds: 0))
  }
  private static let views = FilterViews.saved([
    view("urgentes", "priority:urgent OR tag:vip"), view("Añejo", "created:<-7d"), view("rota", "queue:x"),
    view("doble", "@urgentes"),
  ])

  @Test(arguments: [
    ("@urgentes", "priority:urgent OR tag:vip"),
    ("@URGENTES channel:chat", "(priority:urgent OR tag:vip) channel:chat"),
    ("-@urgentes", "-(priority:urgent OR tag:vip)"), ("(@anejo)", "created:<-7d"),
    ("assignee:@me @añejo", "assignee:@me created:<-7d"), ("\"@urgentes\"", "\"@urgentes\""),
    ("ana@example.com", "ana@example.com"),
  ])
  func aViewStandsForItsFilter(text: String, meant: String) throws {
    #expect(try TicketFilter.parse(text, views: Self.views) == TicketFilter.parse(meant))
  }

  @Test(
    arguments: [
      ("status:open @urgente", .unknownView("urgente", nearest: ["urgentes"]), 13..<21),
      ("@me", .unknownView("me", nearest: []), 1..<4), ("@doble", .brokenView("doble"), 1..<7),
      ("@rota", .brokenView("rota"), 1..<6),
    ] as [(String, FilterError.Problem, Range<Int>)])
  func whatIsNoViewIsTold(text: String, problem: FilterError.Problem, columns: Range<Int>) throws {
    let names = FilterNames(channels: ["chat"], queues: ["general"])
    let error = try #require(throws: FilterError.self) {
      try TicketFilter.parse(text, among: names, views: Self.views)
    }
    #expect(error == FilterError(problem, columns: columns))
  }

  @Test func aViewNamesNoOther() throws {
    #expect(throws: FilterError(.viewNotAllowed("x"), columns: 10..<12)) {
      try TicketFilter.parse("tag:vip -@x", views: .refused)
    }
  }

  @Test(arguments: [
    ("urgentes", "urgentes"), ("@urgentes", "urgentes"), ("Añejos_2-b", "Añejos_2-b"), ("@me", nil),
    ("Yo", nil), ("dos palabras", nil), ("a:b", nil), ("@", nil), ("", nil), ("\u{301}", nil),
  ])
  func namesAreOneWord(text: String, name: String?) { #expect(SavedView.name(text) == name) }
}
