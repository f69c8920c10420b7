public import VocDomain
import VocStore

extension Desk {
  /// The kind that somebody means: a usual one in their language, one that a channel has, or a new one of their own.
  ///
  /// Throws `VocError.mistypedKind` and `badKind`.
  func channelKind(said word: String) throws -> String {
    try Channel.kind(said: word, among: store.channels().map(\.kind))
  }

  /// Makes a channel of another kind.
  ///
  /// What follows from it is as if it had always been so: the hours in which its tickets were waited for, and what is
  /// promised on those unsolved. Throws `VocError.unknownChannel`, `mistypedKind` and `badKind`.
  public func setKind(_ word: String, ofChannel name: String) throws -> Channel {
    try store.transaction {
      let channel = try channel(named: name)
      let kind = try channelKind(said: word)
      if kind == channel.kind { return channel }
      try store.setKind(kind, ofChannel: channel.id)
      try countBusinessTimeAnew()
      try refreshUnsolvedSLAs()
      return try self.channel(channel.id)
    }
  }

  /// Whether a channel's kind is the business's own and no other channel is of it.
  public func isFirst(ofOwnKind channel: Channel) throws -> Bool {
    try Channel.isOwn(kind: channel.kind) && store.channels().count { $0.kind == channel.kind } == 1
  }
}
