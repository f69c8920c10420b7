import Foundation
import VocDomain

extension ExportRecord {
  /// One line that shows every field that has a value.
  var summary: String {
    var words: [String]
    switch self {
    case .party(let party, _, let updatedAt):
      words = ["party", party.summary] + [updatedAt.map { "v=\($0.clock)" }].compactMap(\.self)
    case .ticket(let ticket):
      words = ["ticket \(ticket.key)", ticket.status?.rawValue ?? "-"]
      words += [
        ticket.priority?.name, ticket.via, ticket.subject.map { "'\($0)'" },
        ticket.requester.map { "by \($0.summary)" }, ticket.assignee.map { "for \($0.summary)" },
        ticket.tags.isEmpty ? nil : "[\(ticket.tags.joined(separator: ","))]",
        ticket.createdAt.map { "at=\($0.clock)" }, ticket.solvedAt.map { "solved=\($0.clock)" },
        ticket.updatedAt.map { "v=\($0.clock)" },
      ].compactMap(\.self)
    case .message(let message):
      words = ["message \(message.key ?? "-")"]
      words += [message.ticket.map { "in \($0)" }, message.at.clock].compactMap(\.self)
      words += [
        message.author.summary, message.isPublic ? nil : "note",
        message.kind == .message ? nil : message.kind.rawValue, message.isStandIn ? "stand-in" : nil,
        message.flags.summary, message.chat?.summary(to: message.author),
        message.attachment.map { "<\($0)>" },
        "'\(message.text.replacingOccurrences(of: "\n", with: "⏎"))'",
      ].compactMap(\.self)
    case .event(let event):
      words = ["event \(event.key ?? "-") in \(event.ticket)", event.at.clock, event.name]
      words += [
        event.from.map { "from \($0)" }, event.to.map { "to \($0)" }, event.status.map { "= \($0.rawValue)" },
        event.actor.map { "by \($0.summary)" },
      ].compactMap(\.self)
    case .answer(let answer):
      words = ["answer \(answer.key ?? "-") \(answer.survey.rawValue) \(answer.score)"]
      words += [
        answer.at?.clock, answer.ticketKey.map { "in \($0)" }, answer.customerKey.map { "by \($0)" },
        (answer.agentKey ?? answer.agent).map { "for \($0)" }, answer.updatedAt.map { "v=\($0.clock)" },
        answer.comment.isEmpty ? nil : "'\(answer.comment.replacingOccurrences(of: "\n", with: "⏎"))'",
      ].compactMap(\.self)
    case .change(let change):
      words = ["change of \(change.message)", change.at.clock, change.change.summary]
      words += [change.party.map { "by \($0.summary)" }].compactMap(\.self)
    case .call, .agentState: words = ["unexpected"]
    }
    return words.joined(separator: " ")
  }
}

extension PartyRecord {
  fileprivate var summary: String {
    let more = [name, email, phone, visitor, handle, bsuid, externalID, language, country].compactMap(\.self)
    return "\(key ?? "-"):\(role?.rawValue ?? "?")" + (more.isEmpty ? "" : "(\(more.joined(separator: "|")))")
  }
}

extension MessageRecord.Chat {
  /// With whom, where the author is not the one.
  fileprivate func summary(to author: PartyRecord) -> String {
    let other = customer.flatMap { $0 == author ? nil : "with \($0.summary)" }
    return ["in \(key)", isGroup ? "group" : nil, other].compactMap(\.self).joined(separator: " ")
  }
}

extension ChannelRecord.Flags {
  fileprivate var summary: String? {
    let names = Self.names.filter { contains($0.flag) }.map {
      $0.flag == .answeredCall ? "answered" : $0.name
    }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }
}

extension MessageChangeRecord.Change {
  fileprivate var summary: String {
    switch self {
    case .edited(let text): "edited '\(text)'"
    case .revoked: "revoked"
    case .reaction(let sign): "reaction \(sign ?? "taken back")"
    case .delivery(let status, let reason):
      [status.rawValue, reason].compactMap(\.self).joined(separator: " ")
    }
  }
}

extension RecordTime {
  fileprivate var clock: String {
    switch self {
    case .instant(let instant): instant.clock
    case .local(let local): Instant(unixSeconds: local.wallSeconds).clock + " local"
    }
  }
}

extension Instant {
  /// As "2026-03-02T14:05:09", in UTC.
  fileprivate var clock: String {
    let local = LocalTime(wallSeconds: unixSeconds)
    let (year, month, day) = local.date.components
    let parts = [month, day, local.hour, local.minute, local.second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(year)-\(parts[0])-\(parts[1])T\(parts[2...].joined(separator: ":"))"
  }
}
