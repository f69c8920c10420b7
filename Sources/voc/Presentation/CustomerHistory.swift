import VocDomain

/// A customer's tickets and answers, as both a ticket's page and a customer's show them.
///
/// A ticket's line is cut where the terminal ends: its number leads to the rest. What a customer said goes on below.
struct CustomerHistory {
  let invocation: Invocation
  let clock: ZoneClock

  func write(_ tickets: [Ticket]) {
    for ticket in tickets {
      let status = DisplayWidth.padded(ticket.status.phrase(invocation.language), to: 9)
      let created = invocation.localDisplay(ticket.createdAt, clock)
      let before = "#\(ticket.id)  \(status)  \(created)  "
      let room = max(8, invocation.tableWidth - DisplayWidth.columns(before))
      let subject = DisplayWidth.truncated(Escaping.line(ticket.subject.orDash), to: room)
      invocation.print(
        "#\(ticket.id)  \(ticket.status.paint(invocation.style, status))  \(created)  \(subject)")
    }
  }

  /// `NPS 2  “Nadie me llamó”`
  func said(_ answer: Answer) -> String {
    let comment = answer.comment.isEmpty ? "" : "  “\(Escaping.line(answer.comment))”"
    return "\(answer.survey.rawValue.uppercased()) \(answer.score)\(comment)"
  }

  /// With a heading; nothing where there are no answers.
  func write(_ answers: [Answer]) {
    if answers.isEmpty { return }
    let heading = invocation.say(Phrase(es: "Encuestas", en: "Survey answers"))
    invocation.print("\n" + invocation.style.bold(heading))
    for answer in answers {
      let given = HangingLine.Part(text: invocation.localDisplay(answer.at, clock) + "  ")
      let said = HangingLine.Part(text: said(answer))
      invocation.print(HangingLine(lead: given, indent: given.text.count, parts: [said]))
    }
  }
}
