import Foundation
import VocDomain
import VocStore

/// Writes invented customers and their tickets, in the order in which they came, chunk by chunk.
struct DemoTickets {
  /// A ticket that was solved, as far as the answers about it need to know.
  struct Served {
    var ticketID: Int64
    var customerID: Int64
    var opened: Instant
    var solved: Instant
    var door: UInt8
    var hand: UInt8
    var hasReply: Bool
    var segment: Customer.Segment
    var mood: Float
  }

  private struct Regular {
    /// Nobody opens a second ticket while the first goes on.
    var freeFrom: Instant
    /// The doors by which they have come, one bit each; the first that they came by comes first to their mind.
    var doors: UInt8
    var usualDoor: UInt8
  }

  /// Rows of one transaction.
  static let chunk = 20_000

  private(set) var report = DemoReport()
  private(set) var served: [Served] = []
  var written: Int { report.tickets }

  private let store: Store
  private let plan: DemoPlan
  private let calendar: DemoCalendar
  private var storyteller: DemoStoryteller
  private var dice: SplitMix64
  private var regulars: [Regular] = []
  private var nextEventID: Int64 = 1

  init(store: Store, plan: DemoPlan) {
    self.store = store
    self.plan = plan
    calendar = DemoCalendar(until: plan.until)
    storyteller = DemoStoryteller(messagesPerTicket: plan.messagesPerTicket, until: plan.until)
    dice = SplitMix64(seed: plan.seed)
    served.reserveCapacity(plan.tickets)
  }

  /// One transaction of the caller.
  mutating func writeChunk() throws {
    var rows = 0
    while rows < DemoTickets.chunk && written < plan.tickets { rows += try writeTicket() }
  }

  private mutating func writeTicket() throws -> Int {
    let share = (Double(written) + dice.fraction()) / Double(plan.tickets)
    let opened = calendar.instant(at: share)
    let customerID = try customer(at: opened)
    let person = DemoPerson(number: customerID, seed: plan.seed)
    let door = try door(of: customerID)
    let ticketID = Int64(written + 1)
    let story = storyteller.story(
      DemoScene(
        ticketID: ticketID, customerID: customerID, person: person, door: door,
        hand: dice.below(DemoHouse.hands.count), conversationID: conversationID(customerID, door),
        opened: opened, isUnsolved: dice.chance(DemoTickets.unsolvedShare(at: share))),
      dice: SplitMix64(seed: ~plan.seed, stream: UInt64(ticketID)))
    try write(story)
    regulars[Int(customerID) - 1].freeFrom = story.ticket.updatedAt + 2 * Seconds.day
    remember(story, door: door, segment: person.segment)
    return 1 + story.messages.count + story.events.count + story.tags.count
  }

  /// Of the newest most, of old ones hardly any; 8 % in all.
  private static func unsolvedShare(at share: Double) -> Double {
    let fallingBy = 0.0842
    return 0.95 * exp((share - 1) / fallingBy)
  }

  private mutating func customer(at opened: Instant) throws -> Int64 {
    if !dice.chance(0.38) {
      for _ in 0..<4 where !regulars.isEmpty {
        // The smaller of two: those who came early have come most often.
        let place = min(dice.below(regulars.count), dice.below(regulars.count))
        if regulars[place].freeFrom <= opened { return Int64(place + 1) }
      }
    }
    let id = Int64(regulars.count + 1)
    let person = DemoPerson(number: id, seed: plan.seed)
    try store.insert(
      Customer(
        id: id, name: person.name, language: person.language.rawValue, country: person.country,
        segment: person.segment, stage: person.stage), at: opened)
    try store.insert(
      ContactPoint(kind: .phone, value: person.phone, raw: person.phone), ofCustomer: id, onChannel: 0)
    if let email = person.email {
      try store.insert(ContactPoint(kind: .email, value: email, raw: email), ofCustomer: id, onChannel: 0)
    }
    let door = UInt8(dice.index(weights: DemoHouse.doorWeights))
    regulars.append(Regular(freeFrom: opened, doors: 0, usualDoor: door))
    report.customers += 1
    return id
  }

  /// The door that the customer comes by today, with their conversation there.
  private mutating func door(of customerID: Int64) throws -> Int {
    let place = Int(customerID) - 1
    let door =
      dice.chance(0.75)
      ? Int(regulars[place].usualDoor) : dice.index(weights: DemoHouse.doorWeights)
    let bit: UInt8 = 1 << UInt8(door)
    if regulars[place].doors & bit == 0 {
      regulars[place].doors |= bit
      try store.insertConversation(
        conversationID(customerID, door), channel: Int64(door + 1), customer: customerID)
    }
    return door
  }

  private func conversationID(_ customerID: Int64, _ door: Int) -> Int64 {
    (customerID - 1) * Int64(DemoHouse.doors.count) + Int64(door) + 1
  }

  private mutating func write(_ story: DemoStory) throws {
    try store.insert(story.ticket)
    for message in story.messages { try store.insert(message) }
    for event in story.events {
      try store.insert(event, id: nextEventID)
      nextEventID += 1
    }
    for tag in story.tags { try store.addTag(tag, toTicket: story.ticket.id) }
    report.tickets += 1
    report.messages += story.messages.count
    report.events += story.events.count
    if Ticket.Status.unsolved.contains(story.ticket.status) { report.unsolved += 1 }
  }

  private mutating func remember(_ story: DemoStory, door: Int, segment: Customer.Segment) {
    guard let solved = story.ticket.solvedAt, let assignee = story.ticket.assigneeID else { return }
    served.append(
      Served(
        ticketID: story.ticket.id, customerID: story.ticket.customerID, opened: story.ticket.createdAt,
        solved: solved, door: UInt8(door), hand: UInt8(assignee - 1),
        hasReply: story.messages.contains { $0.author == .agent && $0.isPublic }, segment: segment,
        mood: Float(story.mood)))
  }
}
