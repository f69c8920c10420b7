import VocDomain

extension TicketThreads {
  /// One message, as far as its place is concerned.
  struct Said {
    var side: Threading.Side
    var at: Instant
    var text: String
    var channelID: Int64
    var conversationID: Int64
  }

  struct Totals {
    var opened = 0
    var continued = 0
    /// Tickets of another channel that were gone on with.
    var continuedAcross = 0
    var settled = 0
  }
}

extension Threading.Owner {
  static func isBefore(_ left: Threading.Owner, _ right: Threading.Owner) -> Bool {
    switch (left, right) {
    case (.customer(let left), .customer(let right)), (.group(let left), .group(let right)): left < right
    case (.customer, .group): true
    case (.group, .customer): false
    }
  }
}
