public import VocDomain

/// A cue that a text gives, with the words that give it.
public struct CueHit: Equatable, Sendable {
  public let cue: Cue
  /// How much it weighs, by the strongest pattern that matched: 1...3, and -2 of praise.
  public let points: Int
  /// Where the words stand in the text's UTF-8: at least one place, from the left, none overlapping.
  public let ranges: [Range<Int>]
}

/// Finds turns of phrase that ask for attention.
///
/// Flags for triage, to be shown with the words that matched, never a reason to close or to punish. Praise alone says
/// little: in a hand check a third of it was irony.
public struct TextCues: Sendable {
  private struct Line: Sendable {
    let cue: Cue
    let points: Int
    let pattern: CuePattern
  }

  private let lines: [Line]
  private let automaton: CueAutomaton
  /// Competitors by their folded names.
  private let competitors: Set<String>
  private let competitorLine: Int?

  /// The patterns of a language, of unknown languages those of Spanish, and the names of competitors in any spelling,
  /// as whole words.
  public init(language: TextLanguage, competitors: [String] = []) {
    let file =
      switch language {
      case .portuguese: EmbeddedText.cuesPT
      case .english: EmbeddedText.cuesEN
      case .spanish, .unknown: EmbeddedText.cuesES
      }
    self.init(lines: Self.read(file).lines, competitors: competitors)
  }

  private init(lines: [Line], competitors: [String]) {
    var lines = lines
    let names = competitors.compactMap(CuePattern.init(name:))
    competitorLine = names.isEmpty ? nil : lines.count
    if !names.isEmpty { lines.append(Line(cue: .competitor, points: 2, pattern: .anyOf(names))) }
    self.lines = lines
    self.competitors = Set(competitors.map(Self.foldedName))
    automaton = CueAutomaton(lines.map(\.pattern))
  }

  /// The cues of a text in the order of `Cue`, each once.
  public func hits(in text: NormalizedText) -> [CueHit] {
    var matches: [(line: Int, codes: Range<Int>)] = []
    automaton.search(text.codes) { codes, patterns in
      var left = patterns
      while left != 0 {
        matches.append((left.trailingZeroBitCount, codes))
        left &= left - 1
      }
    }
    return matches.isEmpty ? [] : hits(of: matches, in: text)
  }

  private func hits(of matches: [(line: Int, codes: Range<Int>)], in text: NormalizedText) -> [CueHit] {
    let certain = matches.filter { isCertain($0, in: text) }
    return Cue.allCases.compactMap { cue in
      let own = certain.filter { lines[$0.line].cue == cue }
      guard let points = own.map({ lines[$0.line].points }).max() else { return nil }
      var places: [Range<Int>] = []
      for (_, codes) in own {
        if let last = places.last, codes.lowerBound == last.lowerBound {
          places[places.count - 1] = last.lowerBound..<max(last.upperBound, codes.upperBound)
        } else if codes.lowerBound >= places.last?.upperBound ?? 0 {
          places.append(codes)
        }
      }
      return CueHit(cue: cue, points: points, ranges: places.map(text.sourceRange))
    }
  }

  /// Letters without a Latin base share one code, so a competitor's name is compared in full.
  private func isCertain(_ match: (line: Int, codes: Range<Int>), in text: NormalizedText) -> Bool {
    guard match.line == competitorLine, text.codes[match.codes].contains(FoldingTable.otherLetter) else {
      return true
    }
    return competitors.contains(text.folded(match.codes))
  }

  static func foldedName(_ name: String) -> String {
    let text = TextNormalizer.normalize(name)
    let isWord = FoldingTable.isWord
    guard let first = text.codes.firstIndex(where: { isWord[Int($0)] }),
      let last = text.codes.lastIndex(where: { isWord[Int($0)] })
    else { return "" }
    return text.folded(first..<last + 1)
  }

  /// Reads cues: a line is a raw value of `Cue`, a tab, a `CuePattern`, a tab, points; `#` begins a comment. Lines that
  /// cannot be understood are left out, their numbers from 1 in `problems`.
  private static func read(_ file: String) -> (lines: [Line], problems: [Int]) {
    var lines: [Line] = []
    var problems: [Int] = []
    for (index, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      if fields.count == 3, let cue = Cue(rawValue: fields[0]), let points = Int(fields[2]),
        let pattern = CuePattern(fields[1])
      {
        lines.append(Line(cue: cue, points: points, pattern: pattern))
      } else {
        problems.append(index + 1)
      }
    }
    return (lines, problems)
  }

  /// The lines of a file of cues that cannot be understood, from 1.
  static func problems(in file: String) -> [Int] { read(file).problems }
}
