import Foundation

/// How much more, or less, a term is used now than before.
///
/// `now` and `before` are how many documents (or words) have the term, of all: documents are the better unit,
/// for one person who repeats a word a hundred times is no trend.
public struct Keyness: Equatable, Sendable {
  public let now: Proportion
  public let before: Proportion

  /// Nil where there is nothing now or nothing before.
  public init?(now: Proportion, before: Proportion) {
    guard now.trials > 0 && before.trials > 0 else { return nil }
    self.now = now
    self.before = before
  }

  private var a: Double { Double(now.successes) }
  private var b: Double { Double(before.successes) }
  private var c: Double { Double(now.trials) }
  private var d: Double { Double(before.trials) }

  /// G², the log likelihood ratio over the two counts of the term, 0 and above: the measure for emerging
  /// terms.
  ///
  /// Source: P. Rayson & R. Garside, "Comparing Corpora using Frequency Profiling", Workshop on Comparing
  /// Corpora, ACL (2000): 2 Σ O ln(O / E).
  public var g2: Double {
    let rate = (a + b) / (c + d)
    return max(0, 2 * (term(a, c * rate) + term(b, d * rate)))
  }

  /// G² over all four counts, of the term and of the others, 0 and above.
  ///
  /// Source: T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational
  /// Linguistics 19 (1993).
  public var dunning: Double {
    let rate = (a + b) / (c + d)
    return max(0, g2 + 2 * (term(c - a, c * (1 - rate)) + term(d - b, d * (1 - rate))))
  }

  /// The p value of `dunning`, chi-square with one degree of freedom, 0...1.
  public var p: Double { ChiSquare.upperTail(dunning, degrees: 1) }

  private func term(_ observed: Double, _ expected: Double) -> Double {
    observed == 0 ? 0 : observed * log(observed / expected)
  }

  /// The binary logarithm of how many times as frequent the term is now; 1 is twice, −1 half. A count of 0 is
  /// taken as a half.
  ///
  /// Source: A. Hardie, "Log Ratio: an informal introduction", cass.lancs.ac.uk (2014).
  public var logRatio: Double { log2((max(a, 0.5) / c) / (max(b, 0.5) / d)) }

  /// The difference of the term's log odds, now less before, with a prior.
  ///
  /// Source: B. L. Monroe, M. P. Colaresi & K. M. Quinn, "Fightin' Words", Political Analysis 16 (2008):
  /// log odds with a Dirichlet prior.
  ///
  /// - Parameters:
  ///   - prior: α, the count added for each term of the vocabulary, above 0.
  ///   - vocabulary: how many terms there are.
  public func logOdds(prior: Double = 0.5, vocabulary: Int = 2000) -> Double {
    let others = prior * Double(max(vocabulary, 2)) - prior
    return log((a + prior) / (c - a + others)) - log((b + prior) / (d - b + others))
  }

  /// `logOdds` over its standard deviation: of terms rare and frequent alike, those beyond ±1.96 stand out.
  ///
  /// Source: Monroe, Colaresi & Quinn (2008).
  public func logOddsZ(prior: Double = 0.5, vocabulary: Int = 2000) -> Double {
    logOdds(prior: prior, vocabulary: vocabulary)
      / (1 / (a + prior) + 1 / (b + prior)).squareRoot()
  }
}
