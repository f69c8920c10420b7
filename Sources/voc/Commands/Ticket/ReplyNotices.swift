import VocDesk
import VocDomain

/// What whoever replies is to know besides what became of the tickets: the texts, and who may not get them.
struct ReplyNotices {
  /// By ticket.
  let texts: [Int64: String]
  /// Tickets whose customer has no known address on its channel.
  private let unaddressed: [Int64]

  /// Nil where none of the changes is a reply.
  init?(_ changes: [Desk.TicketChange], _ tickets: [Ticket], _ desk: Desk) throws {
    let replies = changes.compactMap { change -> Desk.Reply? in
      if case .reply(let reply) = change { reply } else { nil }
    }
    guard let reply = replies.first else { return nil }
    texts = Dictionary(
      try tickets.map { ($0.id, try desk.text(of: reply, forTicket: $0.id)) }, uniquingKeysWith: { $1 })
    unaddressed = reply.isSent ? [] : try desk.unaddressed(tickets.map(\.id))
  }

  func noticeUnaddressed(_ invocation: Invocation, isRehearsal: Bool) {
    if unaddressed.isEmpty { return }
    let shown = unaddressed.prefix(5).map { "#\($0)" }.joined(separator: ", ")
    invocation.notice(
      isRehearsal
        ? Phrase(
          es:
            "{all}: no se conoce la dirección del cliente en su canal, y quizá un conector no pueda entregar la respuesta. Si se envía a mano, va con --sent.",
          en:
            "{all}: the customer’s address on the channel is not known, and a connector may not be able to deliver the reply. If it is sent by hand, give --sent."
        )
        : Phrase(
          es:
            "{all}: no se conoce la dirección del cliente en su canal, y quizá un conector no pueda entregar la respuesta. Si se envía a mano: «voc undo» y de nuevo con --sent.",
          en:
            "{all}: the customer’s address on the channel is not known, and a connector may not be able to deliver the reply. If it is sent by hand: “voc undo”, and once more with --sent."
        ), ["all": shown + (unaddressed.count > 5 ? "…" : "")])
  }
}
