import Testing
import VocDomain

@Suite struct TicketTests {
  @Test(arguments: [
    ("", ""), ("  \n  ", ""), ("Hola", "Hola"), ("  Hola  \nadiós", "Hola"), ("\n\nHola", "Hola"),
    ("uno\r\ndos", "uno"), (String(repeating: "a", count: 80), String(repeating: "a", count: 80)),
    (String(repeating: "á", count: 81), String(repeating: "á", count: 79) + "…"),
    (String(repeating: "👩‍👩‍👧", count: 90), String(repeating: "👩‍👩‍👧", count: 79) + "…"),
  ])
  func aSubjectIsTheFirstLineShortened(text: String, subject: String) {
    #expect(Ticket.subject(from: text) == subject)
  }
}
