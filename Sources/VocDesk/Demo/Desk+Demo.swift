import VocDomain
import VocStore

extension Desk {
  /// Fills a new database with invented customers, tickets and answers of a coffee shop in Latin America.
  ///
  /// Throws `VocError.notEmpty` where anything is in the database, also what an earlier fill that was killed
  /// has left. Chunks of rows are committed as it goes, without waiting for the disk.
  public func fillDemo(
    _ plan: DemoPlan, progress: (DemoProgress) -> Void = { _ in }
  ) throws -> DemoReport {
    precondition(plan.tickets >= 0 && plan.messagesPerTicket > 0 && plan.answers >= 0, "\(plan)")
    try store.expectManyRows()
    try store.transaction {
      guard try store.isEmpty() else { throw VocError.notEmpty }
      for door in DemoHouse.doors { _ = try store.insert(door.channel) }
      for hand in DemoHouse.hands { _ = try store.insertAgent(name: hand.name, email: hand.email) }
      givenZone = DemoHouse.zone
      try fixReportZone()
    }
    var tickets = DemoTickets(store: store, plan: plan)
    while tickets.written < plan.tickets {
      try store.transaction { try tickets.writeChunk() }
      progress(DemoProgress(phase: .tickets, done: tickets.written, total: plan.tickets))
    }
    var report = tickets.report
    try fillCentre(plan, &report, progress: progress)
    var answers = DemoAnswers(
      store: store, plan: plan, served: tickets.served, zone: try reportClock())
    while answers.written < plan.answers {
      try store.transaction { try answers.writeChunk() }
      progress(DemoProgress(phase: .answers, done: answers.written, total: plan.answers))
    }
    progress(DemoProgress(phase: .search, done: 0, total: report.messages))
    try store.transaction { try store.rebuildSearch() }
    report.answers = answers.written
    return report
  }

  private func fillCentre(
    _ plan: DemoPlan, _ report: inout DemoReport, progress: (DemoProgress) -> Void
  ) throws {
    let centre = DemoCentre(store: store, plan: plan)
    if plan.agents > 0 {
      try store.transaction {
        try centre.writeAgents()
        _ = try applyPolicy(Array(DemoCentre.policy.utf8))
      }
    }
    let chunk = 5_000
    for start in stride(from: 0, to: plan.waiting, by: chunk) {
      let numbers = start + 1..<min(start + chunk, plan.waiting) + 1
      try store.transaction { try centre.writeWaiting(numbers, &report) }
      progress(DemoProgress(phase: .waiting, done: min(start + chunk, plan.waiting), total: plan.waiting))
    }
  }
}
