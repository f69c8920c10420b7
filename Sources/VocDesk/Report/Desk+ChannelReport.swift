public import VocDomain
import VocStore

extension ChannelReport {
  /// What its measures follow from.
  fileprivate static let counted: ServiceMeasures = [
    .created, .firstReply, .resolution, .unresolvedRunning, .unresolvedPaused, .solved,
  ]
}

extension Desk {
  /// How each channel serves its customers, and whether all do it equally well. Both ends of the period are included.
  public func channelReport(
    since: CivilDate?, until: CivilDate?, matching text: String = ""
  ) throws -> ChannelReport {
    // Without a filter counters tell the answers.
    try snapshotForTwo(unless: text.trimmed.isEmpty) {
      try channelReport(of: reportScope(since: since, until: until, matching: text))
    }
  }

  func channelReport(of scope: ReportScope) throws -> ChannelReport {
    try store.snapshot {
      let known = Dictionary(try store.channels().map { ("\($0.id)", $0) }) { first, _ in first }
      let channels = try periodSource(of: scope)
        .groups(scope.period, by: .channel, figures: ChannelReport.counted)
        .map { (channel: known[$0.key], data: $0.value) }
        .sorted { Folding.folded($0.channel?.name ?? "") < Folding.folded($1.channel?.name ?? "") }
      let rows = channels.map { channel, data in
        ChannelReport.Row(
          name: channel?.name ?? "", kind: channel?.kind ?? "", created: data.service[.created].n,
          figures: data.figures(before: nil).filter { ChannelReport.measures.contains($0.measure) })
      }
      let comparison = ChannelComparison(
        channels: channels.compactMap { channel, data in channel.map { ($0.name, data) } })
      return ChannelReport(
        rows: rows.filter { $0.created > 0 || !$0.figures.isEmpty },
        comparisons: ChannelReport.compared.compactMap(comparison.compare), period: scope.period,
        zone: scope.zone.name, filter: scope.filter, unmeasured: try store.countUnmeasured(),
        unfinishedImports: try store.unfinishedImports())
    }
  }
}
