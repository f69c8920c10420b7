import VocDomain
import VocStore

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

/// A ticket while an import works on it.
struct HeldTicket {
  var threaded: ThreadedTicket
  /// As the database has it.
  var stored: ThreadedTicket
  /// New, and in the database as it will be if nothing more is said.
  var isForeseen = false
  /// Its messages did not come in the order of their times.
  var isUnordered = false
}

/// The last stretches of a thread, or all: of a long thread mostly nothing else matters.
struct ThreadEnd {
  var stretches: [Threading.Stretch]
  var isWhole: Bool

  /// Whether what came before them does not matter to something said at `time`.
  func reaches(back time: Instant) -> Bool { isWhole || stretches.first.map { $0.first <= time } ?? false }

  /// Takes in the whole thread as the database has it; those known are as the import has left them since.
  mutating func complete(with all: [Threading.Stretch]) {
    let known = Dictionary(uniqueKeysWithValues: stretches.map { ($0.ticketID, $0) })
    stretches = all.map { known[$0.ticketID] ?? $0 }
      .sorted { ($0.first, $0.ticketID) < ($1.first, $1.ticketID) }
    isWhole = true
  }
}
