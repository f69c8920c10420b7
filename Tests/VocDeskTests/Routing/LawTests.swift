import Testing
import VocDesk
import VocDomain

/// The deadlines that laws set: nobody's until they are applied, and then as the law has them.
@Suite struct LawTests {
  @Test func eachAppliesAndNamesItsLaw() throws {
    let laws = try Desk.laws()
    #expect(laws.map(\.name) == laws.map(\.name).sorted() && laws.count >= 4)
    for law in laws {
      let centre = try Centre("{}", agents: [])
      let change = try centre.desk().applyPolicy(Array(law.document.utf8))
      #expect(change.differences.isEmpty == false, "\(law.name)")
      #expect(law.note.contains("Ley") || law.note.contains("Decreto"), "\(law.name)")
      #expect(law.note.contains("desde"), "\(law.name)")
    }
  }

  /// Counted in the calendar of the country: 15 working days, 7 days.
  @Test(arguments: [
    ("pe-libro-de-reclamaciones", "libro-de-reclamaciones", 15 * Seconds.day),
    ("br-sac", "sac", 7 * Seconds.day), ("co-peticiones", "pqr", 15 * Seconds.day),
    ("co-peticiones", "pqr-documentos", 10 * Seconds.day),
  ])
  func aTaggedTicketHasTheLawsDeadline(name: String, tag: String, target: Int64) throws {
    let law = try #require(try Desk.laws().first { $0.name == name })
    let centre = try Centre("{}")
    _ = try centre.desk().applyPolicy(Array(law.document.utf8))
    try centre.create()
    try centre.perform(.addTag(tag), on: 1)
    let view = try centre.desk().slaView(ticket: 1)
    #expect(Set(view.clocks.compactMap(\.target)) == [target])
  }
}
