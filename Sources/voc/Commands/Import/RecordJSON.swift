import VocDomain

/// What `voc import --records` prints of each record.
enum RecordJSON {
  static func line(_ record: ChannelRecord, at instant: Instant, offset: Int64) -> JSON {
    .object([
      .init("line", .int(Int64(record.line))),
      .init("at", .string(Timestamp.rfc3339(instant, offset: offset))),
      .init("sender", TicketJSON.text(record.sender)), .init("kind", .string(record.kind.rawValue)),
      .init("text", .string(record.text)), .init("attachment", TicketJSON.text(record.attachment)),
      .init("flags", TicketJSON.flags(record.flags)),
    ])
  }

  static func line(_ record: AnswerRecord, at instant: Instant?, offset: Int64) -> JSON {
    .object([
      .init("line", .int(Int64(record.line))),
      .init("at", TicketJSON.text(instant.map { Timestamp.rfc3339($0, offset: offset) })),
      .init("survey", .string(record.survey.rawValue)), .init("score", .int(Int64(record.score))),
      .init("comment", .string(record.comment)), .init("phone", TicketJSON.text(record.phone)),
      .init("name", TicketJSON.text(record.name)), .init("email", TicketJSON.text(record.email)),
      .init("channel", TicketJSON.text(record.channel)), .init("agent", TicketJSON.text(record.agent)),
      .init("ticket", record.ticket.map(JSON.int) ?? .null),
    ])
  }
}
