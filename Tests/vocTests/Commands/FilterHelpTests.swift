import Testing
import VocDomain

@testable import voc

/// `voc help filters` tells of every field, and what it shows can be written.
@Suite struct FilterHelpTests {
  private static let urgent = FilterViews.saved([
    SavedView(name: "urgentes", text: "priority:urgent", actor: "x", at: Instant(unixSeconds: 0))
  ])

  @Test func everyFieldHasItsExample() throws {
    #expect(Set(FilterHelp.fields.map(\.field)) == Set(TicketFilter.Field.allCases))
    for (field, example, _) in FilterHelp.fields {
      #expect(example.hasPrefix(field.rawValue + ":"))
      #expect(try !TicketFilter.parse(example).fields.isEmpty)
    }
  }

  @Test func everyExampleIsAFilter() throws {
    for (text, _) in FilterHelp.grammar { #expect(try TicketFilter.parse(text) != .everything) }
    for (example, _) in FilterHelp.dates { #expect(try TicketFilter.parse(example) != .everything) }
    for (text, _) in FilterHelp.views {
      #expect(try TicketFilter.parse(text, views: Self.urgent).fields.contains(.priority))
    }
  }
}
