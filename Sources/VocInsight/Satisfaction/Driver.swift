import VocDomain

/// One tag, and how satisfied the answers with it are against those without it.
public struct Driver: Equatable, Sendable {
  /// How many answers of the overall share `shrunkenShare` adds to those with the tag.
  public static let priorStrength = 20.0

  public let tag: String
  /// First the answers with the tag, second those without: the difference, its Newcombe interval and its p
  /// value.
  public let comparison: TwoProportions
  /// The Benjamini-Hochberg q of the z test over all tags of the table, 0...1.
  public let q: Double
  let overallShare: Double

  /// The satisfied of the answers with the tag.
  public var with: Proportion { comparison.first }
  /// The satisfied of the answers without it.
  public var without: Proportion { comparison.second }

  /// The share with the tag, drawn towards the overall share π while the answers are few: (k + 20 π) / (n +
  /// 20).
  ///
  /// To sort by. Source: A. Agresti, Categorical Data Analysis, 3rd ed., section 1.6.2 (a beta prior's mean).
  public var shrunkenShare: Double {
    (Double(with.successes) + Self.priorStrength * overallShare) / (Double(with.trials) + Self.priorStrength)
  }

  /// By how many points of percent the overall share would differ if there were only answers without the tag:
  /// negative where the tag draws satisfaction down.
  public var impactPoints: Double {
    100 * (overallShare - Double(without.successes) / Double(without.trials))
  }

  /// Whether the difference stands out among all tags, q < 0.05; otherwise the driver is shown in grey.
  public var isDemonstrable: Bool { q < 0.05 }
}
