import VocDesk
import VocDomain

/// What `voc import --records` prints of each record: instants in the zone of the file's local times.
struct RecordJSON {
  let zone: ZoneClock

  func line(_ record: Desk.ReadRecord) -> JSON {
    switch record {
    case .chat(let record): line(record)
    case .record(let record): line(record)
    }
  }

  private func line(_ record: ChannelRecord) -> JSON {
    .object([
      .init("line", .int(Int64(record.line))), .init("at", time(.local(record.at))),
      .init("sender", JSON(record.sender)), .init("kind", .string(record.kind.rawValue)),
      .init("text", .string(record.text)), .init("attachment", JSON(record.attachment)),
      .init("flags", TicketJSON.flags(record.flags)),
    ])
  }

  private func line(_ record: ExportRecord) -> JSON {
    let members =
      switch record {
      case .party(let party, _, let updatedAt): ("party", [.init("party", self.party(party)), version(updatedAt)])
      case .ticket(let record): ("ticket", members(record))
      case .message(let record): ("message", members(record))
      case .change(let record): ("change", members(record))
      case .call(let record): ("call", members(record))
      case .event(let record): ("event", members(record))
      case .agentState(let record):
        (
          "agent_state",
          [
            .init("at", time(record.at)), .init("agent", self.party(record.agent)),
            .init("state", .string(record.state.rawValue)), .init("queue", JSON(record.queue)),
            .init("reason", JSON(record.reason)),
          ]
        )
      case .answer(let record): ("answer", members(record))
      } as (String, [JSON.Member])
    return .object(
      [.init("line", .int(Int64(record.line))), .init("record", .string(members.0))] + members.1)
  }

  private func members(_ record: TicketRecord) -> [JSON.Member] {
    [
      .init("key", .string(record.key)), version(record.updatedAt), .init("subject", JSON(record.subject)),
      .init("requester", record.requester.map(party) ?? .null), .init("assignee", record.assignee.map(party) ?? .null),
      .init("status", JSON(record.status?.rawValue)), .init("priority", JSON(record.priority?.name)),
      .init("tags", .array(record.tags.map(JSON.string))), .init("via", JSON(record.via)),
      .init("created_at", record.createdAt.map(time) ?? .null),
      .init("solved_at", record.solvedAt.map(time) ?? .null),
    ]
  }

  private func members(_ record: MessageRecord) -> [JSON.Member] {
    [
      .init("key", JSON(record.key)), .init("ticket", JSON(record.ticket)), .init("chat", JSON(record.chat?.key)),
      .init("at", time(record.at)), .init("author", party(record.author)),
      .init("kind", .string(record.kind.rawValue)), .init("public", .bool(record.isPublic)),
      .init("text", .string(record.text)), .init("attachment", JSON(record.attachment)),
      .init("flags", TicketJSON.flags(record.flags)),
    ]
  }

  private func members(_ record: MessageChangeRecord) -> [JSON.Member] {
    let (name, value): (String, String?) =
      switch record.change {
      case .edited(let text): ("edited", text)
      case .revoked: ("revoked", nil)
      case .reaction(let sign): ("reaction", sign)
      case .delivery(let status, let reason): (status.rawValue, reason)
      }
    return [
      .init("message", .string(record.message)), .init("at", time(record.at)),
      .init("party", record.party.map(party) ?? .null), .init("change", .string(name)), .init("value", JSON(value)),
    ]
  }

  private func members(_ record: CallRecord) -> [JSON.Member] {
    func seconds(_ name: String, _ value: Int64?) -> JSON.Member { .init(name, value.map(JSON.int) ?? .null) }
    return [
      .init("key", JSON(record.key)), .init("ticket", JSON(record.ticket)), .init("at", time(record.at)),
      .init("direction", .string(record.direction.rawValue)), .init("customer", party(record.customer)),
      .init("agent", record.agent.map(party) ?? .null), .init("queue", JSON(record.queue)),
      .init("disposition", .string(record.disposition.rawValue)), seconds("wait", record.wait),
      seconds("talk", record.talk), seconds("hold", record.hold), seconds("wrap_up", record.wrapUp),
      .init("transfers", .int(Int64(record.transfers))), .init("note", JSON(record.note)),
      .init("whole", .bool(record.fragments.isEmpty)),
    ]
  }

  private func members(_ record: EventRecord) -> [JSON.Member] {
    [
      .init("key", JSON(record.key)), .init("ticket", .string(record.ticket)), .init("at", time(record.at)),
      .init("event", .string(record.name)), .init("status", JSON(record.status?.rawValue)),
      .init("actor", record.actor.map(party) ?? .null), .init("from", JSON(record.from)),
      .init("to", JSON(record.to)),
    ]
  }

  private func members(_ record: AnswerRecord) -> [JSON.Member] {
    [
      .init("key", JSON(record.key)), .init("at", record.at.map(time) ?? .null),
      .init("survey", .string(record.survey.rawValue)), .init("score", .int(Int64(record.score))),
      .init("comment", .string(record.comment)), .init("phone", JSON(record.phone)),
      .init("name", JSON(record.name)), .init("email", JSON(record.email)),
      .init("channel", JSON(record.channel)), .init("agent", JSON(record.agent ?? record.agentKey)),
      .init("ticket", record.ticket.map(JSON.int) ?? JSON(record.ticketKey)),
      .init("completeness", .string(record.completeness.rawValue)),
    ]
  }

  private func party(_ party: PartyRecord) -> JSON {
    let all: [(String, String?)] = [
      ("key", party.key), ("role", party.role?.rawValue), ("name", party.name), ("phone", party.phone),
      ("email", party.email), ("bsuid", party.bsuid), ("handle", party.handle), ("visitor", party.visitor),
      ("external_id", party.externalID), ("language", party.language), ("country", party.country),
    ]
    return .object(all.compactMap { name, value in value.map { .init(name, .string($0)) } })
  }

  private func time(_ time: RecordTime) -> JSON {
    let instant = time.instant(in: zone)
    return .string(Timestamp.rfc3339(instant, offset: zone.offset(at: instant)))
  }

  private func version(_ instant: Instant?) -> JSON.Member {
    .init("updated_at", instant.map { time(.instant($0)) } ?? .null)
  }
}
