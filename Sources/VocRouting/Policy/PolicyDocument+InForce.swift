import VocDomain

extension PolicyDocument {
  /// The document with what holds of channels and routing though it does not say so; applied, it changes nothing.
  ///
  /// `kinds`: the kinds of channel there are. Throws `PolicyProblems`.
  public static func inForce(_ document: PolicyValue, kinds: [String]) throws -> PolicyValue {
    let routing = try ServicePolicy(document, kinds: kinds).routing
    var whole = document
    whole["channels"] = .object(
      Dictionary(
        uniqueKeysWithValues: kinds.map { kind in
          (kind, PolicyDocument.filled(document["channels"]?[kind], from: routing.channel(kind).document))
        }))
    whole["routing"] = PolicyDocument.filled(document["routing"], from: routing.document)
    return whole
  }

  /// What the document says as it says it, and the rest.
  private static func filled(_ said: PolicyValue?, from all: [String: PolicyValue]) -> PolicyValue {
    guard case .object(let members)? = said else { return .object(all) }
    return .object(
      all.merging(members) { all, said in
        if case .object(let inner) = all { filled(said, from: inner) } else { said == .null ? all : said }
      })
  }
}

extension ChannelPolicy {
  /// As in a policy document; without a calendar of its own the channel has the usual one, which is not said.
  fileprivate var document: [String: PolicyValue] {
    var members: [String: PolicyValue] = [
      "weight": .integer(Int64(weight)), "capacity": .integer(Int64(capacity)),
      "synchronous": .bool(isSynchronous), "blocking": .bool(isBlocking), "offer": .length(offerTimeout),
      "no_answer": .length(noAnswerAfter), "inactive": .length(inactiveAfter),
      "reply_window": .length(replyWindow),
    ]
    members["calendar"] = calendar.map(PolicyValue.text)
    return members
  }
}

extension RoutingPolicy {
  /// As in a policy document, without the bonuses and raises that are worth nothing.
  fileprivate var document: [String: PolicyValue] {
    [
      "order": .text(order.rawValue), "method": .text(method.rawValue),
      "priority_bonus": .object(
        Dictionary(uniqueKeysWithValues: priorityBonus.map { ($0.key.name, .integer($0.value)) })),
      "affinity": hasAffinity ? .length(affinityHold) : .length(nil), "wave_cap": .bool(hasWaveCap),
      "misses": .integer(Int64(missesUntilUnresponsive)), "exclusion": .length(exclusion),
      "idle": .length(idleAfter),
      "states": .object(
        states.mapValues { accepted in
          switch accepted {
          case .all: .text("all")
          case .only(let kinds): .list(kinds.sorted().map(PolicyValue.text))
          }
        }),
    ]
  }
}

extension PolicyValue {
  fileprivate static func length(_ seconds: Int64?) -> PolicyValue {
    .text(seconds.map(PolicyDuration.text) ?? "none")
  }
}
