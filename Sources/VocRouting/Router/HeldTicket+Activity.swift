import VocDomain

extension HeldTicket {
  /// Whether it counts against its assignee's capacity.
  ///
  /// A conversation rests when neither a message nor its assignment is newer than `inactiveAfter`; one that
  /// had waited long before somebody got it counts from then on. Whoever waits for the one who got it never
  /// rests: else an agent who answers nobody would be given more and more.
  func isActive(_ channel: ChannelPolicy, now: Instant) -> Bool {
    if isCustomerWaiting && assignedAt != nil { return true }
    guard let limit = channel.inactiveAfter,
      let latest = [lastMessageAt, assignedAt].compactMap(\.self).max()
    else { return true }
    return now - latest < limit
  }
}
