import VocDomain
import VocInsight
import VocStore

/// Reads the texts of customers for what is kept of them.
struct TextReader: Sendable {
  /// What it was made for: it serves as long as these are the same.
  struct Setting: Equatable, Sendable {
    var competitors: [String]
    /// When the model of moods was trained; nil where the lexicon tells them.
    var modelTrainedAt: Instant?
  }

  let setting: Setting
  private let analyzer: TextAnalyzer
  private let model: HashedLogit?

  /// Without competitors it is the same for everybody.
  private static let usual = TextAnalyzer()

  init(_ setting: Setting, model: HashedLogit?) {
    self.setting = setting
    self.model = model
    analyzer =
      setting.competitors.isEmpty ? TextReader.usual : TextAnalyzer(competitors: setting.competitors)
  }

  /// The mood of comments is told by the model, where there is one: it was trained on comments.
  func signals(of text: Store.WrittenText) -> TextSignals {
    let text = (normalized: TextNormalizer.normalize(text.text), kind: text.reference.kind)
    let analysis = analyzer.analyze(text.normalized)
    var cues = CueSet()
    for hit in analysis.cues { cues[hit.cue] = abs(hit.points) }
    let mood =
      text.kind == .answer
      ? model?.label(of: text.normalized, sentiment: analysis.sentiment) : nil
    return TextSignals(
      language: analysis.language == .unknown ? nil : analysis.language.rawValue,
      mood: mood ?? analysis.sentiment.label, score: Int((analysis.sentiment.score * 1000).rounded()),
      cues: cues)
  }

  /// The words of a text that give each of its cues.
  func words(of text: String) -> [(cue: Cue, points: Int, words: [String])] {
    analyzer.analyze(text).cues.map { hit in
      (hit.cue, hit.points, hit.ranges.compactMap { text.part(atUTF8: $0).map(String.init) })
    }
  }
}
