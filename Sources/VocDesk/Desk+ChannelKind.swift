public import VocDomain
import VocRouting
import VocStore

extension Desk {
  /// A channel that is of another kind now.
  public struct KindChange: Sendable {
    public var channel: Channel
    public var oldKind: String
    /// Where the policy in force speaks of the old kind though no channel is of it any more: "channels.fax".
    public var policyPlaces: [String]
  }

  /// The kind that somebody means: a usual one in their language, one that a channel has, or a new one of their own.
  ///
  /// Throws `VocError.mistypedKind` and `badKind`.
  func channelKind(said word: String) throws -> String {
    try Channel.kind(said: word, among: store.channels().map(\.kind))
  }

  /// Makes a channel of another kind.
  ///
  /// Its hours and figures are as if it had always been so; what is promised on its unsolved tickets is so from now
  /// on. Throws `VocError.unknownChannel`, `mistypedKind` and `badKind`.
  public func setKind(_ word: String, ofChannel name: String) throws -> KindChange {
    try store.transaction {
      let channel = try channel(named: name)
      // Its own kind may be what is to be corrected.
      let others = try store.channels().filter { $0.id != channel.id }.map(\.kind)
      let kind = try Channel.kind(said: word, among: others)
      if kind == channel.kind { return KindChange(channel: channel, oldKind: kind, policyPlaces: []) }
      try store.setKind(kind, ofChannel: channel.id)
      try recountBusinessTime(ofKind: channel.kind, as: kind)
      try refreshSLAs(ofTickets: try store.unsolvedTicketIDs(onChannel: channel.id))
      return KindChange(
        channel: try self.channel(channel.id), oldKind: channel.kind,
        policyPlaces: try policyPlaces(ofGoneKind: channel.kind))
    }
  }

  /// What would be wrong in the policy in force for this kind alone; nothing while a channel is of it.
  private func policyPlaces(ofGoneKind kind: String) throws -> [String] {
    let known = try channelKinds()
    if known.contains(kind) { return [] }
    let document = try policyDocument()
    let names = try store.channels().map(\.name)
    let others = (known + PolicyDocument.kinds(of: document)).filter { $0 != kind }
    func wrong(_ kinds: [String]) -> [String] {
      ServicePolicy.problems(of: document, kinds: kinds, channelNames: names).map(\.path)
    }
    return Set(wrong(others)).subtracting(wrong(others + [kind])).sorted()
  }

  /// Whether a channel's kind is the business's own and no other channel is of it.
  public func isOnlyOne(ofOwnKind channel: Channel) throws -> Bool {
    try Channel.isOwn(kind: channel.kind) && store.channels().count { $0.kind == channel.kind } == 1
  }
}
