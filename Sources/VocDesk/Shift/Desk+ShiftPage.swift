public import VocDomain
import VocStore

/// What agents have in hand, as whoever comes next wants to read it.
extension Desk {
  /// An unsolved ticket on the page of a shift.
  public struct ShiftLine: Sendable {
    public var section: ShiftSection
    public var listed: TicketLine
    /// When the channel takes no more free text, or took no more.
    public var closesAt: Instant?
    /// What agents last told each other, the newest first: one note, and the one before it, which a note for all
    /// tickets of a hand-over must not hide.
    public var notes: [Message]
    /// Who gave it to the agent who has it, who has done nothing on it since.
    public var handed: Handed?

    /// Where it stands for what is urgent about it, whoever it came from.
    public var urgency: ShiftSection
  }

  public struct Handed: Equatable, Sendable {
    public var by: String
    public var at: Instant
  }

  /// Whose tickets a page is to show, by names as people type them.
  public enum ShiftScope: Sendable {
    case agent(String)
    case group(String)
    case everybody
  }

  /// Agents with what they have, the most urgent first.
  public struct ShiftPage: Sendable {
    public var agents: [Agent]
    public var lines: [ShiftLine]
  }

  /// `within`: for how many seconds from now on what comes due counts as urgent.
  public func shiftPage(of scope: ShiftScope, within seconds: Int64) throws -> ShiftPage {
    try store.snapshot {
      let agents = try self.agents(of: scope)
      return ShiftPage(agents: agents, lines: try shiftLines(of: agents, within: seconds))
    }
  }

  private func agents(of scope: ShiftScope) throws -> [Agent] {
    switch scope {
    case .agent(let name): return [try agent(named: name)]
    case .everybody: return try store.agents()
    case .group(let name):
      let groups = try store.groups()
      let found = groups.first { Folding.folded($0.key) == Folding.folded(name) }
      if let found { return found.value }
      throw VocError.unknownGroup(name, nearest: Nearest.names(to: name, among: groups.keys.sorted()))
    }
  }

  /// The unsolved tickets of these agents, in the order of the page.
  func shiftLines(of agents: [Agent], within seconds: Int64, tellsHanded: Bool = false) throws -> [ShiftLine]
  {
    let moment = now()
    let channels = Dictionary(uniqueKeysWithValues: try store.channels().map { ($0.id, $0) })
    var lines: [ShiftLine] = []
    for agent in agents {
      var query = TicketQuery()
      (query.assignee, query.limit) = (.agent(agent.id), .max)
      for line in try store.tickets(query) {
        let closesAt = try channels[line.ticket.channelID].flatMap {
          try replyWindow(of: line.ticket, on: $0)?.closesAt
        }
        let urgency = ShiftSection(
          of: line.ticket, dueAt: line.dueAt, closesAt: closesAt, from: moment, until: moment + seconds)
        let handed = tellsHanded ? try self.handed(line.ticket.id, to: agent) : nil
        lines.append(
          ShiftLine(
            section: handed == nil ? urgency : .handed, listed: line,
            closesAt: closesAt, notes: try lastNotes(ofTicket: line.ticket.id), handed: handed,
            urgency: urgency))
      }
    }
    return lines.sorted { ShiftRank($0) < ShiftRank($1) }
  }

  func lastNotes(ofTicket id: Int64) throws -> [Message] { try store.lastNotes(ofTicket: id, limit: 2) }

  /// Nil for what they took themselves, what no person gave them, and what they have done something on since.
  private func handed(_ ticket: Int64, to agent: Agent) throws -> Handed? {
    guard let handing = try store.lastHanding(ofTicket: ticket), handing.isByHand,
      handing.actor != Desk.router, handing.to == agent.name
    else { return nil }
    let name = Folding.folded(agent.name)
    if handing.since.union([handing.actor]).contains(where: { Folding.folded($0) == name }) { return nil }
    return Handed(by: handing.actor, at: handing.at)
  }
}

/// The order of a page: by section; in it what runs out first, else as tickets press.
private struct ShiftRank: Comparable {
  let numbers: [Int64]

  init(_ line: Desk.ShiftLine) {
    func place(_ section: ShiftSection) -> Int64 {
      Int64(ShiftSection.allCases.firstIndex(of: section) ?? ShiftSection.allCases.count)
    }
    let ends: Instant? =
      switch line.urgency {
      case .due: line.listed.dueAt
      case .promised: line.listed.nextDue
      case .window: line.closesAt
      case .handed, .waiting, .rest: nil
      }
    numbers = [
      place(line.section), place(line.urgency), ends?.unixSeconds ?? 0, -line.listed.ticket.priority.rawValue,
      line.listed.ticket.waitingSince?.unixSeconds ?? .max, line.listed.ticket.id,
    ]
  }

  static func < (left: ShiftRank, right: ShiftRank) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}
