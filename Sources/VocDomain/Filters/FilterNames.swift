/// The names that there are: what a filter may ask of channels and queues.
///
/// Agents, customers, tags and causes stay open: a filter may be written before the first of them comes.
public struct FilterNames: Sendable {
  /// Names and kinds.
  public var channels: [String]
  public var queues: [String]

  public init(channels: [String], queues: [String]) {
    self.channels = channels
    self.queues = queues
  }

  /// What is wrong with a name that a field is asked for; nil: nothing.
  func problem(_ name: FoldedText, of field: TicketFilter.Field) -> FilterError.Problem? {
    switch field {
    case .channel where !FilterNames.has(name, channels):
      let kind = Channel.kind(named: name.text).flatMap { channels.contains($0) ? $0 : nil }
      return .unknownValue(
        field, name.text, allowed: channels, nearest: kind.map { [$0] } ?? FilterNames.nearest(name, channels)
      )
    case .queue where !FilterNames.has(name, queues):
      return .unknownValue(field, name.text, allowed: queues, nearest: FilterNames.nearest(name, queues))
    case .language where !FilterNames.isLanguage(name):
      return .unknownValue(
        field, name.text, allowed: [], nearest: FilterWords.languages.nearest(to: name.text))
    default: return nil
    }
  }

  private static func has(_ name: FoldedText, _ names: [String]) -> Bool {
    names.contains { Folding.folded($0) == name.folded }
  }

  private static func nearest(_ name: FoldedText, _ names: [String]) -> [String] {
    let byFolded = Dictionary(names.map { (Folding.folded($0), $0) }) { first, _ in first }
    return Nearest.names(to: name.folded, among: Array(byFolded.keys)).compactMap { byFolded[$0] }
  }

  /// Whether it has the shape of a language tag (https://www.rfc-editor.org/info/bcp47): "es", "es-MX".
  private static func isLanguage(_ name: FoldedText) -> Bool {
    let parts = name.folded.split(separator: "-", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
    return isPlain && (2...3).contains(parts[0].utf8.count)
  }
}

extension FilterWords where Value == String {
  /// Codes behind what people call the languages of our customers.
  static let languages = FilterWords([
    ("es", "es espanol castellano spanish spa"), ("en", "en ingles english eng"),
    ("pt", "pt portugues portuguese por brasileno"), ("fr", "fr frances french"),
  ])
}
