import VocDesk
import VocDomain

/// A customer with all that belongs to them, as JSON.
enum CustomerJSON {
  static func view(_ view: Desk.CustomerView) -> JSON {
    let customer = TicketJSON.customer(view.customer, [])
    guard case .object(let members) = customer else { return .null }
    return .object(
      members.filter { $0.name != "contact_points" } + [
        .init("value", JSON(view.worth.amount)),
        .init("contact_points", .array(view.contacts.map(contact))),
        .init("merged", .array(view.merges.map(merge))),
        .init("tickets", .array(view.timeline.compactMap(ticket))),
        .init("answers", .array(view.timeline.compactMap(answer))),
        .init("calls", .array(view.timeline.compactMap(call))),
        .init("timeline", .array(view.timeline.map(entry))),
      ])
  }

  private static func contact(_ line: Desk.ContactLine) -> JSON {
    .object([
      .init("kind", .string(line.point.kind.rawValue)), .init("value", .string(line.point.value)),
      .init("channel", JSON(line.channel)),
    ])
  }

  private static func merge(_ line: Desk.MergeLine) -> JSON {
    .object([
      .init("id", .int(line.customer.id)), .init("name", .string(line.customer.name)),
      .init("at", TicketJSON.time(line.at)), .init("actor", .string(line.actor)),
      .init("reason", JSON(line.reason)),
    ])
  }

  private static func ticket(_ entry: Desk.TimelineEntry) -> JSON? {
    if case .ticket(let ticket) = entry.kind { TicketJSON.ticketLine(ticket) } else { nil }
  }

  private static func answer(_ entry: Desk.TimelineEntry) -> JSON? {
    if case .answer(let answer) = entry.kind { TicketJSON.answer(answer) } else { nil }
  }

  private static func call(_ line: Desk.CallLine) -> JSON {
    .object(
      [.init("ticket", JSON(line.ticketID))] + TicketJSON.members(line.call, agent: line.agent)
        + [.init("note", .string(line.note))])
  }

  private static func call(_ entry: Desk.TimelineEntry) -> JSON? {
    guard case .call(let line) = entry.kind, case .object(let members) = call(line) else { return nil }
    return .object([.init("at", TicketJSON.time(entry.at)), .init("channel", JSON(entry.channel))] + members)
  }

  /// The time and channel, then what it is: the members of its kind.
  private static func entry(_ entry: Desk.TimelineEntry) -> JSON {
    let (kind, what): (JSON, JSON) =
      switch entry.kind {
      case .ticket(let ticket): ("ticket", TicketJSON.ticketLine(ticket))
      case .answer(let answer): ("answer", TicketJSON.answer(answer))
      case .call(let line): ("call", call(line))
      }
    return .object([
      .init("at", TicketJSON.time(entry.at)), .init("channel", JSON(entry.channel)), .init("kind", kind),
      .init(kind.plain, what),
    ])
  }
}
