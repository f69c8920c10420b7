import VocDesk
import VocDomain

/// A ticket as the right pane shows it: the words of `ticket view`, as styled lines of a width.
struct ConversationText {
  let view: Desk.TicketView
  let invocation: Invocation
  let clock: ZoneClock
  let width: Int
  /// Of the ticket's channel.
  var window: Desk.ReplyWindow?

  /// Of a very long conversation only its end is broken into lines: so many messages.
  static let most = 1000

  private var ticket: Ticket { view.ticket }
  private var language: Language { invocation.language }

  var conversation: TriageConversation {
    TriageConversation(
      ticket: ticket.id, head: [subject, facts, people], lines: lines,
      publicMessages: view.lines.count { $0.message.isPublic && $0.message.author != .system },
      isWaiting: ticket.waitingSince != nil, closedWindow: closedWindow,
      followUp: view.followUp.map {
        TriageFollowUp(needsCause: ticket.cause == nil, needsAction: !$0.hasAction)
      })
  }

  private var closedWindow: TriageClosedWindow? {
    guard let window, !window.isOpen(at: invocation.world.now()) else { return nil }
    return TriageClosedWindow(
      channel: Escaping.line(view.channel.name),
      since: window.closesAt.map { invocation.localDisplay($0, clock) })
  }

  // MARK: Head

  private var subject: StyledText {
    StyledText("#\(ticket.id) \(Escaping.line(ticket.subject.orDash))", .bold)
  }

  private var facts: StyledText {
    var facts = [StyledText(ticket.status.phrase(language), ticket.status.cellStyle)]
    if ticket.priority != .normal {
      facts.append(StyledText(ticket.priority.phrase(language), ticket.priority.cellStyle))
    }
    if let waiting { facts.append(StyledText(waiting, CellStyle(colour: .yellow, isBold: true))) }
    if let due { facts.append(due) }
    facts.append(StyledText(Escaping.line(view.channel.name)))
    return StyledText.joined(facts, by: " · ")
  }

  private var waiting: String? {
    guard let since = ticket.waitingSince else { return nil }
    let seconds = max(0, invocation.world.now() - since)
    return Phrase(es: "espera {amount}", en: "waiting {amount}")(
      language, ["amount": RelativeTime.length(seconds, language)])
  }

  private var due: StyledText? {
    guard let dueAt = view.dueAt else { return nil }
    let now = invocation.world.now()
    let when = ["when": RelativeTime.text(dueAt, now: now, language)]
    return dueAt <= now
      ? StyledText(
        Phrase(es: "venció {when}", en: "was due {when}")(language, when),
        CellStyle(colour: .red, isBold: true))
      : StyledText(Phrase(es: "vence {when}", en: "due {when}")(language, when))
  }

  /// Whose it is stands first, then the tags: what is cut off on a narrow screen is how to reach the customer. Where
  /// all of it does not fit, the first name of whose it is will do.
  private var people: StyledText {
    let holder = view.assignee.map { Escaping.line($0.name) }
    let whole = people(holder: holder)
    if DisplayWidth.columns(whole.text) <= width { return whole }
    return people(holder: holder?.split(separator: " ").first.map(String.init))
  }

  private func people(holder: String?) -> StyledText {
    var names = StyledText(Escaping.line(view.customer.name), CellStyle(colour: .cyan))
    if let holder {
      names.add(" → \(holder)", CellStyle(colour: .green))
    } else {
      names.add(" · " + Phrase(es: "sin asignar", en: "unassigned")(language), .dim)
    }
    var parts = [names]
    if !view.tags.isEmpty {
      let tags = view.tags.map { "[\(Escaping.line($0))]" }.joined(separator: " ")
      parts.append(StyledText(tags, CellStyle(colour: .blue)))
    }
    if let segment = view.customer.segment {
      let words = Phrase(es: "segmento {name}", en: "segment {name}")
      parts.append(StyledText(words(language, ["name": segment.rawValue])))
    }
    parts += view.contactPoints.filter { $0.kind != .name }.prefix(1).map {
      StyledText(Escaping.line($0.value))
    }
    return StyledText.joined(parts, by: " · ")
  }

  // MARK: Messages

  private var lines: [StyledText] {
    var lines = followed
    let hidden = view.lines.count - ConversationText.most
    if hidden > 0 { lines.append(StyledText(left(hidden), .dim)) }
    var day = ""
    for line in view.lines.suffix(ConversationText.most) {
      let local = clock.localTime(of: line.message.at)
      let today = Timestamp.day(local, language)
      if today != day {
        lines.append(StyledText("── \(today) ──", .dim))
        day = today
      }
      lines += message(line, at: String(Timestamp.display(local, language).suffix(5)))
    }
    if let cause = ticket.cause {
      lines.append(
        StyledText(
          Phrase(es: "Causa: {cause}", en: "Cause: {cause}")(language, ["cause": Escaping.line(cause)]),
          CellStyle(colour: .green)))
    }
    return lines
  }

  /// Of a follow-up the answer, and what that is about.
  private var followed: [StyledText] {
    guard let answer = view.followUp?.answer else { return [] }
    let said = CustomerHistory(invocation: invocation, clock: clock).said(answer)
    var texts = [
      Phrase(es: "Sigue a: {when} · {answer}", en: "Follows: {when} · {answer}")(
        language, ["when": invocation.localDisplay(answer.at, clock), "answer": said])
    ]
    if let id = answer.ticketID {
      texts.append(Phrase(es: "Sobre: #{id}", en: "About: #{id}")(language, ["id": "\(id)"]))
    }
    return texts.flatMap { TextWrap.lines($0, width: max(8, width - 3)) }.flatMap(pieces).map {
      StyledText($0)
    }
  }

  private func left(_ count: Int) -> String {
    CountedPhrase(
      one: Phrase(es: "({n} mensaje anterior)", en: "({n} earlier message)"),
      other: Phrase(es: "({n} mensajes anteriores)", en: "({n} earlier messages)"))(
        count, in: invocation.numbers)
  }

  private func message(_ line: Desk.MessageLine, at time: String) -> [StyledText] {
    let words = MessageText(line, isElsewhere: line.channel.id != view.channel.id, invocation)
    var head = StyledText()
    head.add(bar(line.message), CellStyle(colour: .yellow))
    head.add("\(time) ", .dim)
    head.add(words.author, line.message.author.cellStyle)
    if !words.marks.isEmpty { head.add(" [\(words.marks.joined(separator: ", "))]", .dim) }
    var lines = [head]
    if let call = line.call {
      lines += wrapped(CallText(call, agent: line.agent, invocation).text, line.message, .plain)
    }
    let style: CellStyle = line.message.isPublic ? .plain : CellStyle(colour: .blue)
    lines += words.body(width: max(8, width - 3)).flatMap { body($0, line.message, style) }
    if !line.reactions.isEmpty { lines += wrapped(words.reactions, line.message, .plain) }
    if let delivery = line.delivery, delivery.status == .failed {
      lines += wrapped(words.failure(delivery.reason), line.message, CellStyle(colour: .red))
    } else if let entry = line.outbox, entry.state == .failed {
      lines += wrapped(words.failure(entry.reason), line.message, CellStyle(colour: .red))
    }
    return lines
  }

  /// What nobody has answered yet stands beside a bar.
  private func bar(_ message: Message) -> String {
    guard let since = ticket.waitingSince, message.author == .customer, message.at >= since else {
      return " "
    }
    return "▌"
  }

  private func wrapped(_ text: String, _ message: Message, _ style: CellStyle) -> [StyledText] {
    TextWrap.lines(text, width: max(8, width - 3)).flatMap { body($0, message, style) }
  }

  private func body(_ text: String, _ message: Message, _ style: CellStyle) -> [StyledText] {
    pieces(text).map { piece in
      var line = StyledText()
      line.add(bar(message), CellStyle(colour: .yellow))
      line.add("  " + piece, style)
      return line
    }
  }

  /// A line of a text; a word longer than the pane is cut into pieces.
  private func pieces(_ text: String) -> [String] {
    var pieces = [""]
    var used = 0
    for character in text {
      let wide = character == "\t" ? 2 : DisplayWidth.columns(character)
      if used + wide > max(8, width - 3) {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1] += character == "\t" ? "  " : String(character)
      used += wide
    }
    return pieces
  }
}
