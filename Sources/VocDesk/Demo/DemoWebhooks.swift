import VocDomain

/// Invented webhooks of WhatsApp's Cloud API, one message a line: what customers write and what the business answers.
struct DemoWebhooks: DemoText {
  private static let ours = "5215550001111"

  var text: [UInt8] = []
  private(set) var written = 0
  private let messages: Int
  private let seed: UInt64
  private let calendar: DemoCalendar
  private let crowd: DemoCrowd
  private var timeline = DemoTimeline()
  private var dice: SplitMix64

  init(messages: Int, seed: UInt64, until: Instant) {
    self.messages = messages
    self.seed = seed
    calendar = DemoCalendar(until: until)
    crowd = DemoCrowd(visits: messages / 6)
    dice = SplitMix64(seed: seed, stream: 0x3E8)
  }

  /// Writes the lines of before the next visit, and prepares that visit's.
  mutating func writeSome() {
    let isOver = timeline.count >= messages
    let start = calendar.instant(at: min(0.999_999, Double(timeline.count) / Double(messages)))
    written += timeline.write(
      before: isOver ? .max : start.unixSeconds, to: &text, limit: messages - written)
    if !isOver { addVisit(at: start) }
  }

  private mutating func addVisit(at start: Instant) {
    let person = DemoPerson(number: crowd.number(dice: &dice), seed: seed)
    let speaker = DemoSpeaker(person, agent: dice.pick(DemoHouse.hands).firstName, dice: &dice)
    let topic = speaker.book.topics[dice.index(weights: speaker.book.topicWeights)]
    var at = start
    var isFirstReply = true
    let length = dice.number(in: 3...9)
    for index in 0..<length {
      let isCustomers = index == 0 || dice.chance(0.55)
      let role: DemoRole = index == 0 ? .opening : isCustomers ? .followUp : .reply
      let words = speaker.words(role, of: topic, isFirst: role == .reply && isFirstReply, dice: &dice)
      if role == .reply { isFirstReply = false }
      add(words, of: person, isCustomers: isCustomers, at: at)
      at = at + dice.wait(mean: isCustomers ? 240 : 90, longest: 7_200)
    }
  }

  private mutating func add(_ words: String, of person: DemoPerson, isCustomers: Bool, at: Instant) {
    let phone = String(person.phone.dropFirst())
    let said = """
      "id":"wamid.HBgN\(phone)\(timeline.count)","timestamp":"\(at.unixSeconds)","type":"text",\
      "text":{"body":"\(DemoWebhooks.escaped(words))"}
      """
    let content =
      isCustomers
      ? """
      "contacts":[{"profile":{"name":"\(person.name)"},"wa_id":"\(phone)"}],\
      "messages":[{"from":"\(phone)",\(said)}]},"field":"messages"
      """
      : """
      "message_echoes":[{"from":"\(DemoWebhooks.ours)","to":"\(phone)",\(said)}]},"field":"smb_message_echoes"
      """
    let line = """
      {"object":"whatsapp_business_account","entry":[{"id":"509609192225796","changes":[{"value":\
      {"messaging_product":"whatsapp","metadata":{"display_phone_number":"\(DemoWebhooks.ours)",\
      "phone_number_id":"106540352242922"},\(content)}]}]}

      """
    timeline.add(at.unixSeconds, Array(line.utf8))
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
