import VocDomain

/// An invented table of survey answers, written row by row.
struct DemoSurveyTable: DemoText {
  /// What has been written and not been handed on yet.
  var text: [UInt8]
  private(set) var written = 0
  private let rows: Int
  private let seed: UInt64
  private let calendar: DemoCalendar
  private let clock: ZoneClock
  private var dice: SplitMix64

  init(rows: Int, seed: UInt64, until: Instant, clock: ZoneClock) {
    self.rows = rows
    self.seed = seed
    self.clock = clock
    calendar = DemoCalendar(until: until)
    dice = SplitMix64(seed: seed, stream: 0x5C57)
    text = Array("\u{FEFF}Fecha;Encuesta;Puntaje;Comentario;Teléfono;Nombre;Canal;Agente\r\n".utf8)
  }

  mutating func writeSome() {
    let share = (Double(written) + dice.fraction()) / Double(rows)
    written += 1
    let at = clock.localTime(of: calendar.instant(at: share))
    let person = DemoPerson(number: Int64(dice.below(max(1, rows / 2))) + 1, seed: seed)
    let survey = [SurveyKind.nps, .csat, .ces][dice.index(weights: [40, 45, 15])]
    let hand = dice.pick(DemoHouse.hands)
    let score = DemoScore.score(survey, mood: hand.skill, dice: &dice)
    let (year, month, day) = at.date.components
    text.append(number: year, width: 4)
    text.append("-")
    text.append(number: month, width: 2)
    text.append("-")
    text.append(number: day, width: 2)
    text.append(" ")
    text.append(number: at.hour, width: 2)
    text.append(":")
    text.append(number: at.minute, width: 2)
    text.append(":")
    text.append(number: at.second, width: 2)
    text.append(";\(survey.rawValue.uppercased());\(score);")
    if dice.chance(0.35) {
      let speaker = DemoSpeaker(person, agent: hand.firstName, dice: &dice)
      writeCell(speaker.comment(DemoScore.pleasure(survey, score), dice: &dice))
    }
    text.append(";\(person.phone);\(person.name);")
    text.append(DemoHouse.doors[dice.index(weights: DemoHouse.doorWeights)].channel.name)
    text.append(";\(hand.name)\r\n")
  }

  /// Quoted where the cell holds what separates cells (RFC 4180).
  private mutating func writeCell(_ cell: String) {
    guard cell.utf8.contains(where: { $0 == 59 || $0 == 34 || $0 == 10 }) else { return text.append(cell) }
    text.append("\"" + cell.replacing("\"", with: "\"\"") + "\"")
  }
}
