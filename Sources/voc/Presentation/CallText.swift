import VocDomain

/// A call in words: how it ended, with whom, where, and how long what took.
///
///     contestada por Lucía en soporte: esperó 0:23, habló 3:10, 1 transferencia
struct CallText {
  let call: Call
  let agent: String?
  let invocation: Invocation

  init(_ call: Call, agent: String?, _ invocation: Invocation) {
    self.call = call
    self.agent = agent
    self.invocation = invocation
  }

  /// After its author and an arrow that tells who called whom.
  var text: String {
    let isOurs = call.direction == .outbound
    let direction = isOurs ? invocation.say(Phrase(es: "saliente, ", en: "outbound, ")) : ""
    // Who dialled an outbound call stands as its author.
    return direction + told(naming: isOurs ? nil : agent)
  }

  /// Where nothing else tells who and in which direction.
  var withDirection: String {
    let isOurs = call.direction == .outbound
    let direction =
      isOurs ? Phrase(es: "→ llamada", en: "→ call") : Phrase(es: "← llamada", en: "← call")
    let caller = agent.map { isOurs ? " (\(Escaping.line($0)))" : "" } ?? ""
    return "\(invocation.say(direction))\(caller), \(told(naming: isOurs ? nil : agent))"
  }

  private func told(naming agent: String?) -> String {
    let head = head(naming: agent)
    return facts.isEmpty ? head : "\(head): \(facts.joined(separator: ", "))"
  }

  private var isAnswered: Bool { call.disposition == .answered }

  private func head(naming agent: String?) -> String {
    var parts = [call.disposition.phrase(invocation.language)]
    if let agent, isAnswered {
      parts.append(
        invocation.say(Phrase(es: "por {agent}", en: "by {agent}"), ["agent": Escaping.line(agent)]))
    }
    if let wait = call.wait, !isAnswered {
      parts.append(
        invocation.say(Phrase(es: "tras {time}", en: "after {time}"), ["time": CallText.clock(wait)]))
    }
    if let queue = call.queue, !queue.isEmpty {
      parts.append(
        invocation.say(Phrase(es: "en {queue}", en: "in {queue}"), ["queue": Escaping.line(queue)]))
    }
    return parts.joined(separator: " ")
  }

  private var facts: [String] {
    var facts: [String] = []
    func add(_ phrase: Phrase, _ seconds: Int64?) {
      guard let seconds else { return }
      facts.append(invocation.say(phrase, ["time": CallText.clock(seconds)]))
    }
    if isAnswered { add(Phrase(es: "esperó {time}", en: "waited {time}"), call.wait) }
    add(Phrase(es: "habló {time}", en: "talked {time}"), call.talk)
    add(Phrase(es: "retenida {time}", en: "on hold {time}"), call.hold)
    if call.transfers > 0 { facts.append(CallText.transfers(call.transfers, in: invocation.numbers)) }
    add(Phrase(es: "trabajo posterior {time}", en: "wrap-up {time}"), call.wrapUp)
    return facts
  }

  private static let transfers = CountedPhrase(
    one: Phrase(es: "{n} transferencia", en: "{n} transfer"),
    other: Phrase(es: "{n} transferencias", en: "{n} transfers"))

  /// Minutes and seconds as 3:10; with hours 1:02:03.
  static func clock(_ seconds: Int64) -> String {
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let start = hours > 0 ? "\(hours):\(two(minutes))" : "\(minutes)"
    return "\(start):\(two(seconds % 60))"
  }
}

extension CallRecord.Disposition {
  var phrase: Phrase {
    switch self {
    case .answered: Phrase(es: "contestada", en: "answered")
    case .abandoned: Phrase(es: "abandonada", en: "abandoned")
    case .noAnswer: Phrase(es: "nadie contestó", en: "nobody answered")
    case .busy: Phrase(es: "ocupado", en: "busy")
    case .failed: Phrase(es: "fallida", en: "failed")
    case .voicemail: Phrase(es: "pasó al buzón de voz", en: "went to voicemail")
    case .unknown: Phrase(es: "sin final conocido", en: "no known end")
    }
  }
}

extension MessageChangeRecord.Delivery {
  var phrase: Phrase {
    switch self {
    case .sent: Phrase(es: "enviado", en: "sent")
    case .delivered: Phrase(es: "entregado", en: "delivered")
    case .read: Phrase(es: "leído", en: "read")
    case .played: Phrase(es: "escuchado", en: "played")
    case .failed: Phrase(es: "no entregado", en: "not delivered")
    }
  }
}
