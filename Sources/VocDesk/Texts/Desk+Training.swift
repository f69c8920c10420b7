import VocDomain
import VocInsight
import VocStore

/// Learning from a business's own texts: how scored comments sound, and which tags tickets get.
extension Desk {
  /// Trains both models, measures them on texts that they were not trained on, and keeps those that are worth it; one
  /// that is not is taken out of use. Where the judge of moods changes, the comments are read again.
  ///
  /// A rehearsal keeps nothing and says what would be.
  public func train(rehearsing: Bool) throws -> TrainingReport {
    var report = TrainingReport()
    let examples = try store.snapshot { (try scoredComments(), try taggedTexts()) }
    let mood = judge(examples.0, &report)
    let topics = suggester(examples.1, &report)
    if rehearsing { return report }
    try store.transaction {
      try replace(.mood, by: mood?.encoded(), report.comments, report.model)
      try replace(.topic, by: topics?.encoded(), report.taggedTickets, report.shown)
    }
    try readComments()
    return report
  }

  /// Takes both models out of use; false where none was.
  public func forgetTraining() throws -> Bool {
    let hadAny = try store.transaction {
      let hadAny = try TextModel.Kind.allCases.contains { try store.textModelTime($0) != nil }
      for kind in TextModel.Kind.allCases { try replace(kind, by: nil, 0, nil) }
      return hadAny
    }
    try readComments()
    return hadAny
  }

  private func replace(
    _ kind: TextModel.Kind, by model: [UInt8]?, _ examples: Int, _ figures: TrainingReport.Figures?
  ) throws {
    let before = try store.textModel(kind)?.model
    if let model, let figures {
      try store.keep(
        TextModel(
          trainedAt: now(), actor: actor, examples: examples, right: figures.right, trials: figures.n,
          model: model), as: kind)
    } else {
      try store.forgetTextModel(kind)
    }
    if kind == .mood && model != before { try store.makeUnread(.answer) }
    knownReader = nil
  }

  private func readComments() throws {
    while try readSome(.answer) > 0 {}
  }

  // MARK: - Moods

  /// Equal comments count once: one that stands in what a judge was trained on would be no test of it.
  private func scoredComments() throws -> [SentimentExample] {
    var examples: [SentimentExample] = []
    var known: Set<String> = []
    try store.eachScoredComment(limit: TrainingReport.mostExamples) { survey, score, comment in
      guard let label = SentimentLabel(survey: survey, score: score),
        known.insert(TextNormalizer.normalize(comment).folded).inserted
      else { return }
      examples.append(SentimentExample(text: comment, label: label))
    }
    return examples
  }

  private func judge(_ examples: [SentimentExample], _ report: inout TrainingReport) -> HashedLogit? {
    report.comments = examples.count
    guard let evaluation = SentimentEvaluation(examples) else { return nil }
    report.model = TrainingReport.Figures(evaluation.model)
    report.lexicon = TrainingReport.Figures(evaluation.lexicon)
    if examples.count < TrainingReport.fewestExamples { return nil }
    report.moodVerdict = evaluation.favoursModel ? .active : .notBetter
    return evaluation.favoursModel ? HashedLogit(training: examples) : nil
  }

  // MARK: - Tags

  private func taggedTexts() throws -> [TopicExample] {
    var examples: [TopicExample] = []
    try store.eachTaggedText(limit: TrainingReport.mostExamples) { text, tags in
      examples.append(TopicExample(text: text, tags: tags))
    }
    return examples
  }

  private func suggester(_ examples: [TopicExample], _ report: inout TrainingReport) -> TopicModel? {
    report.taggedTickets = examples.count
    report.tags = Set(examples.lazy.flatMap(\.tags)).count
    guard let evaluation = TopicEvaluation(examples) else { return nil }
    report.best = TrainingReport.Figures(evaluation.best)
    report.shown = TrainingReport.Figures(evaluation.precision)
    report.coverage = TrainingReport.Figures(evaluation.coverage)
    if examples.count < TrainingReport.fewestExamples { return nil }
    let isSafe =
      evaluation.precision.trials >= TrainingReport.fewestShown
      && evaluation.precision.share ?? 0 >= TrainingReport.safeShare
    report.topicVerdict = isSafe ? .active : .notSafe
    return isSafe ? TopicModel(training: examples) : nil
  }

  /// A tag that a ticket might get, with how often such suggestions were right when they were tried.
  public struct SuggestedTag: Equatable, Sendable {
    public var tag: String
    public var right: Int
    public var n: Int

    /// 0...1.
    public var share: Double { n == 0 ? 0 : Double(right) / Double(n) }
  }

  /// For a ticket that nobody has tagged, where a model is in use and sure; never applied by itself.
  func suggestedTag(_ messages: [Message]) throws -> SuggestedTag? {
    guard let first = messages.first(where: \.isReadForSignals), let kept = try store.textModel(.topic),
      let model = TopicModel(decoding: kept.model),
      let suggestion = model.suggestion(for: TextNormalizer.normalize(first.body)), suggestion.isSafe
    else { return nil }
    return SuggestedTag(tag: suggestion.tag, right: kept.right, n: kept.trials)
  }
}

extension TrainingReport.Figures {
  fileprivate init(_ figures: LabelFigures) {
    self.init(figures.right)
    macroF1 = figures.macroF1
  }

  fileprivate init(_ share: Proportion) {
    (right, n) = (share.successes, share.trials)
    let interval = share.wilson()
    (low, high) = (interval?.low, interval?.high)
  }
}
