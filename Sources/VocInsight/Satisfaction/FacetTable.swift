import VocDomain

/// Which facets of their tickets satisfied answers go along with, and how much each tells that the others do not.
///
/// It tells what goes along with satisfaction ("asociado a"), not what causes it.
public struct FacetTable: Equatable, Sendable {
  /// The answers with a facet, and without it, under which nothing is said of it.
  public static let fewestAnswers = 30

  /// The satisfied of all answers.
  public let overall: Proportion
  /// In the order given; nil for those with too few answers, which are in no figure of the others either.
  public let facets: [Facet?]
  /// How much of the differences between answers all facets together go along with.
  public let together: RelativeImportance

  /// Of answers, whether each is satisfied, and of at most `RelativeImportance.mostVariables` facets with as many
  /// values each. Nil for fewer answers than a facet needs.
  public init?(satisfied: [Bool], facets columns: [[Bool]]) {
    let counts = columns.map { column in
      let held = zip(column, satisfied).filter(\.0)
      return Proportion(held.count { $0.1 }, of: held.count)
    }
    let overall = Proportion(satisfied.count { $0 }, of: satisfied.count)
    let told = columns.indices.filter { index in
      let n = counts[index].trials
      return min(n, overall.trials - n) >= Self.fewestAnswers
    }
    guard overall.trials >= Self.fewestAnswers, let share = overall.share,
      let together = RelativeImportance(
        of: satisfied.map { $0 ? 1 : 0 }, by: told.map { columns[$0].map { $0 ? 1 : 0 } })
    else { return nil }
    let compared = told.compactMap { index in
      let rest = Proportion(
        overall.successes - counts[index].successes, of: overall.trials - counts[index].trials)
      return TwoProportions(counts[index], rest)
    }
    let q = MultipleTesting.benjaminiHochberg(compared.map(\.p))
    let usual = together.explained / Double(max(1, told.count))
    var facets: [Facet?] = columns.map { _ in nil }
    for (place, index) in told.enumerated() {
      let comparison = compared[place]
      let importance = together.values[place]
      facets[index] = Facet(
        comparison: comparison, q: q[place], importance: importance,
        quadrant: Facet.Quadrant(
          isImportant: importance >= usual, isSatisfied: counts[index].share.map { $0 >= share } ?? true))
    }
    (self.overall, self.facets, self.together) = (overall, facets, together)
  }
}

extension Facet.Quadrant {
  fileprivate init(isImportant: Bool, isSatisfied: Bool) {
    switch (isImportant, isSatisfied) {
    case (true, false): self = .keyWeakness
    case (true, true): self = .keyStrength
    case (false, false): self = .minorWeakness
    case (false, true): self = .minorStrength
    }
  }
}
