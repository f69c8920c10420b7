import VocDomain

/// What a run of events comes to: of each field from the first value to the last, and every tag and message.
struct NetChanges {
  private(set) var changes: [TicketEvent] = []

  init(_ events: [TicketEvent]) {
    for event in events where event.kind != .offer {
      let isField = [.status, .pendingUntil, .assignee, .priority, .cause, .queue].contains(event.kind)
      if isField, let index = changes.firstIndex(where: { $0.kind == event.kind }) {
        changes[index].to = event.to
      } else {
        changes.append(event)
      }
    }
    changes.removeAll { $0.kind != .noReply && $0.from == $0.to }
  }

  /// Whether a later event changes the same thing again.
  func concerns(_ later: TicketEvent) -> Bool {
    if [.merge, .unmerge, .split].contains(later.kind) { return true }
    return changes.contains { change in
      switch change.kind {
      case .tag: later.kind == .tag && (later.from ?? later.to) == (change.from ?? change.to)
      case .reply, .note: false
      // A time is promised for a pending ticket only.
      case .status, .pendingUntil: [.status, .pendingUntil].contains(later.kind)
      default: later.kind == change.kind
      }
    }
  }
}
