extension TicketFilter {
  /// The fields of the language; the raw value is the name.
  public enum Field: String, CaseIterable, Sendable {
    case id, status, priority
    /// By its name or by its kind.
    case channel
    case queue
    /// By name, or `@me`.
    case assignee
    /// By name, or by `#number`.
    case customer
    case segment, stage
    /// "es" asks for "es-MX" too.
    case language
    /// ISO 3166-1 alpha-2.
    case country
    case tag, cause
    /// What a message of the customer gives: a cue, or a mood.
    case cue, mood
    case created, updated
    /// How long the customer has waited.
    case waiting
    /// How long until the next service is due; negative once it is late.
    case due
    case solved
    case state = "is"

    /// Whether a ticket may lack it, so that `none` asks for those that do.
    public var mayBeEmpty: Bool {
      switch self {
      case .queue, .assignee, .segment, .stage, .language, .country, .tag, .cause, .cue, .mood, .waiting,
        .due,
        .solved:
        true
      case .id, .status, .priority, .channel, .customer, .created, .updated, .state: false
      }
    }
  }

  public enum NameField: String, CaseIterable, Sendable {
    case channel, queue, assignee, customer, language, country, tag, cause

    public var field: Field {
      switch self {
      case .channel: .channel
      case .queue: .queue
      case .assignee: .assignee
      case .customer: .customer
      case .language: .language
      case .country: .country
      case .tag: .tag
      case .cause: .cause
      }
    }
  }

  public enum TimeField: String, CaseIterable, Sendable {
    case created, updated, solved

    public var field: Field {
      switch self {
      case .created: .created
      case .updated: .updated
      case .solved: .solved
      }
    }
  }

  public enum LengthField: String, CaseIterable, Sendable {
    case waiting, due

    public var field: Field {
      switch self {
      case .waiting: .waiting
      case .due: .due
      }
    }
  }
}
