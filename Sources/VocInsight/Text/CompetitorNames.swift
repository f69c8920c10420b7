/// Which names of a list a text says, in any spelling, as whole words.
///
/// Making one takes some milliseconds; it is meant for many texts.
public struct CompetitorNames: Sendable {
  /// Some of the names, as many as an automaton takes, and where they stand in the list.
  private struct Part: Sendable {
    let automaton: CueAutomaton
    let places: [Int]
  }

  private let parts: [Part]
  /// Letters without a Latin base share one code, so such a name is compared in full.
  private let folded: [String]

  /// A name without letters and digits is in no text.
  public init(_ names: [String]) {
    folded = names.map(TextCues.foldedName)
    let patterns = names.enumerated().compactMap { place, name in
      CuePattern(name: name).map { (place: place, pattern: $0) }
    }
    parts = stride(from: 0, to: patterns.count, by: 64).map { first in
      let some = patterns[first..<min(first + 64, patterns.count)]
      return Part(automaton: CueAutomaton(some.map(\.pattern)), places: some.map(\.place))
    }
  }

  /// The places in the list of the names that a text says, each once, in ascending order.
  public func mentioned(in text: String) -> [Int] {
    let text = TextNormalizer.normalize(text)
    var found: Set<Int> = []
    for part in parts {
      part.automaton.search(text.codes) { codes, patterns in
        let isCertain = !text.codes[codes].contains(FoldingTable.otherLetter)
        var left = patterns
        while left != 0 {
          let place = part.places[left.trailingZeroBitCount]
          if isCertain || text.folded(codes) == folded[place] { found.insert(place) }
          left &= left - 1
        }
      }
    }
    return found.sorted()
  }
}
