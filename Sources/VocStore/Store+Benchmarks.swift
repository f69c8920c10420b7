import SQLite
public import VocDomain

/// What is published of competitors and of the sector.
extension Store {
  private static let benchmarkColumns = "id, name, survey, figure, year, source"

  private static func benchmark(_ row: Row) -> Benchmark {
    Benchmark(
      id: row.int(0), name: row.text(1), survey: SurveyKind(rawValue: row.text(2)) ?? .nps,
      figure: row.double(3), year: Int(row.int(4)), source: row.text(5))
  }

  /// By name and survey, the newest year first.
  public func benchmarks() throws -> [Benchmark] {
    try database.rows(
      "SELECT \(Store.benchmarkColumns) FROM benchmark ORDER BY folded_name, survey DESC, year DESC",
      element: Store.benchmark(_:))
  }

  public func benchmark(_ id: Int64) throws -> Benchmark? {
    try database.row(
      "SELECT \(Store.benchmarkColumns) FROM benchmark WHERE id = ?", id, element: Store.benchmark(_:))
  }

  public func nextBenchmarkID() throws -> Int64 { try nextID("benchmark") }

  /// Takes the place of what was kept of the same name, survey and year.
  public func keep(_ benchmark: Benchmark, at moment: Instant, by actor: String) throws {
    try database.execute(
      """
      INSERT OR REPLACE INTO benchmark (id, folded_name, name, survey, year, figure, source, at, actor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, benchmark.id, Folding.folded(benchmark.name), benchmark.name, benchmark.survey.rawValue,
      benchmark.year, benchmark.figure, benchmark.source, moment.unixSeconds, actor)
  }

  public func removeBenchmark(_ id: Int64) throws {
    try database.execute("DELETE FROM benchmark WHERE id = ?", id)
  }
}
