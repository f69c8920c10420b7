import VocDesk
import VocDomain

/// A ticket with all that belongs to it, as JSON.
enum TicketJSON {
  static func members(_ view: Desk.TicketView) -> [JSON.Member] {
    members(view.ticket, channel: view.channel.name, assignee: view.assignee?.name, dueAt: view.dueAt) + [
      .init("customer", customer(view.customer, view.contactPoints)),
      .init("tags", .array(view.tags.map(JSON.string))),
      .init("window_closes_at", time(view.window?.closesAt)),
      .init("messages", .array(view.lines.map(message))),
      .init("events", .array(view.events.map(event))), .init("answers", .array(view.answers.map(answer))),
      .init("other_tickets", .array(view.otherTickets.map(ticketLine))),
      .init("merged_into", JSON(view.mergedInto)),
      .init("merged_from", .array(view.mergedFrom.map(JSON.int))),
      .init("follow_up_of", view.followUp.map { followed($0.answer) } ?? .null),
      .init("follow_ups", .array(view.followUps.map(JSON.int))),
      .init("cues", .array(view.cues.map(\.json))),
      .init("suggested_tag", JSON(view.suggestedTag?.tag)),
    ]
  }

  static func members(_ exported: Desk.ExportedTicket) -> [JSON.Member] {
    let line = exported.line
    return members(line.ticket, channel: line.channel, assignee: line.assignee, dueAt: line.dueAt) + [
      .init("customer", customer(exported.customer, exported.contactPoints)),
      .init("tags", .array(exported.tags.map(JSON.string))),
      .init("answers", .array(exported.answers.map(answer))),
      .init("merged_into", JSON(exported.mergedInto)),
      .init("messages", .array(exported.messages.map(message))),
    ]
  }

  /// What stands in the ticket itself.
  private static func members(
    _ ticket: Ticket, channel: String, assignee: String?, dueAt: Instant?
  ) -> [JSON.Member] {
    [
      .init("id", .int(ticket.id)), .init("status", .string(ticket.status.rawValue)),
      .init("priority", .string(ticket.priority.name)), .init("subject", .string(ticket.subject)),
      .init("channel", .string(channel)), .init("assignee", JSON(assignee)),
      .init("cause", JSON(ticket.cause)),
      .init("created_at", time(ticket.createdAt)), .init("updated_at", time(ticket.updatedAt)),
      .init("waiting_since", time(ticket.waitingSince)), .init("due_at", time(dueAt)),
      .init("pending_until", time(ticket.pendingUntil)),
      .init("solved_at", time(ticket.solvedAt)),
    ]
  }

  static func time(_ instant: Instant?) -> JSON { JSON(instant.map { Timestamp.rfc3339($0) }) }

  static func customer(_ customer: Customer, _ points: [ContactPoint]) -> JSON {
    .object([
      .init("id", .int(customer.id)), .init("name", .string(customer.name)),
      .init("language", JSON(customer.language)), .init("country", JSON(customer.country)),
      .init("segment", JSON(customer.segment?.rawValue)), .init("stage", JSON(customer.stage?.rawValue)),
      .init(
        "contact_points",
        .array(
          points.map {
            .object([.init("kind", .string($0.kind.rawValue)), .init("value", .string($0.value))])
          })),
    ])
  }

  static func ticketLine(_ ticket: Ticket) -> JSON {
    .object([
      .init("id", .int(ticket.id)), .init("status", .string(ticket.status.rawValue)),
      .init("created_at", time(ticket.createdAt)), .init("subject", .string(ticket.subject)),
    ])
  }

  static func answer(_ answer: Answer) -> JSON { .object(members(answer)) }

  private static func followed(_ answer: Answer) -> JSON {
    .object(members(answer) + [.init("ticket", JSON(answer.ticketID))])
  }

  private static func members(_ answer: Answer) -> [JSON.Member] {
    [
      .init("survey", .string(answer.survey.rawValue)), .init("score", .int(Int64(answer.score))),
      .init("at", time(answer.at)), .init("comment", .string(answer.comment)),
    ]
  }

  private static func outbox(_ entry: OutboxEntry) -> JSON {
    .object([
      .init("state", .string(entry.state.rawValue)), .init("attempts", .int(Int64(entry.attempts))),
      .init("reason", JSON(entry.reason)), .init("external_id", JSON(entry.externalID)),
      .init("template", JSON(entry.template)), .init("queued_at", time(entry.queuedAt)),
      .init("changed_at", time(entry.changedAt)),
    ])
  }

  private static func message(_ line: Desk.MessageLine) -> JSON {
    let message = line.message
    return .object([
      .init("id", .int(message.id)), .init("at", time(message.at)),
      .init("author", .string(message.author.rawValue)),
      .init("name", .string(message.authorName)), .init("kind", .string(message.kind.rawValue)),
      .init("public", .bool(message.isPublic)), .init("text", .string(message.body)),
      .init("attachment", JSON(message.attachment)), .init("flags", flags(message.flags)),
      .init("channel", .string(line.channel.name)),
      .init("call", line.call.map { .object(members($0, agent: line.agent)) } ?? .null),
      .init("reactions", .array(line.reactions.map(reaction))),
      .init("delivery", line.delivery.map(delivery) ?? .null),
      .init("outbox", line.outbox.map(outbox) ?? .null),
    ])
  }

  /// Lengths of time are seconds.
  static func members(_ call: Call, agent: String?) -> [JSON.Member] {
    [
      .init("direction", .string(call.direction.rawValue)),
      .init("disposition", .string(call.disposition.rawValue)), .init("agent", JSON(agent)),
      .init("queue", JSON(call.queue)), .init("wait", JSON(call.wait)), .init("talk", JSON(call.talk)),
      .init("hold", JSON(call.hold)), .init("wrap_up", JSON(call.wrapUp)),
      .init("transfers", .int(Int64(call.transfers))),
    ]
  }

  private static func reaction(_ reaction: Reaction) -> JSON {
    .object([
      .init("author", .string(reaction.author)), .init("sign", .string(reaction.sign)),
      .init("at", time(reaction.at)),
    ])
  }

  private static func delivery(_ delivery: Delivery) -> JSON {
    .object([
      .init("status", .string(delivery.status.rawValue)), .init("at", time(delivery.at)),
      .init("reason", JSON(delivery.reason)),
    ])
  }

  static func flags(_ flags: ChannelRecord.Flags) -> JSON {
    .array(ChannelRecord.Flags.names.filter { flags.contains($0.flag) }.map { .string($0.name) })
  }

  private static func event(_ event: TicketEvent) -> JSON {
    .object([
      .init("at", time(event.at)), .init("actor", .string(event.actor)),
      .init("kind", .string(event.kind.rawValue)),
      .init("from", JSON(event.from)), .init("to", JSON(event.to)),
    ])
  }
}
