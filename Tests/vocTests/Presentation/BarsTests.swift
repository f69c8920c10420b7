import Testing

@testable import voc

@Suite struct BarsTests {
  @Test(arguments: [
    (0.0, "    "), (1.0, "████"), (0.5, "██  "), (0.53, "██▏ "), (0.99, "████"), (7, "████"), (-1, "    "),
    (.nan, "    "),
  ])
  func aBarIsItsShare(share: Double, bar: String) {
    #expect(Bars.bar(share, width: 4) == bar)
  }

  @Test(arguments: [
    ([5.0, 3, 2], "█████▓▓▓▒▒"), ([1, 1, 1], "████▓▓▓▒▒▒"), ([1000, 1, 1], "████████▓▒"),
    ([0, 0, 1], "▒▒▒▒▒▒▒▒▒▒"),
    ([0, 0, 0], "          "), ([], "          "), ([1, 1, 1, 1], "███▓▓▓▒▒░░"),
  ])
  func stackedPartsFillTheWidth(parts: [Double], bar: String) {
    let drawn = Bars.stacked(zip(parts, ["█", "▓", "▒", "░"]).map { ($0, $1) }, width: 10)
    #expect(drawn.count == 10)
    #expect(drawn == bar)
  }

  @Test func stackedBarsAreExactlyAsWideAsAsked() {
    var random = SplitMix(seed: 2)
    for round in 0..<2000 {
      let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Double.random(in: 0...9, using: &random)
      }
      let width = Int.random(in: 0...50, using: &random)
      #expect(
        Bars.stacked(parts.map { ($0, "█") }, width: width).count == width,
        "seed 2, round \(round): \(parts), \(width)")
    }
  }
}

@Suite struct ProgressTests {
  @Test func saysNothingInTheFirstSecondThenClearsItself() throws {
    let fake = FakeWorld()
    fake.errorIsTerminal = true
    let progress = Progress(
      Phrase(es: "Importando", en: "Importing"), total: 50_000, for: try fake.invocation([]))
    fake.uptime = 0.9
    progress.advance(to: 9000)
    progress.finish()
    #expect(fake.errors == "")
    fake.uptime = 2
    progress.advance(to: 20_000)
    fake.uptime = 2.05
    progress.advance(to: 20_500)
    progress.finish()
    #expect(
      fake.errors == "\rImportando 20,000 de 50,000 · 10,000/s · faltan 3 s\u{1B}[K\r\u{1B}[K")
  }

  @Test func saysNothingToAPipe() throws {
    let fake = FakeWorld()
    let progress = Progress(Phrase(both: "x"), for: try fake.invocation([]))
    fake.uptime = 5
    progress.advance(to: 1)
    progress.finish()
    #expect(fake.errors == "")
  }
}
