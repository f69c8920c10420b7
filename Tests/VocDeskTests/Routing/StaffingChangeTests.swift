import Testing
import VocRouting

@testable import VocDesk

@Suite struct StaffingChangeTests {
  @Test(arguments: [
    ("+2:ventas", 2, "ventas"), ("-1:ventas", -1, "ventas"), ("+500", 500, nil), ("-3:a:b", -3, "a:b"),
  ]) func reads(text: String, number: Int, group: String?) {
    let change = StaffingChange(text)
    #expect(change?.number == number && change?.group == group)
  }

  @Test(arguments: ["", "2", "2:ventas", "+", "+0", "+501", "+2:", "+x:ventas", "++2", "+-2", "-"])
  func refuses(text: String) { #expect(StaffingChange(text) == nil) }

  private let staff = [
    RoutingAgent(
      id: 1, shift: "day", groups: ["ventas", "vip"], skills: ["inglés": 2], capacity: ["chat": 2]),
    RoutingAgent(id: 2, shift: "day", groups: ["ventas"], skills: ["inglés": 4, "sap": 5]),
    RoutingAgent(id: 3, shift: "night", groups: ["ventas"], skills: ["inglés": 5], capacity: ["chat": 4]),
    RoutingAgent(id: 9, groups: ["soporte"]),
  ]

  @Test func addedAgentsAreTypicalOfTheGroup() throws {
    let after = try #require(StaffingChange("+2:ventas")).applied(to: staff, next: 10)
    #expect(after.count == 6 && after.prefix(4) == staff[...])
    let typical = RoutingAgent(
      id: 10, shift: "day", groups: ["ventas"], skills: ["inglés": 4], capacity: ["chat": 2])
    #expect(after[4] == typical)
    #expect(after[5].id == 11 && after[5].groups == typical.groups)
  }

  @Test func theLastAddedGoFirst() throws {
    let after = try #require(StaffingChange("-2:ventas")).applied(to: staff, next: 10)
    #expect(after.map(\.id) == [1, 9])
    #expect(try #require(StaffingChange("-1")).applied(to: staff, next: 10).map(\.id) == [1, 2, 3])
    #expect(throws: SimulationProblem.tooFewAgents(group: "soporte", count: 1)) {
      try StaffingChange("-2:soporte")?.applied(to: staff, next: 10)
    }
  }
}
