import VocDesk
import VocDomain

/// `voc ticket view`
enum TicketView {
  static let verb = Verb(
    words: ["ticket", "view"], aliases: ["show"],
    summary: Phrase(
      es: "Muestra la conversación de un ticket y quién es el cliente",
      en: "Shows a ticket’s conversation and who the customer is"),
    details: Phrase(
      es:
        "En JSON cada elemento de messages tiene id, at, author, name, kind, public, text, attachment, flags, channel, call (null o direction, disposition, agent, queue, wait, talk, hold, wrap_up en segundos, transfers), reactions (author, sign, at), delivery (null o status, at, reason) y outbox (null o state, attempts, reason, external_id, template, queued_at, changed_at). Mientras no está resuelto, al final vienen tickets ya resueltos que hablan de lo mismo, con lo que se contestó. Las señales son avisos por las palabras que se citan, no hechos; en cues van cue, points, words y messages.",
      en:
        "In JSON each of messages has id, at, author, name, kind, public, text, attachment, flags, channel, call (null or direction, disposition, agent, queue, wait, talk, hold, wrap_up in seconds, transfers), reactions (author, sign, at), delivery (null or status, at, reason) and outbox (null or state, attempts, reason, external_id, template, queued_at, changed_at). While it is unsolved, solved tickets about the same come at the end, with what was answered. Signs are flags for the quoted words, no facts; each of cues has cue, points, words and messages."
    ),
    positional: .init(
      name: Phrase(es: "NÚMERO", en: "NUMBER"), count: 1...1,
      summary: Phrase(es: "el número del ticket", en: "the ticket’s number")),
    options: [
      Option(
        names: ["--events"], summary: Phrase(es: "muestra también su historia", en: "shows its history too")),
      Option(
        names: ["--numbers"],
        summary: Phrase(
          es: "numera los mensajes, para «voc ticket split»",
          en: "numbers the messages, for “voc ticket split”")),
    ],
    jsonFields: [
      "id", "status", "priority", "subject", "channel", "customer", "assignee", "tags", "cause", "created_at",
      "updated_at", "waiting_since", "due_at", "pending_until", "window_closes_at", "solved_at", "messages",
      "events",
      "answers", "other_tickets",
      "merged_into", "merged_from", "follow_up_of", "follow_ups", "cues", "suggested_tag", "similar_tickets",
    ],
    isPage: true,
    examples: ["voc ticket view 12 --events", "voc ticket view 12 --json similar_tickets"],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let id = try TicketNumbers.one(invocation.positionals[0])
    let desk = try invocation.desk(for: .reading)
    let view = try desk.view(ticket: id)
    if let fields = invocation.jsonFields {
      let similar = fields.contains("similar_tickets") ? try desk.similarSolved(to: view) : []
      let all = TicketJSON.members(view) + [SimilarTickets.json(similar)]
      invocation.print(JSON.object(all).selecting(fields).text)
      return .ok
    }
    let page = TicketPage(view, invocation, clock: try invocation.readersClock())
    page.write(withEvents: invocation.flag("--events"), numbered: invocation.flag("--numbers"))
    SimilarTickets.write(try desk.similarSolved(to: view), invocation)
    return .ok
  }
}

/// A ticket as one reads it in the chat: who, what was said, what else there is about the customer.
private struct TicketPage {
  let view: Desk.TicketView
  let invocation: Invocation
  let clock: ZoneClock
  private var style: Style { invocation.style }
  private var language: Language { invocation.language }

  init(_ view: Desk.TicketView, _ invocation: Invocation, clock: ZoneClock) {
    self.view = view
    self.invocation = invocation
    self.clock = clock
  }

  func write(withEvents: Bool, numbered: Bool) {
    writeHead()
    writeMessages(numbered: numbered)
    if withEvents { writeEvents() }
    history.write(view.answers)
    writeOtherTickets()
  }

  private func writeHead() {
    let ticket = view.ticket
    let priority = invocation.say(
      Phrase(es: "prioridad {name}", en: "{name} priority"), ["name": ticket.priority.phrase(language)])
    var facts = [
      HangingLine.Part(text: ticket.status.phrase(language)) { ticket.status.paint(style, $0) },
      HangingLine.Part(text: priority) { ticket.priority.paint(style, $0) },
      HangingLine.Part(text: Escaping.line(view.channel.name)),
    ]
    if let since = ticket.waitingSince {
      let seconds = invocation.world.now() - since
      let waiting = invocation.say(
        seconds < 60
          ? Phrase(es: "el cliente acaba de escribir", en: "the customer has just written")
          : Phrase(es: "el cliente espera desde hace {amount}", en: "the customer has waited {amount}"),
        ["amount": RelativeTime.length(max(0, seconds), language)])
      facts.append(HangingLine.Part(text: waiting))
    }
    let number = HangingLine.Part(text: "#\(ticket.id) ", paint: style.bold)
    let subject = HangingLine.Part(text: Escaping.line(ticket.subject.orDash), paint: style.bold)
    invocation.print(HangingLine(lead: number, indent: number.text.count, parts: [subject]))
    invocation.print(HangingLine(indent: 2, parts: facts))
    line(Phrase(es: "Cliente", en: "Customer"), customer)
    line(Phrase(es: "Asignado", en: "Assignee"), view.assignee?.name ?? "—")
    if !view.tags.isEmpty { line(Phrase(es: "Etiquetas", en: "Tags"), view.tags, by: ",") }
    if let tag = view.suggestedTag {
      let sure = invocation.numbers.percent(tag.share, places: 0)
      line(
        Phrase(es: "Sugerida", en: "Suggested"),
        invocation.say(
          Phrase(
            es: "etiqueta {tag} (aciertan {share} de las sugerencias)",
            en: "tag {tag} ({share} of suggestions are right)"), ["tag": tag.tag, "share": sure]))
    }
    if !view.cues.isEmpty {
      line(Phrase(es: "Señales", en: "Signs"), view.cues.map { $0.text(language) }, by: ",")
    }
    if let cause = ticket.cause { line(Phrase(es: "Causa", en: "Cause"), cause) }
    if let id = view.mergedInto {
      line(
        Phrase(es: "Fusionado", en: "Merged"),
        invocation.say(Phrase(es: "con #{id}", en: "into #{id}"), ["id": "\(id)"]))
    }
    if !view.mergedFrom.isEmpty {
      line(Phrase(es: "Reúne", en: "Holds"), view.mergedFrom.map { "#\($0)" }, by: ",")
    }
    writeFollowUp()
    line(Phrase(es: "Creado", en: "Created"), invocation.localDisplay(ticket.createdAt, clock))
    if let dueAt = view.dueAt {
      line(Phrase(es: "Vence", en: "Due"), invocation.localDisplay(dueAt, clock))
    }
    if let time = ticket.pendingUntil {
      let hasCome = time <= invocation.world.now()
      let text = invocation.localDisplay(time, clock)
      line(Phrase(es: "Prometido", en: "Promised"), [text]) { hasCome ? style.red($0) : $0 }
    }
    if let window = view.window { line(Phrase(es: "Ventana", en: "Window"), text(window)) }
    if let solvedAt = ticket.solvedAt {
      line(Phrase(es: "Resuelto", en: "Solved"), invocation.localDisplay(solvedAt, clock))
    }
  }

  /// Of a follow-up the answer and what it is about; of any other ticket where it is followed up.
  private func writeFollowUp() {
    if let answer = view.followUp?.answer {
      line(
        Phrase(es: "Sigue a", en: "Follows"),
        [invocation.localDisplay(answer.at, clock), history.said(answer)])
      if let id = answer.ticketID { line(Phrase(es: "Sobre", en: "About"), "#\(id)") }
    }
    if view.hasLostAnswer {
      line(
        Phrase(es: "Sigue a", en: "Follows"),
        [
          invocation.say(
            Phrase(
              es: "una respuesta que se quitó con su importación", en: "an answer that went with its import"))
        ])
    }
    for action in view.events where action.kind == .action {
      line(Phrase(es: "Acción", en: "Action"), [action.to ?? ""])
    }
    if !view.followUps.isEmpty {
      line(Phrase(es: "Sigue en", en: "Follow-up"), view.followUps.map { "#\($0)" }, by: ",")
    }
  }

  private func text(_ window: Desk.ReplyWindow) -> String {
    let isOpen = window.isOpen(at: invocation.world.now())
    let phrase =
      switch window.closesAt {
      case nil:
        Phrase(
          es: "{channel}, cerrada: el cliente no ha escrito por ahí",
          en: "{channel}, closed: the customer has not written there")
      case _ where isOpen: Phrase(es: "{channel}, abierta hasta {when}", en: "{channel}, open until {when}")
      default: Phrase(es: "{channel}, cerrada desde {when}", en: "{channel}, closed since {when}")
      }
    let when = window.closesAt.map { invocation.localDisplay($0, clock) } ?? ""
    return invocation.say(phrase, ["channel": view.channel.name, "when": when])
  }

  private var customer: [String] {
    var parts = ["\(view.customer.name) (#\(view.customer.id))"]
    if let segment = view.customer.segment { parts.append(segment.rawValue) }
    parts += view.contactPoints.filter { $0.kind != .name }.map(\.value)
    return parts
  }

  private func line(_ label: Phrase, _ text: String) { line(label, [text]) }

  private func line(
    _ label: Phrase, _ texts: [String], by sign: String = " ·", paint: @escaping (String) -> String = { $0 }
  ) {
    let lead = HangingLine.Part(text: DisplayWidth.padded(label(language) + ":", to: 11))
    let parts = texts.map { HangingLine.Part(text: Escaping.line($0), paint: paint) }
    invocation.print(HangingLine(lead: lead, indent: 11, parts: parts, sign: sign))
  }

  private func writeMessages(numbered: Bool) {
    var day = ""
    for (index, line) in view.lines.enumerated() {
      let local = clock.localTime(of: line.message.at)
      let today = Timestamp.day(local, language)
      if today != day {
        invocation.print("\n\(style.dim("── \(today) ──"))")
        day = today
      }
      MessageText(line, isElsewhere: line.channel.id != view.channel.id, invocation)
        .write(at: Timestamp.display(local, language).suffix(5), number: numbered ? index + 1 : nil)
    }
  }

  private func heading(_ phrase: Phrase) { invocation.print("\n\(style.bold(phrase(language)))") }

  private func writeEvents() {
    heading(Phrase(es: "Historia", en: "History"))
    for event in view.events {
      let change = ChangeText(language: language, clock: clock).text(event)
      invocation.print(
        "\(invocation.localDisplay(event.at, clock))  \(Escaping.line(event.actor))  \(Escaping.line(change))"
      )
    }
  }

  private func writeOtherTickets() {
    if view.otherTickets.isEmpty { return }
    heading(Phrase(es: "Otros tickets de este cliente", en: "Other tickets of this customer"))
    history.write(view.otherTickets)
  }

  private var history: CustomerHistory { CustomerHistory(invocation: invocation, clock: clock) }
}
