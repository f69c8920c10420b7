/// What the person at the keyboard asked for and cannot have; one place in `voc` turns each into sentences.
public enum VocError: Error, Equatable, Sendable {
  case unknownZone(String, nearest: [String])
  case unknownTicket(Int64)
  case unknownCustomer(String)
  /// A follow-up is solved only with a cause and what was done.
  case followUpLacks(ticket: Int64, cause: Bool, action: Bool)
  case unknownSurveyWave(Int64)
  /// The customer has given that very answer on the same day, about the same ticket or about none.
  case sameAnswer(SurveyKind, Int, on: CivilDate, ticket: Int64?)
  /// Nothing can have been done on it yet.
  case dayToCome(CivilDate)
  /// Nothing can have been published of it yet.
  case yearToCome(Int)
  case unknownBenchmark(Int64)
  /// A published figure that no NPS or CSAT can be.
  case figureOutOfScale(SurveyKind)
  /// Of a sending more bounced or were held back than went out.
  case moreHeldBackThanSent(sent: Int, heldBack: Int)
  /// Several customers go by that name; their numbers and names.
  case severalCustomers(String, [String])
  /// A customer cannot be merged into themselves.
  case sameCustomer(Int64)
  /// The customer is part of another already.
  case mergedAlready(Int64, into: Int64)
  /// Nobody was merged into this customer, nor they into anybody.
  case notMerged(Int64)
  /// Several were merged into this customer; their numbers and names.
  case severalMerges(Int64, [String])
  /// More conditions than a database is asked at once.
  case filterTooLong
  /// A search that names no word to be found, nor a field that leaves few tickets.
  case searchWithoutWords
  /// A search that only says what is to be missing.
  case searchOnlyDenies
  /// A text of which the search index knows nothing, such as 😀.
  case searchForSigns(String)
  /// Words and fields in one `OR` or one denial.
  case searchMixesWordsAndFields
  case unknownView(String, nearest: [String])
  /// A view of that name asks for something else.
  case viewExists(String, filter: String)
  /// No single word, or one that means something else.
  case badViewName(String)
  /// A view that would show every ticket.
  case emptyView(String)
  case unknownChannel(String, nearest: [String])
  case unknownAgent(String, nearest: [String])
  case duplicateName(String)
  case illegalMove(TicketAct, ticket: Int64, status: Ticket.Status)
  /// Somebody else has it.
  case taken(ticket: Int64, by: String)
  /// Nobody to give back: the ticket has no assignee.
  case notAssigned(ticket: Int64)
  /// No time to come back at.
  case unreadableTime(String)
  /// What the text means is over.
  case timeHasPassed(String, Instant)
  /// Whoever takes or solves a ticket is an agent, and the actor is none; agents that may be meant.
  case actorIsNoAgent(String, nearest: [String])
  /// No column map was saved under that name.
  case unknownMap(String, nearest: [String])
  case unknownBatch(Int64)
  /// No policy has that number.
  case unknownPolicy(Int64)
  /// No warning has that number, or somebody acknowledged it before.
  case unknownAlert(Int64)
  case unknownQueue(String, nearest: [String])
  /// The general queue, which no document needs to name.
  case queueIsAlwaysThere(String)
  /// No queue is served by a group of that name.
  case unknownGroup(String, nearest: [String])
  /// Whoever is to leave a group is not in it; `others`: groups of the same queue that they are in.
  case noMember(String, group: String, others: [String])
  case unknownSkill(String, nearest: [String])
  case unknownCalendar(String, nearest: [String])
  /// A state that no agent can be in.
  case unknownState(String, nearest: [String])
  case unknownKind(String, nearest: [String])
  /// It was offered to somebody else, who may still say yes.
  case offered(ticket: Int64, to: String)
  /// Whoever hands over and whoever takes over are one.
  case handOverToSelf(String)
  /// Only what an agent has can be handed over; nil: nobody has it.
  case notTheirs(ticket: Int64, agent: String, holder: String?)
  /// It was undone before.
  case batchUndone(Int64)
  /// Somebody has undone the import while it ran.
  case importUndone(Int64)
  /// A ticket cannot be merged into itself.
  case sameTicket(Int64)
  /// The ticket is part of another already.
  case ticketMerged(Int64, into: Int64)
  /// It was not merged into any.
  case ticketNotMerged(Int64)
  /// It has no messages of its own to get back: a part that undoing a split gave back.
  case nothingToUnmerge(Int64)
  /// Nothing can be merged into a ticket that is solved or closed.
  case mergeIntoOver(Int64, Ticket.Status)
  /// Tickets of two customers, each with its own.
  case ticketsOfTwo(Int64, String, Int64, String)
  /// The ticket has fewer messages than that.
  case noSuchMessage(Int, ticket: Int64, of: Int)
  /// A part of a ticket is neither nothing nor all of it.
  case splitsNothing(Int64)
  case unknownAct(Int64)
  /// The actor has done nothing to tickets that still stands.
  case nothingToUndo(actor: String)
  /// People take back what they did themselves.
  case othersAct(Int64, by: String)
  /// It was undone before, or is an undo itself.
  case actUndone(Int64)
  /// What an act did was changed since, on these tickets; on so many others it could be undone.
  case changedSince(act: Int64, [ChangeSince], others: Int)
  /// A reply of the act was sent, or a connector has it, on these tickets; on so many others it could be undone.
  /// `before`: the actor's last act before it that stands.
  case replyOut(act: Int64, [ChangeSince], others: Int, before: Int64?)
  /// No reply of that number is or was to be delivered.
  case unknownReply(Int64)
  /// It was delivered, under this id of the channel.
  case replySent(Int64, at: Instant, externalID: String?)
  case replyFailed(Int64, reason: String)
  /// A connector has it in hand.
  case replyClaimed(Int64, by: String, until: Instant)
  /// The channel takes no more free text from us; nil: the customer has never written there.
  case windowClosed(ticket: Int64, channel: String, at: Instant?)
  /// No single word.
  case badTemplateName(String)
  case unknownMacro(String, nearest: [String])
  /// On this ticket nothing is known for these placeholders, which have no fallback.
  case macroLacks(String, ticket: Int64, [String])
  /// Nothing is left of what was to be said on the ticket.
  case emptyReply(ticket: Int64)
  /// Not in the list of causes.
  case unknownCause(String, nearest: [String])
  /// Neither in the list of causes nor on a solved ticket.
  case noSuchCause(String, nearest: [String])
  case scoreOutOfScale(SurveyKind, Int)
  /// A channel's exports tell the time in one zone; it was set before.
  case zoneIsSet(channel: String, zone: String)
  /// A channel is of one kind, and exports cannot change it.
  case kindIsSet(channel: String, kind: String)
  /// Nearly the name of a kind that is known.
  case mistypedKind(String, nearest: [String])
  /// No word that a kind could be called by.
  case badKind(String)
  /// All files that are to be imported tell what kind of channel they come from.
  case kindIsTold
  case unknownCountry(String)
  case notEmpty
  case fileNotFound(String)
  /// It would be overwritten.
  case fileExists(String)
  /// With the system's errno.
  case fileUnreadable(String, errno: Int32)
  /// A folder without one file that looks like an export.
  case noExports(String)
  case missingProgram(String)
  /// With the system's errno.
  case cannotCreate(path: String, errno: Int32)
  /// A SQLite database, but of another application.
  case foreignDatabase
  /// Made by a newer voc; the first migration that this one does not know.
  case newerDatabase(migration: String)
  case storage(StorageTrouble)
}

/// What stands in the way of undoing an act on a ticket.
public struct ChangeSince: Equatable, Sendable {
  public var ticketID: Int64
  public var kind: TicketEvent.Kind
  /// Nil where nobody is known to have changed it.
  public var actor: String?
  public var at: Instant?
  /// Set where it is a reply that is on its way, which nobody can take back.
  public var departure: Departure?

  public enum Departure: Equatable, Sendable {
    case sent
    /// `actor` is the connector that has it.
    case claimed
  }

  public init(
    ticketID: Int64, kind: TicketEvent.Kind, actor: String?, at: Instant?, departure: Departure? = nil
  ) {
    self.ticketID = ticketID
    self.kind = kind
    self.actor = actor
    self.at = at
    self.departure = departure
  }
}

/// What keeps a database from being read or written.
public enum StorageTrouble: Equatable, Sendable {
  /// Another process held the write lock for as long as we wait.
  case locked
  case readOnly
  case full
  case corrupt
  case notADatabase
  case cannotOpen
  /// The device or the file system failed; SQLite's extended code.
  case inputOutput(Int32)
}
