import SQLite
public import VocDomain

/// The kept histograms of service, by measure and day or month.
extension Store {
  public struct ServiceCell: Hashable, Sendable {
    public var measure: ServiceMeasure
    public var grain: AnswerCell.Grain
    /// Days, or months, since January 1970 in the zone of the reports.
    public var period: Int

    public init(_ measure: ServiceMeasure, _ grain: AnswerCell.Grain, _ period: Int) {
      (self.measure, self.grain, self.period) = (measure, grain, period)
    }

    /// By what is not a text, for speed.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(measure.rawValue)
      hasher.combine(period)
    }
  }

  /// So many more, or fewer, of a value in a bucket.
  public struct ServiceChange: Sendable {
    public var bucket: Int
    public var value: Int64
    public var n: Int

    public init(bucket: Int, value: Int64, n: Int) { (self.bucket, self.value, self.n) = (bucket, value, n) }
  }

  /// Changes the kept histograms; one of nothing is none.
  public func add(_ changes: [ServiceCell: [ServiceChange]]) throws {
    for (cell, changes) in changes {
      let key: [(any Bindable)?] = [cell.measure.name, cell.grain.rawValue, cell.period]
      var histogram = BucketHistogram()
      try database.statement(
        "SELECT histogram FROM service_count WHERE measure = ? AND grain = ? AND period = ?"
      ).run(key) { histogram.add(PackedHistogram(bytes: $0.bytes(0))) }
      for change in changes { histogram.add(bucket: change.bucket, value: change.value, times: change.n) }
      if histogram.isEmpty {
        try database.statement(
          "DELETE FROM service_count WHERE measure = ? AND grain = ? AND period = ?"
        ).run(key)
      } else {
        try database.statement(
          """
          INSERT INTO service_count (measure, grain, period, histogram) VALUES (?, ?, ?, ?)
          ON CONFLICT (measure, grain, period) DO UPDATE SET histogram = excluded.histogram
          """
        ).run(key + [PackedHistogram(histogram).bytes])
      }
    }
  }

  /// The kept histograms of a measure over a range of periods, both ends included, in their order.
  public func serviceCounts(
    _ measure: ServiceMeasure, grain: AnswerCell.Grain, periods: ClosedRange<Int>,
    each: (Int, PackedHistogram) throws -> Void
  ) throws {
    try database.statement(
      """
      SELECT period, histogram FROM service_count
      WHERE measure = ? AND grain = ? AND period BETWEEN ? AND ? ORDER BY period
      """
    ).run([measure.name, grain.rawValue, periods.lowerBound, periods.upperBound]) { row in
      try each(Int(row.int(0)), PackedHistogram(bytes: row.bytes(1)))
    }
  }

  /// The first and last day of which something is counted; nil where nothing is.
  public func serviceDays() throws -> ClosedRange<Int>? {
    var bounds: ClosedRange<Int>?
    for measure in ServiceMeasure.allCases {
      try database.statement(
        """
        SELECT (SELECT min(period) FROM service_count WHERE measure = ?1 AND grain = 'day'),
          (SELECT max(period) FROM service_count WHERE measure = ?1 AND grain = 'day')
        """
      ).run([measure.name]) { row in
        guard let first = row.optionalInt(0), let last = row.optionalInt(1) else { return }
        bounds = min(bounds?.lowerBound ?? .max, Int(first))...max(bounds?.upperBound ?? .min, Int(last))
      }
    }
    return bounds
  }
}
