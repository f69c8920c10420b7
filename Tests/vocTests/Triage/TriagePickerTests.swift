import Testing

@testable import voc

@Suite struct TriagePickerTests {
  static let macros = ["Buen envío", "Envío", "firma", "漢字"].map {
    TriagePicker.Entry(name: $0, text: "Hola, \($0)")
  }
  static let tickets = [
    TriagePicker.Entry(name: "#12", text: "abierto · Cotización"),
    TriagePicker.Entry(name: "#2", text: "nuevo · Factura 12"),
  ]

  private func picker(_ purpose: TriagePicker.Purpose, _ keys: [Key]) -> TriagePicker {
    let entries = purpose == .macro ? TriagePickerTests.macros : TriagePickerTests.tickets
    var picker = TriagePicker(purpose, ticket: 5, entries: entries)
    for key in keys { picker.press(key) }
    return picker
  }

  private func keys(_ text: String) -> [Key] { text.map(Key.character) }

  @Test(arguments: [
    ("", "Buen envío"), ("ENVIO", "Envío"), ("en bu", "Buen envío"), ("fir", "firma"), ("漢", "漢字"),
    ("hola", nil),
  ])
  func aMacroIsFoundByPartsOfItsName(typed: String, name: String?) {
    #expect(picker(.macro, keys(typed)).picked?.name == name)
  }

  @Test func arrowsChooseAndTypingBeginsAnew() {
    #expect(picker(.macro, [Key(.down), Key(.down)]).picked?.name == "firma")
    #expect(picker(.macro, Array(repeating: Key(.down), count: 9)).picked?.name == "漢字")
    #expect(picker(.macro, [Key(.up)]).picked?.name == "Buen envío")
    #expect(picker(.macro, [Key(.down), Key(.down)] + keys("env")).picked?.name == "Envío")
    #expect(picker(.macro, keys("nada") + [Key(.down)]).picked == nil)
  }

  /// What is typed as a number is that ticket's, and no other's that begins so.
  @Test(arguments: [
    ("", 12), ("fact", 2), ("2", 2), ("#12", 12), ("1", 1), ("99", 99), ("nada", nil), ("0", nil),
    ("-3", nil),
  ])
  func aTicketIsFoundByItsSubjectOrNumber(typed: String, number: Int64?) {
    #expect(picker(.survivor, keys(typed)).survivor == number)
  }

  @Test func theArrowsOverruleANumber() {
    #expect(picker(.survivor, keys("1") + [Key(.down)]).survivor == 12)
  }
}
