import VocDesk
import VocDomain

/// What the verbs of a shift show: tickets in sections, the most urgent first, each with its last note.
///
/// People get one table with a heading for each section and the note below its ticket; everybody else a `Listing` in
/// which the section is a column.
struct ShiftPage {
  /// How far "soon" reaches, in seconds.
  let within: Int64
  let invocation: Invocation
  /// Whether the tickets are of several agents.
  var tellsAssignee = false
  /// The note that whoever reads has just written: they are not told of it again.
  var ownNote: String?

  static let within = Option(
    names: ["--within"], value: Phrase(es: "PLAZO", en: "LENGTH"),
    summary: Phrase(
      es: "qué tan pronto cuenta como por vencer (8h)", en: "how soon counts as about to be due (8h)"))

  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    within = try SLAWhatIf.length("--within", invocation.string("--within") ?? "8h")
  }

  func write(_ lines: [Desk.ShiftLine], _ listing: Listing<Desk.ShiftLine>) {
    if !invocation.isForPeople { return listing.write(lines, for: invocation) }
    if lines.isEmpty { return }
    var texts = table(lines).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    invocation.print(texts.removeFirst())
    for section in ShiftSection.allCases {
      let own = lines.filter { $0.section == section }
      if own.isEmpty { continue }
      let length = ["time": RelativeTime.length(within, invocation.language)]
      let title = "\(invocation.say(section.title, length)) (\(invocation.numbers.integer(own.count)))"
      invocation.print(invocation.style.bold(title))
      for line in own {
        invocation.print(texts.removeFirst())
        for remark in remarks(line) { write(remark: remark) }
      }
    }
  }

  private func write(remark: String) {
    for text in TextWrap.lines(remark, width: invocation.world.width - 8) {
      invocation.print("      " + invocation.style.dim(text))
    }
  }

  private func table(_ lines: [Desk.ShiftLine]) -> String {
    let isPlain = lines.allSatisfy { $0.listed.ticket.priority == .normal }
    var columns: [(TextTable.Column, (Desk.ShiftLine) -> TextTable.Cell)] = [
      (
        .init(header: invocation.say(Phrase(es: "Nº", en: "No.")), alignment: .right),
        { .init("#\($0.listed.ticket.id)") }
      ),
      (
        .init(header: invocation.say(Phrase(es: "Estado", en: "Status"))),
        { .init($0.listed.ticket.status.phrase(invocation.language), paint: $0.listed.ticket.status.paint) }
      ),
      (
        .init(header: invocation.say(Phrase(es: "Prioridad", en: "Priority")), rank: 2),
        {
          .init($0.listed.ticket.priority.phrase(invocation.language), paint: $0.listed.ticket.priority.paint)
        }
      ),
      (
        .init(header: invocation.say(Phrase(es: "Cliente", en: "Customer")), least: 14),
        { .init(DisplayWidth.truncated($0.listed.customer, to: 24)) }
      ),
      (
        .init(header: invocation.say(Phrase(es: "Canal", en: "Channel")), least: 10, rank: 1),
        { .init($0.listed.channel) }
      ),
      (.init(header: invocation.say(Phrase(es: "Plazo", en: "When"))), time),
      (
        .init(header: invocation.say(Phrase(es: "Asignado", en: "Assignee")), least: 10),
        { .init($0.listed.assignee ?? "—") }
      ),
      (
        .init(header: invocation.say(Phrase(es: "Asunto", en: "Subject")), isFlexible: true),
        { line in
          let opening = line.listed.opening.map { "[\(invocation.say($0.phrase))]" }
          return .init(line.listed.ticket.subject.isEmpty ? opening ?? "—" : line.listed.ticket.subject)
        }
      ),
    ]
    if !tellsAssignee { columns.remove(at: 6) }
    if isPlain { columns.remove(at: 2) }
    let rows = lines.map { line in columns.map { $0.1(line) } }
    return TextTable(columns.map(\.0), rows: rows).text(
      width: invocation.world.width, style: invocation.style)
  }

  /// What runs out when, or since when somebody waits.
  private func time(_ line: Desk.ShiftLine) -> TextTable.Cell {
    let now = invocation.world.now()
    func text(_ moment: Instant, _ phrase: Phrase) -> String {
      if invocation.showsUTC { return Timestamp.rfc3339(moment) }
      return invocation.say(phrase, ["when": RelativeTime.text(moment, now: now, invocation.language)])
    }
    let urgency = line.urgency
    if urgency == .promised, let time = line.listed.nextDue, time != line.listed.dueAt {
      return .init(text(time, Phrase(es: "prometido {when}", en: "promised {when}"))) { style, text in
        time <= now ? style.red(text) : text
      }
    }
    switch (urgency, line.listed.dueAt, line.closesAt, line.listed.ticket.waitingSince) {
    case (.due, let due?, _, _) where due <= now:
      return .init(text(due, Phrase(es: "venció {when}", en: "was due {when}"))) { $0.red($1) }
    case (.due, let due?, _, _):
      return .init(text(due, Phrase(es: "vence {when}", en: "due {when}"))) { $0.yellow($1) }
    case (.promised, let due?, _, _):
      return .init(text(due, Phrase(es: "vence {when}", en: "due {when}")))
    case (.window, _, let end?, _):
      return .init(text(end, Phrase(es: "cierra {when}", en: "closes {when}"))) { $0.yellow($1) }
    case (.waiting, _, _, let since?):
      if !invocation.showsUTC && now - since < Seconds.minute {
        return .init(invocation.say(Phrase(es: "acaba de escribir", en: "has just written")))
      }
      return .init(text(since, Phrase(es: "espera desde {when}", en: "waits since {when}")))
    default: return "—"
    }
  }

  /// Who handed a ticket over, and what agents wrote on it: the last note, and where that one came with the hand-over,
  /// the one before it, too.
  private func remarks(_ line: Desk.ShiftLine) -> [String] {
    let notes = line.notes.filter { $0.body != ownNote }
    guard let handed = line.handed else { return notes.prefix(1).map(text) }
    let came = notes.first.flatMap { $0.at == handed.at && $0.authorName == handed.by ? $0 : nil }
    let phrase =
      came == nil
      ? Phrase(es: "Entregado por {author}, {when}", en: "Handed over by {author}, {when}")
      : Phrase(es: "Entregado por {author}, {when}: {text}", en: "Handed over by {author}, {when}: {text}")
    let values = [
      "author": Escaping.line(handed.by), "when": when(handed.at), "text": Escaping.line(came?.body ?? ""),
    ]
    return [invocation.say(phrase, values)] + notes.dropFirst(came == nil ? 0 : 1).prefix(1).map(text)
  }

  private func text(_ note: Message) -> String {
    invocation.say(
      Phrase(es: "Nota de {author}, {when}: {text}", en: "Note by {author}, {when}: {text}"),
      ["author": Escaping.line(note.authorName), "when": when(note.at), "text": Escaping.line(note.body)])
  }

  private func when(_ moment: Instant) -> String {
    invocation.showsUTC
      ? Timestamp.rfc3339(moment)
      : RelativeTime.text(moment, now: invocation.world.now(), invocation.language)
  }
}

extension ShiftSection {
  fileprivate var title: Phrase {
    switch self {
    case .handed: Phrase(es: "Entregados por otra persona", en: "Handed over by somebody else")
    case .due: Phrase(es: "Vencidos o por vencer en {time}", en: "Late, or due within {time}")
    case .window:
      Phrase(
        es: "Ventanas de respuesta que se cierran en {time}", en: "Reply windows that close within {time}")
    case .promised: Phrase(es: "Prometidos o con un plazo más adelante", en: "Promised, or due later")
    case .waiting: Phrase(es: "Clientes que esperan", en: "Customers who wait")
    case .rest: Phrase(es: "Los demás", en: "The rest")
    }
  }
}
