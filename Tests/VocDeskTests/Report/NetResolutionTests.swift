import Testing
import VocDesk
import VocDomain

/// Times until solved without the time spent waiting for the customer.
@Suite struct NetResolutionTests {
  /// Tickets that wait for their customers are not taken for tickets that we take long to solve.
  @Test func waitingForTheCustomerIsNotOurs() throws {
    let centre = try Centre()
    for _ in 1...6 {
      let id = try centre.create()
      try centre.perform(.reply("¿Cuál?"), on: id)
      try centre.perform(.pend, on: id)
      centre.wait(2 * Seconds.day)
      try centre.perform(.hold, on: id)
      centre.wait(Seconds.hour)
      try centre.perform(.solve(cause: nil), on: id)
    }
    for _ in 1...6 {
      let id = try centre.create()
      try centre.perform(.reply("¿Cuál?"), on: id)
      try centre.perform(.pend, on: id)
    }
    centre.wait(20 * Seconds.day)
    let figures = try centre.desk().satisfaction(since: nil, until: nil, by: nil).figures
    let net = try #require(figures.first { $0.measure == .netResolution })
    #expect(net.n == 6 && abs((net.value ?? 0) - 3600) < 40, "\(net)")
    let all = try #require(figures.first { $0.measure == .resolution })
    #expect(all.n == 12 && all.part == 6)
  }
}
