import Testing
import VocDomain

@testable import VocDesk

struct DemoExportTests {
  private let until = Instant(unixSeconds: 1_795_230_000)

  private func chat(_ messages: Int, seed: UInt64 = 1) throws -> String {
    var bytes: [UInt8] = []
    try DemoExport.whatsapp(messages: messages, seed: seed, until: until) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func chatHasTheNumberOfMessagesAskedFor() throws {
    let text = try chat(2_000)
    let customer = DemoExport.customer(seed: 1)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let headers = lines.filter { $0.contains("\u{202F}m. - ") }
    let said = headers.filter { $0.contains("m. - \(customer): ") || $0.contains("m. - Café Andino: ") }
    #expect(said.count == 2_000)
    #expect(headers.count > said.count)
    #expect(lines.count > headers.count + 20)
    for marker in [
      "<Multimedia omitido>", "(archivo adjunto)", "<Se editó este mensaje.>", "eliminó", "Eliminaste",
    ] {
      #expect(text.contains(marker), "\(marker)")
    }
    #expect(try chat(2_000) == text)
    #expect(try chat(2_000, seed: 2) != text)
  }

  @Test(arguments: [1, 9, 30_000]) func chatRunsForwardsInTwoDigitYears(messages: Int) throws {
    var last = LocalTime(wallSeconds: 0)
    var visits = 0
    for line in try chat(messages).split(separator: "\n") {
      guard line.contains("\u{202F}m. - "), let at = wallClock(line) else { continue }
      #expect(at >= last, "\(line)")
      if at.wallSeconds - last.wallSeconds > Seconds.day { visits += 1 }
      last = at
    }
    #expect(last.date.components.year <= 2026)
    #expect(visits >= min(messages / 11, 2_500))
  }

  /// Reads the header of a message.
  private func wallClock(_ line: Substring) -> LocalTime? {
    let numbers = line.prefix { $0 != "-" }.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 5 else { return nil }
    let hour = numbers[3] % 12 + (line.contains("p.\u{202F}m. - ") ? 12 : 0)
    return LocalTime(
      year: 2000 + numbers[2], month: numbers[1], day: numbers[0], hour: hour, minute: numbers[4])
  }

  @Test func surveyTableHasEightCellsARow() throws {
    var bytes: [UInt8] = []
    try DemoExport.surveyCSV(rows: 500, seed: 1, until: until) { bytes += $0 }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 501)
    #expect(lines[0].hasSuffix("Fecha;Encuesta;Puntaje;Comentario;Teléfono;Nombre;Canal;Agente"))
    for line in lines.dropFirst() where !line.contains("\"") {
      #expect(line.split(separator: ";", omittingEmptySubsequences: false).count == 8, "\(line)")
    }
  }
}
