import VocDesk
import VocDomain

/// A simulation as JSON: seconds, shares of one and numbers of tickets, unrounded.
enum SimulationJSON {
  static func object(_ report: SimulationReport) -> JSON {
    .object([
      .init("from", .string(Timestamp.rfc3339(report.period.lowerBound))),
      .init("until", .string(Timestamp.rfc3339(report.period.upperBound))),
      .init("tickets", .int(Int64(report.tickets))), .init("ours", .int(Int64(report.ours))),
      .init("observed", .int(Int64(report.observed))), .init("runs", .int(Int64(report.runs))),
      .init("seed", .int(Int64(clamping: report.seed))), .init("resampled", .bool(report.resamples)),
      .init("agents_now", .int(Int64(report.agentsNow))),
      .init("agents_other", report.agentsOther.map { .int(Int64($0)) } ?? .null),
      .init("agents_without_shift", .int(Int64(report.withoutShift))),
      .init(
        "figures",
        .array(
          report.figures.map { measure, comparison in
            .object(
              [
                .init("measure", .string(measure.rawValue)),
                .init("unit", .string(measure.unit.rawValue)),
              ] + members(comparison))
          })),
      .init(
        "agents",
        .array(
          report.agents.map { line in
            .object([.init("agent", line.name.map(JSON.string) ?? .null)] + members(line.busy))
          })),
    ])
  }

  private static func members(_ comparison: SimulationReport.Comparison) -> [JSON.Member] {
    [
      .init("now", spread(comparison.now)), .init("other", spread(comparison.other)),
      .init("difference", spread(comparison.difference)),
    ]
  }

  private static func spread(_ spread: Spread?) -> JSON {
    guard let spread else { return .null }
    return .object([
      .init("median", .double(spread.median)), .init("p5", .double(spread.low)),
      .init("p95", .double(spread.high)),
    ])
  }
}
