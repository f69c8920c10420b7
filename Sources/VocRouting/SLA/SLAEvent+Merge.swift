import VocDomain

extension SLAEvent {
  /// The events of a ticket that another was merged into, as if they had been one from the start.
  ///
  /// The earlier start is kept and the pauses are united: the one ticket is pending while either was, and
  /// solved only while both were. What was promised is the surviving ticket's; the other's policies are
  /// dropped.
  public static func merged(_ other: [SLAEvent], into surviving: [SLAEvent]) -> [SLAEvent] {
    let ordered = SLAClocks.inOrder(
      surviving.map { (event: $0, ticket: 0) } + other.map { (event: $0, ticket: 1) }, by: \.event.at)
    var statuses: [Ticket.Status?] = [nil, nil]
    var united = Ticket.Status.new
    var merged: [SLAEvent] = []
    for (event, ticket) in ordered {
      statuses[ticket] = event.status ?? statuses[ticket] ?? .new
      if event.stays(ofSurviving: ticket == 0) { merged.append(event) }
      let status = statuses.compactMap(\.self).max { $0.holdsUp < $1.holdsUp } ?? .new
      if status != united { merged.append(SLAEvent(at: event.at, .status(status))) }
      united = status
    }
    return merged
  }

  private var status: Ticket.Status? {
    if case .status(let status) = what { status } else { nil }
  }

  private func stays(ofSurviving survives: Bool) -> Bool {
    switch what {
    case .status: false
    case .policy: survives
    default: true
    }
  }
}

extension Ticket.Status {
  /// Which of two tickets' statuses is the one's that they become: the greater.
  fileprivate var holdsUp: Int {
    switch self {
    case .pending: 5
    case .hold: 4
    case .open: 3
    case .new: 2
    case .solved: 1
    case .closed: 0
    }
  }
}
