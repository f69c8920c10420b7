import VocChannels
import VocDomain

extension ImportedFile {
  /// Before anything of it is read.
  init(_ file: ImportPlan.File) {
    self.init(
      name: file.export.source.name, format: file.content.format.rawValue, byteCount: file.export.byteCount,
      sha256: file.sha256, counts: ImportCounts())
  }
}

extension ImportReport.File {
  var counts: ImportCounts {
    var counts = ImportCounts()
    (counts.records, counts.new, counts.known, counts.problems) = (records, new, known, problems)
    (counts.updated, counts.waiting) = (updated, newlyWaiting)
    return counts
  }

  mutating func count(_ totals: ConversationIntake.Totals) {
    (new, known) = (totals.new, totals.known)
  }

  mutating func count(_ totals: RecordIntake.Totals) {
    (new, known, updated) = (totals.new, totals.known, totals.updated)
    (newlyWaiting, apart, internalCalls) = (totals.waiting, totals.apart, totals.internalCalls)
  }
}

extension ImportReport {
  mutating func add(
    _ totals: ConversationIntake.Totals, _ tickets: TicketThreads.Totals
  ) {
    newCustomers += totals.newCustomers
    newMessages += totals.new
    knownMessages += totals.known
    add(tickets)
  }

  mutating func add(_ intake: RecordIntake, to entry: inout File) {
    let totals = intake.totals
    entry.blank = entry.findings.unanswered
    entry.hasDates = intake.answers.totals.undated == 0
    (entry.unlinkedPhones, entry.unreadPhones) = (intake.answers.totals.phones, totals.phones)
    entry.unknownTickets = intake.answers.totals.unknownTickets
    newCustomers += totals.newCustomers + intake.answers.totals.newCustomers
    newMessages += totals.newMessages
    newCalls += totals.newCalls
    newEvents += totals.newEvents
    ticketsOpened += totals.newTickets
    updatedRecords += totals.updated
    newAnswers += intake.answers.totals.new
    if entry.format.family == .survey { knownAnswers += totals.known } else { knownRecords += totals.known }
    add(intake.threads.totals)
  }

  private mutating func add(_ tickets: TicketThreads.Totals) {
    ticketsOpened += tickets.opened
    ticketsContinued += tickets.continued
    ticketsContinuedAcross += tickets.continuedAcross
    ticketsSettled += tickets.settled
  }
}
