import VocDomain

/// The words of a ticket's event: "estado: abierto → resuelto".
struct ChangeText {
  let language: Language
  /// The reader's; times are told as data has them without one.
  var clock: ZoneClock?

  func text(_ event: TicketEvent) -> String {
    let kind = event.kind.phrase(language)
    switch (event.kind, event.from, event.to) {
    case (.reply, let message?, nil), (.note, let message?, nil):
      return "\(kind): "
        + Phrase(es: "retirada (mensaje {id})", en: "taken back (message {id})")(
          language, ["id": message])
    case (.merge, _, _), (.unmerge, _, _), (.split, _, _): return mergeText(event)
    case (.reply, _, _), (.note, _, _), (.created, _, _), (.noReply, _, _): return kind
    case (.action, nil, let text?): return "\(kind): \(text)"
    case (.activity, let status, let name):
      return "\(kind): \(name ?? "—")" + (status.map { " (\(word(.status, $0)))" } ?? "")
    case (_, let from, let to): return "\(kind): \(word(event.kind, from)) → \(word(event.kind, to))"
    }
  }

  private func mergeText(_ event: TicketEvent) -> String {
    let isFrom = event.from != nil
    let phrase =
      switch event.kind {
      case .merge where isFrom: Phrase(es: "se le fusionó #{id}", en: "#{id} was merged into it")
      case .merge: Phrase(es: "fusionado con #{id}", en: "merged into #{id}")
      case .unmerge where isFrom: Phrase(es: "#{id} se separó de él", en: "#{id} came out of it")
      case .unmerge: Phrase(es: "separado de #{id}", en: "unmerged from #{id}")
      default:
        isFrom
          ? Phrase(es: "salió de #{id}", en: "split off #{id}")
          : Phrase(es: "una parte pasó a #{id}", en: "a part went to #{id}")
      }
    return phrase(language, ["id": event.from ?? event.to ?? ""])
  }

  /// A value of a field as people read it.
  func word(_ kind: TicketEvent.Kind, _ value: String?) -> String {
    guard let value else { return "—" }
    switch kind {
    case .status: return Ticket.Status(rawValue: value)?.phrase(language) ?? value
    case .priority: return Ticket.Priority(word: value)?.phrase(language) ?? value
    case .pendingUntil:
      guard let clock, let time = Instant(eventText: value) else { return value }
      return Timestamp.display(clock.localTime(of: time), language)
    case .quality:
      return NumberStyle(language: language, decimalMark: ".").percent((Double(value) ?? .nan) / 100)
    default: return value
    }
  }
}
