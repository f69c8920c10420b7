import VocDesk
import VocDomain

/// The columns of an export of tickets for a spreadsheet.
enum TicketCSV {
  struct Column: Sendable {
    let name: String
    /// What is to be read for it.
    var part: Desk.ExportedTicket.Parts? = nil
    let value: @Sendable (Desk.ExportedTicket) -> String
  }

  static let columns = [
    Column(name: "id") { "\($0.line.ticket.id)" },
    Column(name: "status") { $0.line.ticket.status.rawValue },
    Column(name: "priority") { $0.line.ticket.priority.name },
    Column(name: "subject") { $0.line.ticket.subject },
    Column(name: "channel") { $0.line.channel },
    Column(name: "customer_id") { "\($0.customer.id)" },
    Column(name: "customer") { $0.line.customer },
    Column(name: "segment") { $0.customer.segment?.rawValue ?? "" },
    Column(name: "country") { $0.customer.country ?? "" },
    Column(name: "assignee") { $0.line.assignee ?? "" },
    // A tag may have a comma, but no space.
    Column(name: "tags", part: .tags) { $0.tags.joined(separator: " ") },
    Column(name: "cause") { $0.line.ticket.cause ?? "" },
    Column(name: "created_at") { time($0.line.ticket.createdAt) },
    Column(name: "updated_at") { time($0.line.ticket.updatedAt) },
    Column(name: "waiting_since") { time($0.line.ticket.waitingSince) },
    Column(name: "due_at") { time($0.line.dueAt) },
    Column(name: "pending_until") { time($0.line.ticket.pendingUntil) },
    Column(name: "solved_at") { time($0.line.ticket.solvedAt) },
    Column(name: "merged_into", part: .mergedInto) { $0.mergedInto.map { "\($0)" } ?? "" },
  ]

  private static func time(_ instant: Instant?) -> String { instant.map { Timestamp.rfc3339($0) } ?? "" }
}
