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
      for line in item.reply.map({ beginning($0, invocation) }) ?? [] { invocation.print("       \(line)") }
    }
  }

  /// As much of it as one reads in passing; in a pipe all of it.
  private static func beginning(_ text: String, _ invocation: Invocation) -> [String] {
    let lines = TextWrap.lines(Escaping.line(text), width: max(20, invocation.tableWidth - 7))
    return lines.count <= 3 ? lines : lines.prefix(2) + [lines[2] + "…"]
  }

  /// What it was about, how it ended, who solved it, how soon, and what makes it similar.
  private static func facts(_ item: Desk.SimilarTicket, _ invocation: Invocation) -> [String] {
    var facts = [item.ticket.subject.orDash]
    if let cause = item.ticket.cause { facts.append(cause) }
    if let assignee = item.assignee { facts.append(assignee) }
    if let solved = item.ticket.solvedAt {
      facts.append(
        invocation.say(
          Phrase(es: "resuelto en {amount}", en: "solved in {amount}"),
          ["amount": RelativeTime.length(max(0, solved - item.ticket.createdAt), invocation.language)]))
    }
    let words = ["words": item.words.joined(separator: ", ")]
    facts.append(invocation.say(Phrase(es: "en común: {words}", en: "in common: {words}"), words))
    return facts
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
