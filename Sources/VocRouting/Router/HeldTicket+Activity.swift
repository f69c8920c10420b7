import VocDomain

extension HeldTicket {
  /// Whether it counts against its assignee's capacity.
  ///
  /// A conversation rests when neither a message nor its assignment is newer than `inactiveAfter`; one that
  /// had waited long before somebody got it counts from then on.
  func isActive(_ channel: ChannelPolicy, now: Instant) -> Bool {
    guard let limit = channel.inactiveAfter,
      let latest = [lastMessageAt, assignedAt].compactMap(\.self).max()
    else { return true }
    return now - latest < limit
  }
}
