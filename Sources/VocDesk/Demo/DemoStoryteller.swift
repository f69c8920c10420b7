import VocDomain

/// Invents the course of tickets: who says what when, what agents do, how it ends.
///
/// Nothing happens after `until`: a matter that would have ended later is still open.
struct DemoStoryteller {
  let until: Instant
  let lengths: ClosedRange<Int>
  private(set) var nextMessageID: Int64 = 1
  private var dice = SplitMix64(seed: 0)

  init(messagesPerTicket: Int, until: Instant) {
    self.until = until
    let least = min(2, messagesPerTicket)
    lengths = least...2 * messagesPerTicket - least
  }

  mutating func story(_ scene: DemoScene, dice start: SplitMix64) -> DemoStory {
    dice = start
    let hand = DemoHouse.hands[scene.hand]
    let speaker = DemoSpeaker(scene.person, agent: hand.firstName, dice: &dice)
    let topic = speaker.book.topics[dice.index(weights: speaker.book.topicWeights)]
    let ending = ending(scene)
    var story = DemoStory(
      ticket: Ticket(
        id: scene.ticketID, status: .new, priority: priority(topic), subject: "",
        customerID: scene.customerID, channelID: Int64(scene.door + 1), conversationID: scene.conversationID,
        createdAt: scene.opened, updatedAt: scene.opened))
    story.mood = Double(topic.mood) * 0.6 + hand.skill
    story.events.append(
      TicketEvent(ticketID: scene.ticketID, at: scene.opened, actor: "voc", kind: .created, to: "new"))
    talk(scene, hand: hand, speaker: speaker, topic: topic, ending: ending, story: &story)
    end(hand: hand, ending: ending, cause: topic.cause, story: &story)
    story.ticket.subject =
      dice.chance(0.6)
      ? speaker.subject(of: topic, dice: &dice) : Ticket.subject(from: story.messages[0].body)
    tag(topic, of: scene.person, story: &story)
    return story
  }

  private mutating func ending(_ scene: DemoScene) -> Ticket.Status {
    scene.isUnsolved
      ? [.new, .open, .pending, .hold][dice.index(weights: [22, 43, 22, 13])] : .solved
  }

  private mutating func priority(_ topic: DemoBook.Topic) -> Ticket.Priority {
    let step = Int64([-1, 0, 0, 0, 0, 0, 1][dice.below(7)])
    return Ticket.Priority(rawValue: min(4, max(1, topic.priority + step))) ?? .normal
  }

  private mutating func talk(
    _ scene: DemoScene, hand: DemoHouse.Hand, speaker: DemoSpeaker, topic: DemoBook.Topic,
    ending: Ticket.Status, story: inout DemoStory
  ) {
    let roles = DemoRole.sequence(
      dice.number(in: lengths), ending: ending, isWebChat: scene.door == DemoHouse.webChat, dice: &dice)
    var at = scene.opened
    for (index, role) in roles.enumerated() {
      if index > 0 { at = at + wait(for: role, after: roles[index - 1], scene.door, hand) }
      guard at <= until else { return }
      let isFirst = story.ticket.assigneeID == nil
      if !role.isCustomers && role != .bot && isFirst { take(scene.hand, at: at, story: &story) }
      let body = speaker.words(role, of: topic, isFirst: isFirst, dice: &dice)
      var message = Message(
        id: nextMessageID, ticketID: scene.ticketID, at: at, author: .customer, authorName: scene.person.name,
        isPublic: role != .note, body: body)
      nextMessageID += 1
      switch role {
      case .opening, .followUp, .lastWord:
        message.customerID = scene.customerID
        attachSomething(to: &message)
      case .bot: (message.author, message.authorName) = (.bot, "Asistente")
      case .reply, .note:
        (message.author, message.authorName, message.agentID) = (.agent, hand.name, Int64(scene.hand + 1))
      }
      story.messages.append(message)
      follow(message, ticket: &story.ticket)
    }
  }

  /// Sometimes what the customer says goes with a photo.
  private mutating func attachSomething(to message: inout Message) {
    guard dice.chance(0.03) else { return }
    message.kind = .media
    message.attachment = "IMG-\(dice.number(in: 1_000...9_999)).jpg"
  }

  private mutating func wait(
    for role: DemoRole, after last: DemoRole, _ door: Int, _ hand: DemoHouse.Hand
  ) -> Int64 {
    switch role {
    case .opening: 0
    case .bot: 2
    case .note: dice.wait(mean: 600, longest: 3 * Seconds.hour)
    case .reply: dice.wait(mean: DemoHouse.doors[door].patience * hand.slowness, longest: 20 * Seconds.hour)
    case .followUp, .lastWord:
      dice.wait(mean: last.isCustomers || last == .bot ? 240 : 2_400, longest: 18 * Seconds.hour)
    }
  }

  /// Keeps the ticket's times by the rule that `Store.waitingSince(ticket:)` computes.
  private func follow(_ message: Message, ticket: inout Ticket) {
    ticket.updatedAt = message.at
    guard message.isPublic else { return }
    ticket.lastMessageAt = message.at
    switch message.author {
    case .customer: ticket.waitingSince = ticket.waitingSince ?? message.at
    case .agent: ticket.waitingSince = nil
    case .bot, .system: break
    }
  }

  private func take(_ hand: Int, at: Instant, story: inout DemoStory) {
    let name = DemoHouse.hands[hand].name
    story.ticket.assigneeID = Int64(hand + 1)
    story.events.append(
      TicketEvent(ticketID: story.ticket.id, at: at, actor: name, kind: .assignee, to: name))
    move(to: .open, by: name, at: at, story: &story)
  }

  private func move(to status: Ticket.Status, by actor: String, at: Instant, story: inout DemoStory) {
    story.events.append(
      TicketEvent(
        ticketID: story.ticket.id, at: at, actor: actor, kind: .status, from: story.ticket.status.rawValue,
        to: status.rawValue))
    story.ticket.status = status
    story.ticket.updatedAt = max(story.ticket.updatedAt, at)
  }

  private mutating func end(
    hand: DemoHouse.Hand, ending: Ticket.Status, cause: String, story: inout DemoStory
  ) {
    guard ending != .new else { return }
    var at = story.ticket.updatedAt + dice.wait(mean: 900, longest: 6 * Seconds.hour)
    guard at <= until else { return }
    if story.ticket.assigneeID == nil {
      guard let place = DemoHouse.hands.firstIndex(where: { $0.name == hand.name }) else { return }
      take(place, at: at, story: &story)
    }
    guard ending != .open else { return }
    move(to: ending, by: hand.name, at: at, story: &story)
    guard ending == .solved else { return }
    story.ticket.solvedAt = at
    story.ticket.waitingSince = nil
    if dice.chance(0.8) {
      story.ticket.cause = cause
      story.events.append(
        TicketEvent(ticketID: story.ticket.id, at: at, actor: hand.name, kind: .cause, to: cause))
    }
    at = at + 4 * Seconds.day
    if at <= until && dice.chance(0.8) { move(to: .closed, by: "voc", at: at, story: &story) }
  }

  private mutating func tag(_ topic: DemoBook.Topic, of person: DemoPerson, story: inout DemoStory) {
    if dice.chance(0.9) { story.tags.append(topic.tag) }
    if person.segment == .a && dice.chance(0.3) { story.tags.append("vip") }
    if story.ticket.priority == .urgent { story.tags.append("urgente") }
    if topic.mood == -2 && dice.chance(0.2) { story.tags.append("seguimiento") }
  }
}
