import VocDesk

extension ShiftPage {
  /// For `voc shift handover`.
  static let listing = Listing<Desk.ShiftLine>(columns + [subject] + hidden)

  /// For `voc shift start`, which also tells who handed a ticket over, and when.
  static let startListing = Listing<Desk.ShiftLine>(
    columns + [
      .init(name: "handed_by", header: Phrase(both: ""), value: { JSON($0.handed?.by) }),
      .init(name: "handed_at", header: Phrase(both: ""), value: { TicketJSON.time($0.handed?.at) }),
      subject,
    ] + hidden)

  // Only programs read them: people get a table of their own.
  private static let columns: [Listing<Desk.ShiftLine>.Column] = [
    .init(name: "section", header: Phrase(both: ""), value: { .string($0.section.rawValue) }),
    .init(name: "id", header: Phrase(both: ""), value: { .int($0.listed.ticket.id) }),
    .init(name: "status", header: Phrase(both: ""), value: { .string($0.listed.ticket.status.rawValue) }),
    .init(name: "priority", header: Phrase(both: ""), value: { .string($0.listed.ticket.priority.name) }),
    .init(name: "channel", header: Phrase(both: ""), value: { .string($0.listed.channel) }),
    .init(name: "customer", header: Phrase(both: ""), value: { .string($0.listed.customer) }),
    .init(
      name: "waiting_since", header: Phrase(both: ""),
      value: { TicketJSON.time($0.listed.ticket.waitingSince) }),
    .init(name: "due_at", header: Phrase(both: ""), value: { TicketJSON.time($0.listed.dueAt) }),
    .init(name: "window_closes_at", header: Phrase(both: ""), value: { TicketJSON.time($0.closesAt) }),
    .init(name: "assignee", header: Phrase(both: ""), value: { JSON($0.listed.assignee) }),
    .init(name: "note", header: Phrase(both: ""), value: { JSON($0.notes.first?.body) }),
  ]

  private static let subject = Listing<Desk.ShiftLine>.Column(
    name: "subject", header: Phrase(both: ""), value: { .string($0.listed.ticket.subject) })

  private static let hidden: [Listing<Desk.ShiftLine>.Column] = [
    .init(
      name: "pending_until", header: Phrase(both: ""), isHidden: true,
      value: { TicketJSON.time($0.listed.ticket.pendingUntil) }),
    .init(
      name: "note_by", header: Phrase(both: ""), isHidden: true, value: { JSON($0.notes.first?.authorName) }),
    .init(
      name: "note_at", header: Phrase(both: ""), isHidden: true,
      value: { TicketJSON.time($0.notes.first?.at) }),
    .init(
      name: "earlier_note", header: Phrase(both: ""), isHidden: true,
      value: { JSON($0.notes.dropFirst().first?.body) }),
    .init(
      name: "customer_id", header: Phrase(both: ""), isHidden: true,
      value: { .int($0.listed.ticket.customerID) }),
  ]
}
