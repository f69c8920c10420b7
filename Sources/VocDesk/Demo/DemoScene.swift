import VocDomain

/// Everything that was said and done about one invented matter, ready to be written.
struct DemoStory {
  var ticket: Ticket
  var messages: [Message] = []
  var events: [TicketEvent] = []
  var tags: [String] = []
  /// How pleased the customer came out of it, around 0.
  var mood = 0.0
}

/// What a story starts from.
struct DemoScene {
  var ticketID: Int64
  var customerID: Int64
  var person: DemoPerson
  /// Places in `DemoHouse.doors` and `DemoHouse.hands`.
  var door: Int
  var hand: Int
  var conversationID: Int64
  var opened: Instant
  var isUnsolved: Bool
}

/// Who speaks, and why.
enum DemoRole {
  case opening, followUp, lastWord, reply, note, bot

  var isCustomers: Bool { self == .opening || self == .followUp || self == .lastWord }

  /// The roles of a conversation of `count` messages at most that ends so.
  static func sequence(_ count: Int, ending: Ticket.Status, isWebChat: Bool, dice: inout SplitMix64)
    -> [DemoRole]
  {
    var roles = [DemoRole.opening]
    if isWebChat && count > 2 && dice.chance(0.5) { roles.append(.bot) }
    if ending == .new {
      while roles.count < min(count, 3) && dice.chance(0.5) { roles.append(.followUp) }
      return roles
    }
    while roles.count < count - 1 {
      switch roles[roles.count - 1] {
      case .reply: roles.append(dice.chance(0.1) ? .note : .followUp)
      case .note: roles.append(.followUp)
      default: roles.append(dice.chance(0.12) ? .followUp : .reply)
      }
    }
    if roles.count < count { roles.append(end(after: roles[roles.count - 1], ending: ending, dice: &dice)) }
    return roles
  }

  private static func end(after role: DemoRole, ending: Ticket.Status, dice: inout SplitMix64) -> DemoRole {
    switch ending {
    case .open: dice.chance(0.6) ? .followUp : .reply
    case .hold: dice.chance(0.25) ? .followUp : .reply
    case .solved, .closed: role == .reply && dice.chance(0.7) ? .lastWord : .reply
    case .new, .pending: .reply
    }
  }
}
