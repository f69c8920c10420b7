/// Fisher's exact test of a table of two rows and two columns.
enum FisherExact {
  /// The probability of every table with these margins that is no likelier than this one, 0...1.
  ///
  /// Tables are weighed against the likeliest by the ratios of the hypergeometric distribution, outwards
  /// until the weights vanish: no factorial is needed and no table in the middle of a large sample is lost.
  /// Source: A. Agresti, Categorical Data Analysis, 3rd ed., section 3.5.
  static func twoSidedP(_ first: Proportion, _ second: Proportion) -> Double {
    let successes = first.successes + second.successes
    let least = max(0, successes - second.trials)
    let most = min(first.trials, successes)
    if least >= most { return 1 }
    let margins = Margins(first: first.trials, second: second.trials, successes: successes)
    let mode = min(max(margins.mode, least), most)
    var total = 0.0
    var tail = 0.0
    let observed = margins.weight(of: first.successes, mode: mode)
    func count(_ weight: Double) {
      total += weight
      // Two tables that are equally likely may differ in their last digits.
      if weight <= observed * (1 + 1e-9) { tail += weight }
    }
    count(1)
    var weight = 1.0
    for k in stride(from: mode, to: most, by: 1) where weight > 0 {
      weight *= margins.rise(from: k)
      count(weight)
    }
    weight = 1
    for k in stride(from: mode, to: least, by: -1) where weight > 0 {
      weight /= margins.rise(from: k - 1)
      count(weight)
    }
    return min(1, tail / total)
  }

  private struct Margins {
    let first: Int
    let second: Int
    let successes: Int

    /// The likeliest number of successes in the first row.
    var mode: Int {
      Int((Double(first) + 1) * (Double(successes) + 1) / (Double(first) + Double(second) + 2))
    }

    /// P(k + 1) / P(k).
    func rise(from k: Int) -> Double {
      Double(successes - k) * Double(first - k) / (Double(k + 1) * Double(second - successes + k + 1))
    }

    /// P(k) / P(mode).
    func weight(of k: Int, mode: Int) -> Double {
      var weight = 1.0
      for step in stride(from: mode, to: k, by: 1) where weight > 0 { weight *= rise(from: step) }
      for step in stride(from: mode, to: k, by: -1) where weight > 0 { weight /= rise(from: step - 1) }
      return weight
    }
  }
}
