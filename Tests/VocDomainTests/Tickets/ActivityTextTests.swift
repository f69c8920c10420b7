import Testing
import VocDomain

@Suite struct ActivityTextTests {
  @Test(
    arguments: ["Resolve ticket", "Nota: a → b", "a: b", ": ", "", "→"], ["", "Nuevo → Abierto", "x: y"])
  func theNameComesOutAsItWentIn(name: String, change: String) {
    let text = ActivityText(name: name, change: change)
    if change.isEmpty && name.contains(" → ") { return }
    #expect(ActivityText(stored: text.stored) == text)
    #expect(text.told == (change.isEmpty ? name : "\(name): \(change)"))
  }

  @Test(arguments: [
    ("Asignado: Nuevo → Abierto", "Asignado", "Nuevo → Abierto"), ("Nota: urgente", "Nota: urgente", ""),
    ("Closed", "Closed", ""),
  ])
  func entriesOfFormerVersions(stored: String, name: String, change: String) {
    let text = ActivityText(stored: stored)
    #expect(text.name == name && text.change == change && text.told == stored)
  }

  @Test func theSignItselfIsNoPartOfAName() {
    #expect(ActivityText(name: "a\u{1F}b", change: "c").name == "a b")
  }
}
