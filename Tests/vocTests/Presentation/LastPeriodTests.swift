import Testing

@testable import voc

@Suite struct LastPeriodTests {
  @Test(
    arguments: [
      (86_400, "Último día", "Last day"), (56 * 86_400, "Últimos 56 días", "Last 56 days"),
      (3600, "Última hora", "Last hour"), (36 * 3600, "Últimas 36 horas", "Last 36 hours"),
      (5400, "Últimos 90 minutos", "Last 90 minutes"), (3601, "Últimos 60 minutos", "Last 60 minutes"),
    ] as [(Int64, String, String)])
  func inTheLargestUnit(seconds: Int64, spanish: String, english: String) {
    #expect(LastPeriod.text(seconds, in: NumberStyle(language: .es, decimalMark: ",")) == spanish)
    #expect(LastPeriod.text(seconds, in: NumberStyle(language: .en, decimalMark: ".")) == english)
  }
}
