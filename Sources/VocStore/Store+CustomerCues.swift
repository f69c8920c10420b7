import SQLite
public import VocDomain

/// What customers' own words are signs of, by customer.
extension Store {
  /// Hands over the cues of each message and comment since a moment that gives one of some.
  public func eachCue(
    among cues: [Cue], since moment: Instant, _ body: (_ customer: Int64, CueSet) -> Void
  ) throws {
    let values: [(any Bindable)?] = [CueSet.mask(of: cues), moment.unixSeconds]
    try database.statement(
      """
      SELECT ticket.customer_id, signal.cues FROM message_signal AS signal INDEXED BY message_signal_cues
        CROSS JOIN message ON message.id = signal.message_id
        CROSS JOIN ticket ON ticket.id = message.ticket_id
      WHERE signal.cues <> 0 AND signal.cues & ?1 <> 0 AND message.at >= ?2
      """
    ).run(values) { body($0.int(0), CueSet(bits: $0.int(1))) }
    try database.statement(
      """
      SELECT answer.customer_id, signal.cues FROM answer_signal AS signal
        CROSS JOIN answer ON answer.id = signal.answer_id
      WHERE signal.cues & ?1 <> 0 AND answer.at >= ?2 AND answer.customer_id IS NOT NULL
      """
    ).run(values) { body($0.int(0), CueSet(bits: $0.int(1))) }
  }
}
