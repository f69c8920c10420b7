extension TicketFilter {
  /// What one term asks. A list holds if any of its values does; nil stands for `none`.
  public enum Condition: Equatable, Sendable {
    /// Words that the subject or the customer's name has, or a message where messages are searched.
    case text(FoldedText)
    case id([Comparison<Int64>])
    case status([Ticket.Status])
    case priority([Comparison<Ticket.Priority>])
    case name(NameField, [NameChoice])
    case segment([Customer.Segment?])
    case stage([Customer.Stage?])
    case cue([Cue?])
    /// Negative or positive.
    case mood([SentimentLabel?])
    case time(TimeField, [Comparison<FilterDate>?])
    /// In seconds.
    case length(LengthField, [Comparison<Int64>?])
    case state([State])
  }

  /// What a field of names may be asked for.
  public enum NameChoice: Equatable, Sendable {
    case none
    case named(FoldedText)
    /// Whoever asks; of assignees only.
    case me
    /// A customer's; of customers only.
    case number(Int64)
  }

  /// What `is:` asks.
  public enum State: String, CaseIterable, Sendable {
    /// The customer spoke last and the ticket is unsolved.
    case waiting
    case unassigned, unsolved
    /// A service of the ticket came too late, or is late now.
    case breached
    /// Somebody said when they would come back to the customer.
    case promised
    /// A bad answer to a survey led to it.
    case followUp = "follow-up"
  }
}

extension TicketFilter.Condition {
  /// The fields that it asks.
  var fields: Set<TicketFilter.Field> {
    switch self {
    case .text: []
    case .id: [.id]
    case .status: [.status]
    case .priority: [.priority]
    case .name(let name, _): [name.field]
    case .segment: [.segment]
    case .stage: [.stage]
    case .cue: [.cue]
    case .mood: [.mood]
    case .time(let time, _): [time.field]
    case .length(let length, _): [length.field]
    case .state(let states): Set(states.map(\.field))
    }
  }
}

extension TicketFilter.State {
  fileprivate var field: TicketFilter.Field {
    switch self {
    case .waiting: .waiting
    case .unassigned: .assignee
    case .unsolved: .status
    case .breached, .promised: .due
    case .followUp: .state
    }
  }
}
