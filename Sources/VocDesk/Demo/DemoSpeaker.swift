import VocDomain

/// Puts what is to be said into the words of one customer's language.
struct DemoSpeaker {
  let book: DemoBook
  private let facts: DemoFacts
  private let manner: DemoManner

  init(_ person: DemoPerson, agent: String, dice: inout SplitMix64) {
    book =
      switch person.language {
      case .spanish: .spanish
      case .portuguese: .portuguese
      case .english: .english
      }
    manner = person.manner
    let (currency, amounts) = DemoSpeaker.money[person.country] ?? ("$", 10...200)
    facts = DemoFacts(
      name: person.firstName, agent: agent, product: dice.pick(book.products), city: dice.pick(book.cities),
      carrier: dice.pick(book.carriers), day: dice.pick(book.days), order: dice.number(in: 10_000...99_999),
      amount: dice.number(in: amounts) * 10 - dice.below(2), currency: currency, hour: dice.number(in: 2...20)
    )
  }

  /// In tens of the country's currency.
  private static let money: [String: (String, ClosedRange<Int>)] = [
    "MX": ("$", 12...240), "CO": ("$", 2_500...48_000), "AR": ("$", 800...16_000), "PE": ("S/ ", 3...50),
    "CL": ("$", 600...12_000), "BR": ("R$ ", 4...60),
  ]

  /// What somebody in this role says of this topic.
  func words(_ role: DemoRole, of topic: DemoBook.Topic, isFirst: Bool, dice: inout SplitMix64) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(160)
    say(role, of: topic, isFirst: isFirst, into: &text, dice: &dice)
    return String(decoding: text, as: UTF8.self)
  }

  /// The same, behind what `text` holds already.
  func say(
    _ role: DemoRole, of topic: DemoBook.Topic, isFirst: Bool, into text: inout [UInt8],
    dice: inout SplitMix64
  ) {
    let start = text.count
    func write(_ phrases: [DemoPhrase]) {
      dice.pick(phrases).write(to: &text, facts: facts, dice: &dice)
    }
    switch role {
    case .opening:
      if dice.chance(0.7) {
        write(book.greetings)
        text.append(32)
      }
      write(topic.openings)
    case .followUp: write(topic.followUps)
    case .lastWord: write(topic.lastWords)
    case .reply:
      if isFirst {
        write(book.agentGreetings)
        text.append(32)
      }
      write(topic.replies)
    case .note: write(book.notes)
    case .bot: write(book.botWords)
    }
    while text.last == 32 { text.removeLast() }
    if role.isCustomers { manner.apply(to: &text, from: start, dice: &dice) }
  }

  func subject(of topic: DemoBook.Topic, dice: inout SplitMix64) -> String {
    plain(dice.pick(topic.subjects), dice: &dice)
  }

  /// What goes with an answer, by how pleased it is: 1 happy, -1 unhappy, 0 neither.
  func comment(_ pleasure: Int, dice: inout SplitMix64) -> String {
    let phrases = pleasure > 0 ? book.praise : pleasure < 0 ? book.blame : book.remarks
    var text: [UInt8] = []
    dice.pick(phrases).write(to: &text, facts: facts, dice: &dice)
    while text.last == 32 { text.removeLast() }
    manner.apply(to: &text, from: 0, dice: &dice)
    return String(decoding: text, as: UTF8.self)
  }

  private func plain(_ phrase: DemoPhrase, dice: inout SplitMix64) -> String {
    var text: [UInt8] = []
    phrase.write(to: &text, facts: facts, dice: &dice)
    return String(decoding: text, as: UTF8.self)
  }
}
