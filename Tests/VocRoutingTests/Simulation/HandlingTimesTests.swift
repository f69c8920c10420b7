import Testing
import VocDomain
import VocRouting

@Suite struct HandlingTimesTests {
  private static func arrival(_ hour: Int64, _ kind: String = "email") -> SimulatedArrival {
    SimulatedArrival(
      at: SimulatedWorld.start + hour * Seconds.hour, channelKind: kind, handling: HandlingTime(total: 0))
  }

  @Test func drawsAreOfTheKindAndAsLikelyAsTheyWere() {
    let times = HandlingTimes([
      ("chat", HandlingTime(total: 10)), ("chat", HandlingTime(total: 20)),
      ("chat", HandlingTime(total: 20)), ("phone", HandlingTime(total: 99, untilReply: 3)),
    ])
    let chats = (0..<6000).map { _ in HandlingTimesTests.arrival(0, "chat") }.handled(by: times, seed: 1)
    #expect(Set(chats.map(\.handling.total)) == [10, 20])
    // 2,000 of 6,000, give or take five standard deviations.
    #expect((1817...2183).contains(chats.count { $0.handling.total == 10 }))
    let phone = [HandlingTimesTests.arrival(0, "phone")].handled(by: times, seed: 1)
    #expect(phone.map(\.handling) == [HandlingTime(total: 99, untilReply: 3)])
    let unknown = (0..<200).map { _ in HandlingTimesTests.arrival(0, "social") }.handled(by: times, seed: 1)
    #expect(Set(unknown.map(\.handling.total)) == [10, 20, 99])
  }

  @Test func aTicketDrawsTheSameWhateverElseDiffers() {
    let times = HandlingTimes((1...50).map { ("email", HandlingTime(total: $0)) })
    var arrivals = (0..<100).map { HandlingTimesTests.arrival(Int64($0)) }
    let before = arrivals.handled(by: times, seed: 7).map(\.handling)
    for index in arrivals.indices { arrivals[index].priority = .urgent }
    #expect(arrivals.handled(by: times, seed: 7).map(\.handling) == before)
    #expect(arrivals.handled(by: times, seed: 8).map(\.handling) != before)
  }

  @Test func daysAreDrawnFromTheSameWeekday() {
    let period = SimulatedWorld.start..<SimulatedWorld.start + 21 * Seconds.day + Seconds.hour
    // A day's tickets come at the hour of its weekday, one more than its number; the rest of an hour has one.
    var arrivals: [SimulatedArrival] = []
    for day in 0..<21 as Range<Int64> {
      let arrival = HandlingTimesTests.arrival(day * 24 + day % 7 + 1)
      arrivals += Array(repeating: arrival, count: Int(day) + 1)
    }
    arrivals.append(HandlingTimesTests.arrival(21 * 24))
    let drawn = (0..<20 as Range<UInt64>).map { arrivals.resampled(in: period, seed: $0) }
    for all in drawn {
      #expect(all.map(\.at) == all.map(\.at).sorted())
      for day in 0..<21 as Range<Int64> {
        let start = SimulatedWorld.start + day * Seconds.day
        let own = all.filter { $0.at >= start && $0.at < start + Seconds.day }
        let hour = start + (day % 7 + 1) * Seconds.hour
        #expect(own.allSatisfy { $0.at == hour })
        let sources: [Int64] = [day % 7, day % 7 + 7, day % 7 + 14]
        #expect(sources.contains(Int64(own.count - 1)))
      }
      let rest = SimulatedWorld.start + 21 * Seconds.day
      #expect(all.count { $0.at >= rest } == 1)
    }
    #expect(Set(drawn.map(\.count)).count > 3)
    #expect(arrivals.resampled(in: period, seed: 3) == drawn[3])
  }

  /// numpy.percentile([1, 2, 4, 8, 16, 32], [5, 50, 95]).
  @Test func spread() throws {
    let spread = try #require(Spread([8, 1, 32, 2, 16, 4]))
    #expect(spread.median == 6 && spread.low == 1.25 && spread.high == 28)
    #expect(Spread([]) == nil)
    #expect(Spread([3]).map { [$0.low, $0.median, $0.high] } == [3, 3, 3])
  }
}
