import VocDesk
import VocDomain

/// `voc customer view`
enum CustomerView {
  static let verb = Verb(
    words: ["customer", "view"], aliases: ["show"],
    summary: Phrase(
      es:
        "Muestra a un cliente con sus contactos y una línea de tiempo de todos los canales",
      en: "Shows a customer with their contact points and one timeline of all channels"),
    positional: .init(
      name: Phrase(es: "CLIENTE", en: "CUSTOMER"), count: 1...1,
      summary: Phrase(es: "número, teléfono, correo o nombre", en: "number, phone, e-mail or name")),
    options: [
      Option(
        names: ["--limit", "-L"], value: Phrase(both: "N"),
        summary: Phrase(
          es: "cuánto de la línea de tiempo como máximo, lo más reciente primero (50)",
          en: "how much of the timeline at the most, the newest first (50)"))
    ],
    jsonFields: [
      "id", "name", "language", "country", "segment", "stage", "value", "contact_points", "merged", "tickets",
      "answers", "calls", "timeline",
    ],
    isPage: true,
    examples: ["voc customer view \"+52 55 1234 5678\"", "voc customer view 12 --limit 5"],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let view = try invocation.desk(for: .reading).view(
      customer: invocation.positionals[0], limit: invocation.limit(50))
    if let asked = view.askedAs {
      invocation.notice(
        Phrase(es: "El cliente #{id} es ahora el #{survivor}.", en: "Customer #{id} is now #{survivor}."),
        ["id": "\(asked)", "survivor": "\(view.customer.id)"])
    }
    if let fields = invocation.jsonFields {
      invocation.print(CustomerJSON.view(view).selecting(fields).text)
    } else {
      CustomerPage(view: view, invocation: invocation, clock: try invocation.readersClock()).write()
    }
    return .ok
  }
}

/// A customer as one person: who, by what they are recognised, what they did wherever they did it.
private struct CustomerPage {
  let view: Desk.CustomerView
  let invocation: Invocation
  let clock: ZoneClock
  private var style: Style { invocation.style }
  private var language: Language { invocation.language }

  func write() {
    writeHead()
    for line in view.contacts { writeContact(line) }
    for merge in view.merges { writeMerge(merge) }
    writeTimeline()
  }

  private func writeHead() {
    let customer = view.customer
    var facts = ["#\(customer.id)"]
    if let segment = customer.segment {
      facts.append(
        invocation.say(Phrase(es: "segmento {name}", en: "segment {name}"), ["name": segment.rawValue]))
    }
    if let country = customer.country { facts.append(Escaping.line(country)) }
    if let worth = view.worth.text(invocation) { facts.append(worth) }
    let name = HangingLine.Part(text: Escaping.line(customer.name) + "  ", paint: style.bold)
    invocation.print(HangingLine(lead: name, indent: 2, parts: facts.map { HangingLine.Part(text: $0) }))
  }

  private func writeContact(_ line: Desk.ContactLine) {
    let value = line.point.kind == .name ? line.point.raw : line.point.value
    var parts = [HangingLine.Part(text: Escaping.line(value))]
    if let channel = line.channel {
      parts.append(HangingLine.Part(text: " · \(Escaping.line(channel))", paint: style.dim))
    }
    let kind = HangingLine.Part(text: "  \(line.point.kind.phrase(language)): ")
    invocation.print(HangingLine(lead: kind, indent: 6, parts: parts, sign: ""))
  }

  private func writeMerge(_ merge: Desk.MergeLine) {
    let reason = merge.reason.map { ": \(Escaping.line($0))" } ?? ""
    let told = invocation.say(
      Phrase(
        es: "también era #{id} {name}, según {actor}, {at}", en: "was also #{id} {name}, says {actor}, {at}"),
      [
        "id": "\(merge.customer.id)", "name": Escaping.line(merge.customer.name),
        "actor": Escaping.line(merge.actor), "at": invocation.localDisplay(merge.at, clock),
      ])
    invocation.print(
      HangingLine(
        lead: HangingLine.Part(text: "  "), indent: 6, parts: [HangingLine.Part(text: told + reason)]))
  }

  private func writeTimeline() {
    invocation.print(
      "\n"
        + style.bold(
          invocation.say(
            Phrase(es: "Línea de tiempo, lo más reciente primero", en: "Timeline, the newest first"))))
    if view.timeline.isEmpty { invocation.print(invocation.say(Phrase(es: "nada", en: "nothing"))) }
    let width = view.timeline.map { DisplayWidth.columns(channel($0)) }.max() ?? 0
    for entry in view.timeline {
      let at = invocation.localDisplay(entry.at, clock)
      let lead = HangingLine.Part(text: "\(at)  \(DisplayWidth.padded(channel(entry), to: width))  ")
      invocation.print(
        HangingLine(lead: lead, indent: DisplayWidth.columns(lead.text), parts: parts(entry), sign: ""))
    }
    if view.isCut { invocation.noticeMore() }
  }

  private func channel(_ entry: Desk.TimelineEntry) -> String { Escaping.line(entry.channel ?? "—") }

  private func parts(_ entry: Desk.TimelineEntry) -> [HangingLine.Part] {
    switch entry.kind {
    case .ticket(let ticket):
      return [
        HangingLine.Part(text: "#\(ticket.id)"),
        HangingLine.Part(text: ticket.status.phrase(language) + " ") { ticket.status.paint(style, $0) },
        HangingLine.Part(text: Escaping.line(ticket.subject.orDash), breaks: true),
      ]
    case .answer(let answer):
      let comment = answer.comment.isEmpty ? "" : "  “\(Escaping.line(answer.comment))”"
      return [HangingLine.Part(text: "\(answer.survey.rawValue.uppercased()) \(answer.score)\(comment)")]
    case .call(let line):
      let ticket = line.ticketID.map { "#\($0) " } ?? ""
      let note = line.note.isEmpty ? "" : "  “\(Escaping.line(line.note))”"
      let call = CallText(line.call, agent: line.agent, invocation).withDirection
      return [HangingLine.Part(text: "\(ticket)\(call)\(note)")]
    }
  }
}

extension ContactPoint.Kind {
  var phrase: Phrase {
    switch self {
    case .phone: Phrase(es: "teléfono", en: "phone")
    case .email: Phrase(es: "correo", en: "e-mail")
    case .name: Phrase(es: "nombre en el canal", en: "name on the channel")
    case .bsuid: Phrase(es: "id de WhatsApp", en: "WhatsApp id")
    case .visitor: Phrase(es: "visitante del chat", en: "chat visitor")
    case .social: Phrase(es: "cuenta en redes", en: "social account")
    case .external: Phrase(es: "número en otro sistema", en: "number in another system")
    }
  }
}
