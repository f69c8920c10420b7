import Testing
import VocInsight

@Suite struct CensoredParityTests {
  private func sample(_ ended: [Double], goingOn: [Double] = []) -> CensoredSample {
    CensoredSample(ended: CountedSample(ended), goingOn: CountedSample(goingOn))
  }

  @Test func aSlowChannelHasAGap() throws {
    let quick = (1...60).map(Double.init)
    let parity = try #require(
      CensoredParity([
        .init("slow", sample(quick.map { $0 * 5 }, goingOn: [400, 400])), .init("quick", sample(quick)),
      ]))
    #expect(parity.best == "quick" && parity.gaps.map(\.verdict) == [.gap] && parity.verdict == .gap)
    #expect(try #require(parity.gaps[0].ratio) > 4.5)
  }

  /// Of those that are left out, one would think the mail as quick as the chat.
  @Test func unsolvedTicketsCount() throws {
    let times = (1...60).map(Double.init)
    let parity = try #require(
      CensoredParity([
        .init("chat", sample(times)), .init("mail", sample(times, goingOn: Array(repeating: 500, count: 50))),
      ]))
    #expect(parity.best == "chat" && parity.gaps[0].verdict == .gap)
  }

  @Test func aMedianThatIsNotReachedHasNoRatio() throws {
    let times = (1...40).map(Double.init)
    let parity = try #require(
      CensoredParity([
        .init("chat", sample(times)),
        .init("mail", sample([3, 4], goingOn: Array(repeating: 90, count: 40))),
      ]))
    #expect(parity.gaps[0].ratio == nil && parity.gaps[0].verdict == .inconclusive && parity.gaps[0].q < 0.05)
  }

  @Test func nothingAndOneChannelHaveNoParity() {
    #expect(CensoredParity([]) == nil && CensoredParity([.init("a", sample([1, 2]))]) == nil)
    #expect(
      CensoredParity([.init("a", sample([], goingOn: [1])), .init("b", sample([], goingOn: [2]))]) == nil)
  }
}
