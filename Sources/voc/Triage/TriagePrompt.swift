/// A text being typed at the bottom of the screen, and what it is for.
struct TriagePrompt: Equatable, Sendable {
  enum Purpose: Hashable, Sendable {
    case reply, note, cause, until, tag, assignee, filter
    /// What was done about the matter of a follow-up, asked after its cause.
    case action
    /// The approved template that a reply is the text of, which is written afterwards.
    case template(inEditor: Bool)

    var isMultiline: Bool { [.reply, .note, .action].contains(self) }

    /// Of a reply, or of what comes before its text.
    var isOfReply: Bool {
      switch self {
      case .reply, .template: true
      case .note, .cause, .action, .until, .tag, .assignee, .filter: false
      }
    }
  }

  /// A draft's own: each ticket has its own of each kind.
  struct Key: Hashable, Sendable {
    var purpose: Purpose
    var ticket: Int64?
  }

  let purpose: Purpose
  /// Nil for what is about no ticket: the filter.
  let ticket: Int64?
  var editor: LineEditor
  /// The public words that its conversation had when last looked at.
  var seenMessages: Int?
  /// How a reply gets to the customer.
  var delivery = TriageDelivery.usual
  /// Where a follow-up is being solved: what it lacks, and the cause that was said.
  var followUp: TriageFollowUp?
  var cause: String?

  var key: Key { Key(purpose: purpose, ticket: ticket) }

  init(_ purpose: Purpose, ticket: Int64?, text: String = "") {
    self.purpose = purpose
    self.ticket = ticket
    editor = LineEditor(text, isMultiline: purpose.isMultiline)
  }

  /// What is seen of the text, at most a third of the screen, and the cursor in it.
  func rows(in size: ScreenSize) -> (rows: [String], cursor: (row: Int, column: Int)) {
    let (rows, cursor) = editor.rows(width: max(4, size.columns - TriagePrompt.margin * 2))
    let room = max(1, min(8, (size.rows - 4) / 3))
    let top = max(0, min(cursor.row - room / 2, rows.count - room))
    return (Array(rows.dropFirst(top).prefix(room)), (cursor.row - top, cursor.column))
  }

  /// Columns left blank on each side.
  static let margin = 1

  func label(_ language: Language) -> String {
    let number = ["number": ticket.map { "#\($0)" } ?? ""]
    return switch purpose {
    case .reply: replyLabel(language, number)
    case .template:
      Phrase(es: "Plantilla aprobada para {number}", en: "Approved template for {number}")(language, number)
    case .note:
      Phrase(es: "Nota en {number}, que el cliente no ve", en: "Note on {number}, not for the customer")(
        language, number)
    case .cause where followUp?.needsCause ?? false:
      Phrase(es: "Causa del seguimiento {number}", en: "Cause of follow-up {number}")(language, number)
    case .action:
      Phrase(es: "Qué se hizo en el seguimiento {number}", en: "What was done on follow-up {number}")(
        language, number)
    case .cause:
      Phrase(es: "Causa de {number} (puede quedar vacía)", en: "Cause of {number} (may stay empty)")(
        language, number)
    case .until:
      Phrase(
        es: "{number} pendiente hasta: mañana 10:30, 2h (puede quedar vacío)",
        en: "{number} pending until: tomorrow 10:30, 2h (may stay empty)")(language, number)
    case .tag:
      Phrase(es: "Etiquetas de {number}: vip -prueba", en: "Tags of {number}: vip -test")(language, number)
    case .assignee: Phrase(es: "Asignar {number} a", en: "Assign {number} to")(language, number)
    case .filter:
      Phrase(
        es: "Filtro: status:open tag:vip assignee:@me, o palabras",
        en: "Filter: status:open tag:vip assignee:@me, or words")(language)
    }
  }

  private func replyLabel(_ language: Language, _ number: [String: String]) -> String {
    switch delivery {
    case .usual: Phrase(es: "Respuesta a {number}", en: "Reply to {number}")(language, number)
    case .template(let name):
      Phrase(es: "Plantilla «{name}» a {number}", en: "Template “{name}” to {number}")(
        language, number.merging(["name": name]) { own, _ in own })
    case .byHand:
      Phrase(
        es: "Respuesta a {number} que ya se envió a mano", en: "Reply to {number} that was sent by hand")(
          language, number)
    }
  }

  func keys(_ language: Language) -> String {
    switch purpose {
    case .reply where delivery == .byHand:
      Phrase(
        es: "Intro anota  Alt+Intro línea nueva  Esc guarda el borrador  ^S sin enviar",
        en: "Enter records  Alt+Enter new line  Esc keeps the draft  ^S not sent yet")(language)
    case .reply:
      Phrase(
        es: "Intro anota  Alt+Intro línea nueva  Esc guarda el borrador  ^S ya se envió",
        en: "Enter records  Alt+Enter new line  Esc keeps the draft  ^S was sent by hand")(language)
    case .note:
      Phrase(
        es: "Intro anota  Alt+Intro línea nueva  Esc guarda el borrador",
        en: "Enter records  Alt+Enter new line  Esc keeps the draft")(language)
    case .assignee:
      Phrase(es: "Intro asigna  Tab completa  Esc cancela", en: "Enter assigns  Tab completes  Esc cancels")(
        language)
    case .filter:
      Phrase(
        es: "Intro filtra (vacío: todo lo no resuelto)  Tab completa  Esc cancela",
        en: "Enter filters (empty: all that is unsolved)  Tab completes  Esc cancels")(language)
    case .template:
      Phrase(
        es: "Intro sigue con el texto  ^S lo escrito ya se envió a mano  Esc cancela",
        en: "Enter goes on to the text  ^S this text was sent by hand  Esc cancels")(language)
    case .cause where followUp?.needsAction ?? false:
      Phrase(
        es: "Intro sigue con lo que se hizo  Esc cancela", en: "Enter goes on to what was done  Esc cancels")(
          language)
    case .action:
      Phrase(
        es: "Intro resuelve  Alt+Intro línea nueva  Esc guarda el borrador",
        en: "Enter solves  Alt+Enter new line  Esc keeps the draft")(language)
    case .cause: Phrase(es: "Intro resuelve  Esc cancela", en: "Enter solves  Esc cancels")(language)
    case .until:
      Phrase(es: "Intro deja pendiente  Esc cancela", en: "Enter pends  Esc cancels")(language)
    case .tag: Phrase(es: "Intro cambia  Esc cancela", en: "Enter changes  Esc cancels")(language)
    }
  }
}
