import VocDesk
import VocDomain

/// What whoever replies is to know besides what became of the tickets: the texts, and who may not get them.
struct ReplyNotices {
  /// By ticket.
  let texts: [Int64: String]
  /// Tickets whose customer has no known address on its channel.
  private let unaddressed: [Int64]
  private let isOfAgent: Bool

  /// Nil where none of the changes is a reply.
  init?(_ changes: [Desk.TicketChange], _ tickets: [Ticket], _ desk: Desk) throws {
    let replies = changes.compactMap { change -> Desk.Reply? in
      if case .reply(let reply) = change { reply } else { nil }
    }
    guard let reply = replies.first else { return nil }
    texts = Dictionary(
      try tickets.map { ($0.id, try desk.text(of: reply, forTicket: $0.id)) }, uniquingKeysWith: { $1 })
    unaddressed = reply.isSent ? [] : try desk.unaddressed(tickets.map(\.id))
    isOfAgent = try desk.actingAgent() != nil
  }

  func write(_ invocation: Invocation, isRehearsal: Bool) {
    noticeUnaddressed(invocation, isRehearsal: isRehearsal)
    if isOfAgent || texts.isEmpty { return }
    invocation.notice(
      isRehearsal
        ? Phrase(
          es:
            "«{actor}» no es un agente: la respuesta llevaría ese nombre, y no sería de nadie en los informes. Con --as se indica quién responde.",
          en:
            "“{actor}” is no agent: the reply would carry that name, and be nobody’s in reports. --as says who answers."
        )
        : Phrase(
          es:
            "«{actor}» no es un agente: la respuesta lleva ese nombre, y no es de nadie en los informes. Si no es lo que se quería: «voc undo» y de nuevo con --as AGENTE.",
          en:
            "“{actor}” is no agent: the reply carries that name, and is nobody’s in reports. If that was not meant: “voc undo”, and once more with --as AGENT."
        ), ["actor": invocation.actor])
  }

  private func noticeUnaddressed(_ invocation: Invocation, isRehearsal: Bool) {
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
