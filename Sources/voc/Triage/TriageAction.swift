/// What one can do in triage with a single key: the table from which keys, footer and help come.
enum TriageAction: CaseIterable, Sendable {
  case take, reply, note, solve, next, macro, pend, hold, noReply, assign, release, tag, priority, reopen,
    merge
  case undo, replyInEditor, noteInEditor, untag, presence, filter, help, quit
  case down, up, first, last, pageDown, pageUp, otherPane, redraw, suspend

  /// The letter, as footer and help show it.
  var letter: String { TriageAction.rows[self]?.letter ?? "" }
  /// A word for the footer; nil for what one finds in the help.
  var label: Phrase? { TriageAction.rows[self]?.label }
  var explanation: Phrase { TriageAction.rows[self]?.explanation ?? Phrase(both: "") }

  /// The action of a key; nil for a key that does nothing.
  init?(_ key: Key) {
    let bare = Key(key.code, key.modifiers.subtracting(.shift))
    if let action = TriageAction.others.first(where: { $0.keys.contains(key) || $0.keys.contains(bare) }) {
      self = action.action
      return
    }
    guard case .character(let character) = bare.code, bare.modifiers.isEmpty,
      let action = TriageAction.allCases.first(where: { $0.letter == String(character) })
    else { return nil }
    self = action
  }

  /// Keys that are no letters, and the habits of vi, less and the shell.
  private static let others: [(action: TriageAction, keys: [Key])] = [
    (.down, [Key(.down), .character("j")]), (.up, [Key(.up), .character("k")]),
    (.first, [Key(.home), .character("g")]), (.last, [Key(.end), .character("G")]),
    (.pageDown, [Key(.pageDown), .control("f"), .control("d"), .character(" ")]),
    (.pageUp, [Key(.pageUp), .control("b"), .control("u")]),
    (.otherPane, [Key(.tab), Key(.tab, .shift), Key(.left), Key(.right), Key(.enter)]),
    (.help, [Key(.function(1))]), (.redraw, [.control("l")]), (.suspend, [.control("z")]),
    (.quit, [.control("c")]),
  ]

  private struct Row {
    let letter: String
    var label: Phrase? = nil
    let explanation: Phrase
  }

  // Mnemonic in Spanish where the languages collide: l is liberar, m marcar, f fusionar, x próximo and next alike.
  private static let rows: [TriageAction: Row] = [
    .take: Row(
      letter: "t", label: Phrase(es: "tomar", en: "take"),
      explanation: Phrase(es: "tomar el ticket", en: "take the ticket")),
    .reply: Row(
      letter: "r", label: Phrase(es: "responder", en: "reply"),
      explanation: Phrase(es: "anotar una respuesta", en: "record a reply")),
    .note: Row(
      letter: "n", label: Phrase(es: "nota", en: "note"),
      explanation: Phrase(es: "nota que el cliente no ve", en: "note, not for customers")),
    .solve: Row(
      letter: "s", label: Phrase(es: "resolver", en: "solve"),
      explanation: Phrase(es: "resolver, con su causa", en: "solve, with its cause")),
    .next: Row(
      letter: "x", label: Phrase(es: "próximo", en: "next"),
      explanation: Phrase(es: "próximo del reparto", en: "the router’s next one")),
    .macro: Row(
      letter: "M", label: Phrase(es: "macro", en: "macro"),
      explanation: Phrase(es: "responder con una macro", en: "reply with a macro")),
    .pend: Row(
      letter: "d", label: Phrase(es: "pendiente", en: "pend"),
      explanation: Phrase(es: "pendiente del cliente", en: "pend for the customer")),
    .hold: Row(
      letter: "e", label: Phrase(es: "en espera", en: "hold"),
      explanation: Phrase(es: "en espera de un tercero", en: "hold for a third party")),
    .noReply: Row(
      letter: "m",
      explanation: Phrase(es: "dar por atendido", en: "mark as needing no reply")),
    .assign: Row(
      letter: "a", label: Phrase(es: "asignar", en: "assign"),
      explanation: Phrase(es: "asignar a un agente", en: "assign to an agent")),
    .release: Row(
      letter: "l", label: Phrase(es: "liberar", en: "release"),
      explanation: Phrase(es: "liberar el ticket", en: "leave it unassigned")),
    .tag: Row(
      letter: "+", label: Phrase(es: "etiqueta", en: "tag"),
      explanation: Phrase(es: "poner etiquetas", en: "put tags on")),
    .untag: Row(letter: "-", explanation: Phrase(es: "quitar etiquetas", en: "take tags off")),
    .priority: Row(
      letter: "p", label: Phrase(es: "prioridad", en: "priority"),
      explanation: Phrase(es: "cambiar la prioridad", en: "change the priority")),
    .reopen: Row(letter: "o", explanation: Phrase(es: "reabrir un resuelto", en: "reopen a solved one")),
    .merge: Row(
      letter: "f", label: Phrase(es: "fusionar", en: "merge"),
      explanation: Phrase(es: "fusionar con otro ticket", en: "merge it into another")),
    .undo: Row(
      letter: "u", label: Phrase(es: "deshacer", en: "undo"),
      explanation: Phrase(es: "deshacer lo último", en: "undo the last act")),
    .replyInEditor: Row(
      letter: "R", explanation: Phrase(es: "responder en el editor", en: "reply in the editor")),
    .noteInEditor: Row(letter: "N", explanation: Phrase(es: "nota en el editor", en: "note in the editor")),
    .presence: Row(
      letter: "c", explanation: Phrase(es: "conectarse, desconectarse", en: "go online or offline")),
    .filter: Row(
      letter: "/", label: Phrase(es: "filtro", en: "filter"),
      explanation: Phrase(es: "filtrar la lista", en: "filter the list")),
    .help: Row(
      letter: "?", label: Phrase(es: "ayuda", en: "help"),
      explanation: Phrase(es: "esta ayuda", en: "this help")),
    .quit: Row(
      letter: "q", label: Phrase(es: "salir", en: "quit"), explanation: Phrase(es: "salir", en: "quit")),
  ]
}

extension TriageAction {
  /// What the help tells besides the letters: keys, and signs on the screen.
  static let moves: [(keys: Phrase, explanation: Phrase)] = [
    (Phrase(both: "j k ↓ ↑"), Phrase(es: "ticket o línea", en: "ticket or line")),
    (Phrase(both: "g G"), Phrase(es: "el primero, el último", en: "the first, the last")),
    (
      Phrase(es: "RePág AvPág", en: "PgUp PgDn"),
      Phrase(es: "la conversación, página", en: "page of conversation")
    ),
    (
      Phrase(es: "Tab Intro", en: "Tab Enter"), Phrase(es: "lista o conversación", en: "list or conversation")
    ),
    (Phrase(both: "▌"), Phrase(es: "lo que nadie respondió", en: "what nobody answered")),
    (Phrase(both: "✎"), Phrase(es: "borrador sin anotar", en: "draft not recorded")),
    (Phrase(both: "^S"), Phrase(es: "respuesta enviada a mano", en: "reply sent by hand")),
    (Phrase(both: "^L ^Z"), Phrase(es: "redibujar, suspender", en: "redraw, suspend")),
  ]
}
