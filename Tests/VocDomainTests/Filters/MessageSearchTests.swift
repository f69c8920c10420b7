import Testing
import VocDomain

/// What of a search is looked for in messages, and what is asked of tickets.
@Suite struct MessageSearchTests {
  private typealias Words = MessageSearch.Words

  @Test(arguments: [
    ("reembolso", "reembolso", ""),
    ("reemb* channel:whatsapp", "reemb*", "channel:whatsapp"),
    (
      "reembolso -cancelado \"no llega\" channel:whatsapp", "((reembolso no_llega) but cancelado)",
      "channel:whatsapp"
    ),
    ("status:open a (b OR c) -tag:vip", "(a (b | c))", "status:open -tag:vip"),
    ("a -(b OR c) -d", "((a but (b | c)) but d)", ""),
    ("(status:open OR tag:vip) a", "a", "status:open OR tag:vip"),
    ("a OR b -c", "(a | (b but c))", ""),
    ("-(-a) b", "", nil),
  ])
  func wordsAndFieldsGoTheirWays(text: String, words: String, filter: String?) throws {
    let asked = try TicketFilter.parse(text)
    guard let filter else {
      #expect(throws: VocError.searchOnlyDenies) { try MessageSearch(asked) }
      return
    }
    let search = try MessageSearch(asked)
    #expect(search.words.map(shown) == words)
    #expect(search.filter == (try TicketFilter.parse(filter)))
  }

  @Test func withoutTextsAnythingIsMeant() throws {
    let asked = try TicketFilter.parse("customer:#1 -tag:vip")
    let search = try MessageSearch(asked)
    #expect(search.words == nil && search.filter == asked)
  }

  @Test(arguments: [
    ("", VocError.searchWithoutWords), ("-a", .searchOnlyDenies),
    ("-a -b status:open", .searchOnlyDenies), ("a OR -b", .searchOnlyDenies),
    ("a OR status:open", .searchMixesWordsAndFields), ("a -(b status:open)", .searchMixesWordsAndFields),
    ("😀", .searchForSigns("😀")), ("a -¿?", .searchForSigns("¿?")), ("*", .searchForSigns("*")),
  ])
  func whatCannotBeSearchedIsTold(text: String, error: VocError) throws {
    let asked = try TicketFilter.parse(text)
    #expect(throws: error) { try MessageSearch(asked) }
  }

  private func shown(_ words: Words) -> String {
    switch words {
    case .phrase(let text, let isBeginning): text.replacing(" ", with: "_") + (isBeginning ? "*" : "")
    case .all(let parts): "(" + parts.map(shown).joined(separator: " ") + ")"
    case .any(let parts): "(" + parts.map(shown).joined(separator: " | ") + ")"
    case .but(let found, let missing): "(\(shown(found)) but \(shown(missing)))"
    }
  }
}
