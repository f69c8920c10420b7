import VocDomain

/// A customer's tickets and answers, a line each, as both a ticket's page and a customer's show them.
struct CustomerHistory {
  let invocation: Invocation
  let clock: ZoneClock

  func write(_ tickets: [Ticket]) {
    for ticket in tickets {
      let status = DisplayWidth.padded(ticket.status.phrase(invocation.language), to: 9)
      let created = invocation.localDisplay(ticket.createdAt, clock)
      invocation.print(
        "#\(ticket.id)  \(ticket.status.paint(invocation.style, status))  \(created)  \(Escaping.line(ticket.subject.orDash))"
      )
    }
  }

  /// With a heading; nothing where there are no answers.
  func write(_ answers: [Answer]) {
    if answers.isEmpty { return }
    let heading = invocation.say(Phrase(es: "Encuestas", en: "Survey answers"))
    invocation.print("\n" + invocation.style.bold(heading))
    for answer in answers {
      let comment = answer.comment.isEmpty ? "" : "  “\(Escaping.line(answer.comment))”"
      let given = invocation.localDisplay(answer.at, clock)
      invocation.print("\(given)  \(answer.survey.rawValue.uppercased()) \(answer.score)\(comment)")
    }
  }
}
