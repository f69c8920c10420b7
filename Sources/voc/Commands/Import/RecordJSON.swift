import VocDomain

/// What `voc import --records` prints of each record.
enum RecordJSON {
  static func line(_ record: ChannelRecord, at instant: Instant, offset: Int64) -> JSON {
    .object([
      .init("line", .int(Int64(record.line))),
      .init("at", .string(Timestamp.rfc3339(instant, offset: offset))),
      .init("sender", JSON(record.sender)), .init("kind", .string(record.kind.rawValue)),
      .init("text", .string(record.text)), .init("attachment", JSON(record.attachment)),
      .init("flags", TicketJSON.flags(record.flags)),
    ])
  }

  static func line(_ record: AnswerRecord, at instant: Instant?, offset: Int64) -> JSON {
    .object([
      .init("line", .int(Int64(record.line))),
      .init("at", JSON(instant.map { Timestamp.rfc3339($0, offset: offset) })),
      .init("survey", .string(record.survey.rawValue)), .init("score", .int(Int64(record.score))),
      .init("comment", .string(record.comment)), .init("phone", JSON(record.phone)),
      .init("name", JSON(record.name)), .init("email", JSON(record.email)),
      .init("channel", JSON(record.channel)), .init("agent", JSON(record.agent)),
      .init("ticket", record.ticket.map(JSON.int) ?? .null),
    ])
  }
}
