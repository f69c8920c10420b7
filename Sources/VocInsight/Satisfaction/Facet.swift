import VocDomain

/// Something that is so of some answers' tickets and not of others, and how satisfied both are.
public struct Facet: Equatable, Sendable {
  /// Importance against performance, each above or below that of the others. The four names are those of
  /// SurveyMonkey's analysis of key drivers, of which "mixed" is "minor" here.
  public enum Quadrant: String, CaseIterable, Sendable {
    /// Important, and below the satisfaction of all: to be improved first.
    case keyWeakness = "key_weakness"
    case keyStrength = "key_strength"
    case minorWeakness = "minor_weakness"
    case minorStrength = "minor_strength"
  }

  /// First the answers with it, second those without: the difference and its Newcombe interval.
  public let comparison: TwoProportions
  /// The Benjamini-Hochberg q of the z test, or of Fisher's where counts are small, over all facets of the table, 0...1.
  public let q: Double
  /// What it adds to R² on average over all orders, 0...1 (`RelativeImportance`).
  public let importance: Double
  public let quadrant: Quadrant

  /// The satisfied of the answers with it.
  public var with: Proportion { comparison.first }
  /// The satisfied of the answers without it.
  public var without: Proportion { comparison.second }

  /// The correlation of two yes-or-no facts, -1...1; 0 where all are satisfied, or none.
  ///
  /// Source: A. Agresti, Categorical Data Analysis, 3rd ed., section 2.4: φ² = χ² / n.
  public var phi: Double { comparison.z / Double(with.trials + without.trials).squareRoot() }

  /// Whether the difference stands out among all facets, q < 0.05.
  public var isDemonstrable: Bool { q < 0.05 }
}
