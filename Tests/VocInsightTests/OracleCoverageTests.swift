import Testing

@Suite struct OracleCoverageTests {
  /// The vectors that each suite compares field by field.
  private static let suites: [[String]] = [
    NetPromoterTests.vectors, NetPromoterChangeTests.vectors, TopBoxTests.vectors, DriverTableTests.vectors,
    SpecialFunctionTests.vectors, ProportionTests.vectors, TwoProportionsTests.vectors,
    SampleSizeTests.vectors,
    SortedSampleTests.vectors, KaplanMeierTests.vectors, KruskalWallisTests.vectors, MannWhitneyTests.vectors,
    ChiSquareTestTests.vectors, MultipleTestingTests.vectors, MannKendallTests.vectors,
    ControlBaselineTests.vectors, EWMAChartTests.vectors, LogisticRegressionTests.vectors,
    ServiceLevelTests.vectors, HandleTimeTests.vectors, ValueClassesTests.vectors, ChurnRiskTests.vectors,
    KeynessTests.vectors, BurstsTests.vectors,
  ]

  @Test func everyVectorIsComparedOnce() throws {
    let covered = Self.suites.flatMap { $0 }
    let ids = try StatsVectors().ids
    #expect(covered.count == 52 && Set(covered) == ids)
  }
}
