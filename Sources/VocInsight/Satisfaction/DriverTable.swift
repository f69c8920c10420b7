/// How satisfaction differs between the answers with a tag and those without it, for each tag.
///
/// It tells what goes along with satisfaction ("asociado a"), not what causes it. A tag on every answer, or
/// on none, has nothing to be compared with and is left out.
public struct DriverTable: Equatable, Sendable {
  /// The answers with one tag.
  public struct Tagged: Equatable, Sendable {
    public let tag: String
    /// The satisfied of the answers with the tag.
    public let satisfied: Proportion

    public init(_ tag: String, _ satisfied: Proportion) {
      self.tag = tag
      self.satisfied = satisfied
    }
  }

  /// The satisfied of all answers.
  public let overall: Proportion
  /// The tags, in the order given.
  public let drivers: [Driver]

  /// Nil without answers, and where a tag stands for answers that `overall` cannot hold.
  public init?(overall: Proportion, tags: [Tagged]) {
    guard let share = overall.share, tags.allSatisfy({ Self.holds(overall, $0.satisfied) }) else {
      return nil
    }
    self.overall = overall
    let compared = tags.compactMap { tagged in
      let without = Proportion(
        overall.successes - tagged.satisfied.successes, of: overall.trials - tagged.satisfied.trials)
      return TwoProportions(tagged.satisfied, without).map { (tagged.tag, $0) }
    }
    let q = MultipleTesting.benjaminiHochberg(compared.map { $0.1.zP })
    drivers = zip(compared, q).map { Driver(tag: $0.0, comparison: $0.1, q: $1, overallShare: share) }
  }

  private static func holds(_ overall: Proportion, _ part: Proportion) -> Bool {
    part.successes <= overall.successes
      && part.trials - part.successes <= overall.trials - overall.successes
  }
}
