import Testing
import VocDomain
import VocRouting

@Suite struct AgentLoadTests {
  @Test func loadsAreWhatRoutingCounts() {
    var world = RoutingWorld { $0.channels["chat"] = ChannelPolicy(weight: 2, capacity: 6) }
    world.add(RoutingAgent(id: 2, capacity: ["email": 4]), RoutingAgent(id: 1))
    world.hold(5, "chat", by: 2)
    world.hold(6, "whatsapp", by: 2, since: 3600, isAnswered: true, lastMessage: 3600)
    world.hold(7, "email", by: 2, since: nil)
    world.offer(8, "phone", to: 1, expiresIn: 20)
    let loads = Router.loads(world.snapshot, world.policy, now: world.now).map { load in
      ["\(load.agent)"] + load.kinds.map { "\($0.kind) \($0.used)/\($0.capacity)" }
    }
    #expect(loads == [["1", "chat 0/6", "phone 1/1"], ["2", "chat 2/6", "email 1/4"]])
  }
}
