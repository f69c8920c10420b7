public import VocDomain
import VocStore

/// What is published of competitors and of the sector, as somebody lays it down.
extension Desk {
  /// A published figure as somebody types it in.
  public struct NewBenchmark: Sendable {
    public var name: String
    public var survey: SurveyKind
    public var figure: Double
    public var year: Int
    public var source: String

    public init(name: String, survey: SurveyKind, figure: Double, year: Int, source: String) {
      (self.name, self.survey, self.figure) = (name, survey, figure)
      (self.year, self.source) = (year, source)
    }
  }

  /// By name and survey, the newest year first.
  public func benchmarks() throws -> [Benchmark] { try store.benchmarks() }

  /// Those of one name, whatever its accents and case.
  public func benchmarks(named name: String) throws -> [Benchmark] {
    try benchmarks().filter { Folding.folded($0.name) == Folding.folded(name.trimmed) }
  }

  /// Keeps published figures, each in the place of what was kept of the same name, survey and year.
  ///
  /// Throws `VocError.figureOutOfScale` and `VocError.yearToCome`.
  public func keep(_ new: [NewBenchmark]) throws -> [Benchmark] {
    try store.transaction {
      let year = try today().components.year
      return try new.map { new in
        if new.year > year { throw VocError.yearToCome(new.year) }
        guard let scale = Benchmark.scale(of: new.survey), scale.contains(new.figure) else {
          throw VocError.figureOutOfScale(new.survey)
        }
        let benchmark = Benchmark(
          id: try store.nextBenchmarkID(), name: Desk.storable(new.name), survey: new.survey,
          figure: new.figure, year: new.year, source: Desk.storable(new.source))
        try store.keep(benchmark, at: now(), by: actor)
        return benchmark
      }
    }
  }

  /// Forgets a published figure. Throws `VocError.unknownBenchmark`.
  public func removeBenchmark(_ id: Int64) throws -> Benchmark {
    try store.transaction {
      guard let benchmark = try store.benchmark(id) else { throw VocError.unknownBenchmark(id) }
      try store.removeBenchmark(id)
      return benchmark
    }
  }
}
