import VocDomain

/// A long invented chat, written message by message in the shape of Android's export in Mexico.
struct DemoChat: DemoText {
  /// What has been written and not been handed on yet.
  var text: [UInt8] = []
  private(set) var written = 0

  private let person: DemoPerson
  private var dice: SplitMix64
  private var speaker: DemoSpeaker
  private var topic: DemoBook.Topic
  private let visits: Visits
  private var visit = -1
  private var leftInVisit = 0
  private var at: LocalTime
  private var isCustomersTurn = true
  private var isFirstReply = true

  /// How the messages spread over the days.
  private struct Visits {
    var first: LocalTime
    /// Seconds from the start of one visit to that of the next.
    var step: Int64
    /// The messages of each visit, rounded down; so many visits more have one more.
    var length: Int
    var longer: Int
    /// Seconds between two messages, at most.
    var pause: Int64
  }

  init(messages: Int, seed: UInt64, until: LocalTime) {
    var dice = SplitMix64(seed: seed, stream: 0xC4A7)
    person = DemoPerson(number: 1, seed: seed)
    visits = DemoChat.visits(messages, until: until)
    at = visits.first
    speaker = DemoSpeaker(person, agent: "", dice: &dice)
    topic = speaker.book.topics[0]
    self.dice = dice
    writeNotice(
      "Los mensajes y las llamadas están cifrados de extremo a extremo. Solo las personas en este chat pueden "
        + "leerlos, escucharlos o compartirlos. Obtén más información.")
  }

  private static func visits(_ messages: Int, until: LocalTime) -> Visits {
    let lastDay = until.date.daysSince1970 - 1
    let firstPossible = CivilDate(year: 2009, month: 5, day: 1)?.daysSince1970 ?? lastDay
    // Two days from visit to visit: no message of one comes within a day of the next.
    let most = max(1, (lastDay - firstPossible) / 2)
    let count = max(1, min(messages / 10, most))
    let step = min(9, max(2, (lastDay - firstPossible) / count))
    let length = max(1, messages / count)
    return Visits(
      first: CivilDate(daysSince1970: lastDay - step * count).midnight, step: Int64(step) * Seconds.day,
      length: length, longer: messages - length * count,
      pause: min(900, max(0, 12 * Seconds.hour / Int64(length))))
  }

  /// Writes the next message, with its notices before it.
  mutating func writeSome() {
    if leftInVisit == 0 {
      beginVisit()
    } else {
      at.wallSeconds += dice.wait(mean: pause / 3, longest: pauseLimit)
    }
    leftInVisit -= 1
    written += 1
    if written.isMultiple(of: 10) { changeTopic() }
    writeHeader()
    text.append(isCustomersTurn ? person.name : DemoHouse.name)
    text.append(": ")
    writeBody()
    text.append(10)
    if dice.chance(0.8) { isCustomersTurn.toggle() }
  }

  private var pause: Double { Double(visits.pause) }
  private var pauseLimit: Int64 { visits.pause }

  private mutating func beginVisit() {
    visit += 1
    leftInVisit = visits.length + (visit < visits.longer ? 1 : 0)
    // Between 8 and 11 in the morning; a visit lasts 12 hours at most.
    at = LocalTime(
      wallSeconds: visits.first.wallSeconds + Int64(visit) * visits.step
        + Int64(dice.number(in: 28_800...39_600)))
    changeTopic()
    isCustomersTurn = dice.chance(0.9)
    isFirstReply = true
    if dice.chance(0.005) {
      writeNotice("Tu código de seguridad con \(person.name) cambió. Toca para obtener más información.")
    }
  }

  private mutating func changeTopic() {
    speaker = DemoSpeaker(person, agent: dice.pick(DemoHouse.hands).firstName, dice: &dice)
    topic = speaker.book.topics[dice.index(weights: speaker.book.topicWeights)]
  }

  private mutating func writeNotice(_ notice: String) {
    writeHeader()
    text.append(notice)
    text.append(10)
  }

  /// Date, time and half of the day, with narrow no-break spaces before and inside the latter.
  private mutating func writeHeader() {
    let (year, month, day) = at.date.components
    text.append(number: day, width: 2)
    text.append("/")
    text.append(number: month, width: 2)
    text.append("/")
    text.append(number: year % 100, width: 2)
    text.append(", ")
    text.append(number: (at.hour + 11) % 12 + 1)
    text.append(":")
    text.append(number: at.minute, width: 2)
    text.append(at.hour < 12 ? "\u{202F}a.\u{202F}m. - " : "\u{202F}p.\u{202F}m. - ")
  }

  private mutating func writeBody() {
    let kind = dice.below(1_000)
    switch kind {
    case ..<25: text.append("<Multimedia omitido>")
    case ..<40: writeAttachment()
    case ..<46: text.append(isCustomersTurn ? "Se eliminó este mensaje." : "Eliminaste este mensaje.")
    case ..<49:
      text.append("ubicación: https://maps.google.com/?q=19.4")
      text.append(number: dice.below(1_000_000), width: 6)
      text.append(",-99.1")
      text.append(number: dice.below(1_000_000), width: 6)
    default:
      say()
      if kind < 140 {
        text.append(10)
        say()
      }
      if kind < 60 { text.append(" <Se editó este mensaje.>") }
    }
  }

  /// A photo by its name, often with a caption on the next line.
  private mutating func writeAttachment() {
    let (year, month, day) = at.date.components
    text.append("\u{200E}IMG-")
    text.append(number: year * 10_000 + month * 100 + day)
    text.append("-WA")
    text.append(number: dice.below(10_000), width: 4)
    text.append(".jpg (archivo adjunto)")
    if dice.chance(0.5) {
      text.append(10)
      say()
    }
  }

  private mutating func say() {
    let role: DemoRole =
      !isCustomersTurn
      ? .reply : leftInVisit == visits.length - 1 ? .opening : leftInVisit == 0 ? .lastWord : .followUp
    speaker.say(role, of: topic, isFirst: role == .reply && isFirstReply, into: &text, dice: &dice)
    if role == .reply { isFirstReply = false }
  }
}
