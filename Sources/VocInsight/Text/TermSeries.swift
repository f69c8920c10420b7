/// In how many texts of each period the commoner terms of a `TermCounter` occur.
///
/// For two passes: first the newest texts tell which terms there are, then all texts are counted for these alone, which
/// takes a fraction of the memory.
public struct TermSeries: Sendable {
  /// How many texts were added to each period.
  public private(set) var textCounts: [Int]
  private let numbers: [UInt64: Int]
  private let terms: [TermCount]
  private var counts: [[Int]]

  /// The terms of at least so many texts and customers; `periods` from 0.
  public init(_ counter: TermCounter, inAtLeast texts: Int, customers: Int, periods: Int) {
    let kept = counter.hashedTerms.filter { $0.value.texts >= texts && $0.value.customers >= customers }
      .sorted { $0.value.term < $1.value.term }
    numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1.key, $0) })
    terms = kept.map(\.value)
    textCounts = Array(repeating: 0, count: max(0, periods))
    counts = Array(repeating: textCounts, count: terms.count)
  }

  /// Counts a text; one of a period that there is not counts nowhere.
  public mutating func add(_ text: NormalizedText, period: Int) {
    guard textCounts.indices.contains(period) else { return }
    textCounts[period] += 1
    var isNew: Set<Int> = []
    for (hash, _) in TermCounter.terms(of: text) {
      guard let number = numbers[hash], isNew.insert(number).inserted else { continue }
      counts[number][period] += 1
    }
  }

  /// Each term with what it was counted before, and its texts of each period; by the term.
  public var series: [(term: TermCount, texts: [Int])] { Array(zip(terms, counts)).map { ($0, $1) } }
}
