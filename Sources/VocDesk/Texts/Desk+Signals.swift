public import VocDomain
import VocInsight
import VocStore

/// What the texts of customers are signs of: estimates for triage, kept as they are written.
extension Desk {
  /// At the end of each transaction: reads what it wrote.
  func refreshSignals() throws {
    let (new, changed) = store.takeWrittenTexts()
    if new.isEmpty && changed.isEmpty { return }
    let reader = try textReader()
    for text in new where !changed.contains(text.reference) {
      try store.keep(reader.signals(of: text), of: text.reference)
    }
    for reference in changed {
      guard let text = try store.text(of: reference) else { continue }
      try store.keep(reader.signals(of: Store.WrittenText(reference: reference, text: text)), of: reference)
    }
  }

  /// Made anew where somebody has changed what it depends on, in this process or another.
  func textReader() throws -> TextReader {
    let setting = TextReader.Setting(
      competitors: try store.competitors(), modelTrainedAt: try store.textModelTime(.mood))
    if let knownReader, knownReader.setting == setting { return knownReader }
    let model = try store.textModel(.mood).flatMap { HashedLogit(decoding: $0.model) }
    let reader = TextReader(setting, model: model)
    knownReader = reader
    return reader
  }

  /// A cue that a ticket's messages give.
  public struct CueLine: Equatable, Sendable {
    public var cue: Cue
    /// 1...3, the most that one message gives; of praise -2.
    public var points: Int
    /// The words that matched, as they were written, each once.
    public var words: [String]
    /// The messages that have them.
    public var messageIDs: [Int64]
  }

  /// The cues of a ticket's messages, in the order of `Cue`.
  func cues(ofTicket id: Int64, among messages: [Message]) throws -> [CueLine] {
    let signals = try store.signals(ofTicket: id).filter { !$0.value.cues.isEmpty }
    if signals.isEmpty { return [] }
    let reader = try textReader()
    var lines: [Cue: CueLine] = [:]
    for message in messages where signals[message.id] != nil {
      for (cue, points, words) in reader.words(of: message.body) {
        var line = lines[cue] ?? CueLine(cue: cue, points: points, words: [], messageIDs: [])
        if abs(points) > abs(line.points) { line.points = points }
        for word in words where !line.words.contains(where: { Folding.folded($0) == Folding.folded(word) }) {
          line.words.append(word)
        }
        line.messageIDs.append(message.id)
        lines[cue] = line
      }
    }
    return Cue.allCases.compactMap { lines[$0] }
  }

  /// Whether texts are still to be read: from before texts were read, or before what counts changed.
  public func hasUnreadTexts() throws -> Bool {
    try TextReference.Kind.allCases.contains { try store.unreadTexts($0) != nil }
  }

  /// Reads what has not been read, some thousands of texts at a time; `anew`, everything. `progress` is told how many
  /// are done.
  public func reindexText(anew: Bool, progress: (Int) -> Void) throws -> Int {
    if anew { try store.transaction { try makeTextsUnread() } }
    var done = 0
    for kind in TextReference.Kind.allCases {
      while case let count = try readSome(kind), count > 0 {
        done += count
        progress(done)
      }
    }
    return done
  }

  func makeTextsUnread() throws {
    for kind in TextReference.Kind.allCases { try store.makeUnread(kind) }
  }

  func readSome(_ kind: TextReference.Kind) throws -> Int {
    try store.transaction {
      let texts = try store.takeUnread(kind, limit: 5_000)
      if texts.isEmpty { return 0 }
      let reader = try textReader()
      for text in texts { try store.keep(reader.signals(of: text), of: text.reference) }
      return texts.count
    }
  }

  /// How many texts say something else than is kept of them: what `voc doctor` proves.
  func wrongSignals() throws -> Int {
    let reader = try textReader()
    var wrong = 0
    for kind in TextReference.Kind.allCases {
      try store.eachSignals(kind) { id, text, kept in
        let fresh = text.map {
          reader.signals(of: Store.WrittenText(reference: TextReference(kind, id), text: $0))
        }
        if (fresh?.isSilent ?? true ? nil : fresh) != kept { wrong += 1 }
      }
    }
    return wrong
  }
}

extension TicketFacts {
  /// What customers' messages on the ticket give; nil: nothing.
  mutating func take(_ said: (cues: CueSet, moods: Set<SentimentLabel>)?) {
    (cues, moods) = said ?? (CueSet(), [])
  }
}
