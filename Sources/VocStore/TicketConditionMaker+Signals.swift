import VocDomain

/// What filters ask of the texts of customers.
extension TicketConditionMaker {
  /// Nil asks for tickets of which no message gives any.
  func said(_ cues: [Cue?]) -> SQLFragment {
    let mask = CueSet.mask(of: cues.compactMap(\.self))
    var parts: [SQLFragment] = []
    if mask != 0 { parts.append(Self.says("signal.cues & \(mask) <> 0")) }
    if cues.contains(nil) { parts.append(.not(Self.says("signal.cues <> 0"))) }
    return .any(of: parts)
  }

  /// Nil asks for tickets of which no message sounds of anything.
  func said(_ moods: [SentimentLabel?]) -> SQLFragment {
    .any(
      of: moods.map { mood in
        mood.map { Self.says("signal.mood = \($0.number)") } ?? .not(Self.says("signal.mood <> 0"))
      })
  }

  private static func says(_ condition: String) -> SQLFragment {
    SQLFragment(
      """
      EXISTS (SELECT 1 FROM message AS said INDEXED BY message_ticket
        CROSS JOIN message_signal AS signal ON signal.message_id = said.id
        WHERE said.ticket_id = ticket.id AND \(condition))
      """)
  }

  /// A query for the numbers of the tickets with a message that gives one of these cues.
  func ticketsGiving(_ cues: [Cue]) -> SQLFragment {
    SQLFragment(
      """
      SELECT said.ticket_id FROM message_signal AS few INDEXED BY message_signal_cues
        CROSS JOIN message AS said ON said.id = few.message_id
      WHERE few.cues <> 0 AND few.cues & \(CueSet.mask(of: cues)) <> 0
      """)
  }
}
