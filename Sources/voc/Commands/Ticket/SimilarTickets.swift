import VocDesk
import VocDomain

/// What a ticket's page proposes: solved tickets about the same, with how they ended.
enum SimilarTickets {
  static func write(_ similar: [Desk.SimilarTicket], _ invocation: Invocation) {
    if similar.isEmpty { return }
    let heading = Phrase(es: "Parecidos, ya resueltos", en: "Similar ones, solved already")
    invocation.print("\n" + invocation.style.bold(invocation.say(heading)))
    for item in similar {
      let facts = facts(item, invocation).map { HangingLine.Part(text: Escaping.line($0), breaks: true) }
      let number = HangingLine.Part(text: "#\(item.ticket.id)  ")
      invocation.print(HangingLine(lead: number, indent: 7, parts: facts))
      if let reply = item.reply {
        let width = max(20, invocation.world.width - 7)
        for line in TextWrap.lines(Escaping.line(reply), width: width).prefix(3) {
          invocation.print("       \(line)")
        }
      }
    }
  }

  /// What it was about, how it ended, who solved it, how soon, and what makes it similar.
  private static func facts(_ item: Desk.SimilarTicket, _ invocation: Invocation) -> [String] {
    var facts = [item.ticket.subject.orDash]
    if let cause = item.ticket.cause { facts.append(cause) }
    if let assignee = item.assignee { facts.append(assignee) }
    if let solved = item.ticket.solvedAt {
      facts.append(
        invocation.say(
          Phrase(es: "en {amount}", en: "in {amount}"),
          ["amount": RelativeTime.length(max(0, solved - item.ticket.createdAt), invocation.language)]))
    }
    return facts + ["(" + item.words.joined(separator: ", ") + ")"]
  }

  static func json(_ similar: [Desk.SimilarTicket]) -> JSON.Member {
    .init(
      "similar_tickets",
      .array(
        similar.map { item in
          .object([
            .init("id", .int(item.ticket.id)), .init("subject", .string(item.ticket.subject)),
            .init("status", .string(item.ticket.status.rawValue)), .init("cause", JSON(item.ticket.cause)),
            .init("assignee", JSON(item.assignee)), .init("solved_at", TicketJSON.time(item.ticket.solvedAt)),
            .init("words", .array(item.words.map(JSON.string))), .init("reply", JSON(item.reply)),
          ])
        }))
  }
}
