import VocDesk
import VocDomain

/// One message as a ticket's page shows it: who and when, what it says, what became of it.
struct MessageText {
  let line: Desk.MessageLine
  /// Whether it came by another channel than the ticket's.
  let isElsewhere: Bool
  let invocation: Invocation
  private var message: Message { line.message }
  private var style: Style { invocation.style }
  private var language: Language { invocation.language }

  init(_ line: Desk.MessageLine, isElsewhere: Bool, _ invocation: Invocation) {
    self.line = line
    self.isElsewhere = isElsewhere
    self.invocation = invocation
  }

  /// `number`: its place in the conversation.
  func write(at time: Substring, number: Int? = nil) {
    let note = marks.isEmpty ? "" : " " + style.dim("[\(marks.joined(separator: ", "))]")
    let call = line.call.map { " " + CallText($0, agent: line.agent, invocation).text } ?? ""
    let place = number.map { style.dim("[\($0)] ") } ?? ""
    invocation.print("\(time)  \(place)\(style.bold(paintedAuthor))\(note)\(call)")
    writeBody()
    if !line.reactions.isEmpty { write(reactions) }
    if let delivery = line.delivery, delivery.status == .failed {
      write(style.red(failure(delivery.reason)))
    } else if let entry = line.outbox, entry.state == .failed {
      write(style.red(failure(entry.reason)))
    }
  }

  private func write(_ text: String) { invocation.print("       \(text)") }

  private var paintedAuthor: String {
    switch message.author {
    case .agent: style.green(author)
    case .customer: style.cyan(author)
    case .bot, .system: style.dim(author)
    }
  }

  /// "← Ana López": whose words they are, and in which direction they went.
  var author: String {
    let name = Escaping.line(message.authorName)
    return switch message.author {
    case .agent: "→ \(name)"
    case .customer: "← \(name)"
    case .bot: "· \(name)"
    case .system: "· " + invocation.say(Phrase(es: "aviso", en: "notice"))
    }
  }

  /// What stands in brackets behind the author.
  var marks: [String] {
    var marks: [String] = []
    if !message.isPublic { marks.append(invocation.say(Phrase(es: "nota interna", en: "internal note"))) }
    if ![.message, .system].contains(message.kind) { marks.append(message.kind.phrase(language)) }
    if isElsewhere {
      let name = Escaping.line(line.channel.name)
      marks.append(invocation.say(Phrase(es: "por {channel}", en: "via {channel}"), ["channel": name]))
    }
    if message.flags.contains(.edited) { marks.append(invocation.say(Phrase(es: "editado", en: "edited"))) }
    if message.flags.contains(.viewOnce) {
      marks.append(invocation.say(Phrase(es: "ver una vez", en: "view once")))
    }
    if message.flags.contains(.omitted) {
      marks.append(invocation.say(Phrase(es: "no exportado", en: "not exported")))
    }
    if let attachment = message.attachment { marks.append(Escaping.line(attachment)) }
    if let delivery = line.delivery {
      marks.append(delivery.status.phrase(language))
    } else if let entry = line.outbox {
      marks.append(entry.state.phrase(language))
    }
    if let template = line.outbox?.template {
      let name = ["template": Escaping.line(template)]
      marks.append(invocation.say(Phrase(es: "plantilla {template}", en: "template {template}"), name))
    }
    return marks
  }

  private func writeBody() {
    for part in body(width: max(20, invocation.world.width - 7)) {
      invocation.print(part.isEmpty ? "" : "       \(part)")
    }
  }

  /// The words, escaped and broken at spaces.
  func body(width: Int) -> [String] {
    // What WhatsApp itself wrote holds marks of direction, which are of no use here.
    let body = message.kind == .message ? message.body : message.body.replacing("\u{200E}", with: "")
    if body.isEmpty { return [] }
    return TextWrap.lines(Escaping.terminal(body, lines: true), width: width)
  }

  var reactions: String {
    line.reactions.map { reaction in
      [reaction.sign, reaction.author].filter { !$0.isEmpty }.map(Escaping.line(_:)).joined(separator: " ")
    }.joined(separator: " · ")
  }

  func failure(_ reason: String?) -> String {
    guard let reason, !reason.isEmpty else {
      return invocation.say(Phrase(es: "No le llegó al cliente.", en: "It did not reach the customer."))
    }
    return invocation.say(
      Phrase(es: "No le llegó al cliente: {reason}", en: "It did not reach the customer: {reason}"),
      ["reason": Escaping.line(reason)])
  }
}
