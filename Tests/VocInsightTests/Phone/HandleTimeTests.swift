import Testing
import VocInsight

@Suite struct HandleTimeTests {
  static let vectors = ["AHT-1"]

  @Test func theOracle() throws {
    let vector = try StatsVectors().vector("AHT-1")
    vector.expectEveryField(["aht"])
    let calls = try vector.givenMatrix("calls").map {
      HandleTime(talk: Int64($0[0]), hold: Int64($0[1]), wrapUp: Int64($0[2]))
    }
    try vector.expect(HandleTime.average(calls), "aht")
  }

  @Test func noCallsHaveNoAverage() {
    #expect(HandleTime.average([HandleTime]()) == nil)
    #expect(HandleTime.average([HandleTime(talk: .max, hold: .max, wrapUp: 0)]) != nil)
  }
}
