import VocDomain

/// The words of a ticket's event: "estado: abierto → resuelto".
struct ChangeText {
  let language: Language

  func text(_ event: TicketEvent) -> String {
    let kind = event.kind.phrase(language)
    switch (event.kind, event.from, event.to) {
    case (.reply, let message?, nil), (.note, let message?, nil):
      return "\(kind): "
        + Phrase(es: "retirada (mensaje {id})", en: "taken back (message {id})")(
          language, ["id": message])
    case (.reply, _, _), (.note, _, _), (.created, _, _), (.noReply, _, _): return kind
    case (.activity, let status, let name):
      return "\(kind): \(name ?? "—")" + (status.map { " (\(word(.status, $0)))" } ?? "")
    case (_, let from, let to): return "\(kind): \(word(event.kind, from)) → \(word(event.kind, to))"
    }
  }

  /// A value of a field as people read it.
  func word(_ kind: TicketEvent.Kind, _ value: String?) -> String {
    guard let value else { return "—" }
    switch kind {
    case .status: return Ticket.Status(rawValue: value)?.phrase(language) ?? value
    case .priority: return Ticket.Priority(word: value)?.phrase(language) ?? value
    default: return value
    }
  }
}
