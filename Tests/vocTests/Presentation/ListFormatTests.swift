import Testing

@testable import voc

/// `--format`, `--utc` and what they refuse.
@Suite struct ListFormatTests {
  static let values = ["id": "12", "name": "Ana\tL\u{1B}[2J", "at": "2026-11-21T15:00:00Z"]

  @Test(arguments: [
    ("{id} {name}", "12 Ana\\tL\\u{1B}[2J"), ("{id}\\t{at}", "12\t2026-11-21T15:00:00Z"),
    ("{{{id}}}", "{12}"),
    ("a\\\\n\\n\\x", "a\\n\n\\x"), ("", ""), ("}", "}"), ("{{id}}", "{id}"), ("\\", "\\"),
    ("{id}{id}", "1212"),
  ])
  func fills(template: String, line: String) throws {
    let format = try ListFormat(template, fields: Array(ListFormatTests.values.keys))
    #expect(format.line { ListFormatTests.values[$0] ?? "?" } == line)
  }

  @Test func whatIsNoFieldIsRefusedWithTheNearest() throws {
    let fake = FakeWorld()
    let code = CommandLineProgram.run(
      arguments: ["ticket", "list", "--format", "{costumer}"], world: fake.world)
    #expect(code == .usage)
    #expect(
      fake.errors.hasPrefix("voc: «costumer» no es un campo para --format. Tal vez: customer"),
      "\(fake.errors)")
    let open = FakeWorld()
    #expect(
      CommandLineProgram.run(arguments: ["view", "list", "--format", "{id"], world: open.world) == .usage)
    #expect(open.errors.contains("falta cerrar una llave"))
    let both = FakeWorld()
    #expect(
      CommandLineProgram.run(arguments: ["view", "list", "--format", "x", "--json"], world: both.world)
        == .usage)
    #expect(both.errors.contains("--json y --format no van juntos"))
  }

  @Test(arguments: [
    ("2026-11-21T15:00:00Z", true), ("2026-11-21T15:00:00", false), ("2026-11-21 15:00:00Z", false),
    ("2026-11-21T15:00:0ñZ", false), ("", false),
  ])
  func timesHaveAShape(text: String, isTime: Bool) { #expect(Timestamp.isUTC(text) == isTime) }

  private struct Item: Sendable {
    var name: String
  }

  /// No line is wider than the terminal, whatever the words are made of.
  @Test(arguments: [40, 60, 80, 120])
  func nothingWraps(width: Int) throws {
    let words = ["👩‍👩‍👧 familia 👍🏽", "漢字かな交じり文", "e\u{301}e\u{301}e\u{301} a\u{308}", "🇲🇽🇦🇷", "x\u{FE0F}", "plano"]
    let listing = Listing<Item>([
      .init(name: "id", header: Phrase(both: "No."), alignment: .right, value: { _ in .int(123_456) }),
      .init(name: "who", header: Phrase(both: "Who"), least: 10, rank: 1, value: { .string($0.name) }),
      .init(
        name: "text", header: Phrase(both: "Text"), isFlexible: true,
        value: { .string(String(repeating: $0.name + " ", count: 12)) }),
    ])
    let fake = FakeWorld()
    fake.width = width
    listing.write(words.map(Item.init(name:)), for: try fake.invocation([]))
    let lines = fake.output.split(separator: "\n")
    #expect(lines.count == words.count + 1)
    for line in lines { #expect(DisplayWidth.columns(String(line)) <= width, "\(line)") }
  }
}
