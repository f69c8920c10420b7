import VocDomain
import VocRouting
import VocStore

/// A large contact centre with a backlog: agents online with skills, three queues, and tickets that nobody has.
struct DemoCentre {
  let store: Store
  let plan: DemoPlan

  static let policy = """
    {"calendars": [], "skills": ["ventas", "soporte", "portugués"],
     "queues": [
       {"name": "ventas", "condition": "channel:\\"WhatsApp Ventas\\"", "groups": ["ventas", {"name": "apoyo", "after": "30m"}],
        "required_skills": {"ventas": 2}, "optional_skills": {"portugués": 3}},
       {"name": "soporte", "condition": "channel:\\"WhatsApp Soporte\\" OR channel:chat", "groups": ["soporte"],
        "required_skills": {"soporte": 1}},
       {"name": "general"}]}
    """

  private static let groups = ["ventas", "soporte", "apoyo"]

  /// Agents beyond those of the house, all online; one transaction of the caller.
  func writeAgents() throws {
    var dice = SplitMix64(seed: plan.seed, stream: 1 << 40)
    for number in 1...max(1, plan.agents) {
      let person = DemoPerson(number: Int64(number), seed: ~plan.seed)
      let id = try store.insertAgent(name: "\(person.name) \(number)", email: nil)
      try store.setState(AgentProfile.State.online, ofAgent: id, at: plan.until)
      try store.add(agent: id, toGroup: DemoCentre.groups[dice.below(DemoCentre.groups.count)])
      for skill in ["ventas", "soporte"] where dice.chance(0.8) {
        try store.setSkill(skill, to: 1 + dice.below(5), ofAgent: id)
      }
      if dice.chance(0.2) { try store.setSkill("portugués", to: 1 + dice.below(5), ofAgent: id) }
    }
  }

  /// New tickets with one message each, of the last three days before `plan.until`; one transaction of the caller. Adds
  /// them to the report.
  func writeWaiting(_ numbers: Range<Int>, _ report: inout DemoReport) throws {
    var dice = SplitMix64(seed: plan.seed, stream: 1 << 41 + UInt64(numbers.lowerBound))
    for number in numbers {
      let at = plan.until + -Int64(dice.below(Int(3 * Seconds.day)))
      let person = DemoPerson(number: Int64(number), seed: plan.seed)
      let customer = try store.insertCustomer(name: person.name, country: person.country, at: at)
      let door = dice.index(weights: DemoHouse.doorWeights)
      let priority = Ticket.Priority.allCases[dice.index(weights: [10, 70, 15, 5])]
      let ticket = Ticket(
        id: try store.nextTicketID(), status: .new, priority: priority, subject: "¿Me pueden ayudar?",
        customerID: customer, channelID: Int64(door + 1), createdAt: at, updatedAt: at, waitingSince: at,
        lastMessageAt: at)
      try store.insert(ticket)
      try store.insert(
        TicketEvent(ticketID: ticket.id, at: at, actor: TicketFolding.actor, kind: .created, to: "new"))
      try store.insert(
        Message(
          id: try store.nextMessageID(), ticketID: ticket.id, at: at, author: .customer,
          authorName: person.name,
          customerID: customer, body: ticket.subject))
    }
    let new = numbers.count
    (report.customers, report.tickets) = (report.customers + new, report.tickets + new)
    (report.unsolved, report.messages) = (report.unsolved + new, report.messages + new)
    report.events += new
  }
}
