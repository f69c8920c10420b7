public import VocDomain

/// What a business has laid down about its service: when it works, who serves what, and what it promises.
///
/// The typed reading of a policy document; `init(_:kinds:)` tells everything that is wrong with one.
public struct ServicePolicy: Sendable {
  public var calendars: [BusinessCalendar] = []
  /// The calendar of whatever names none.
  public var usualCalendar = ServicePolicy.alwaysOpen
  /// The skills that agents may have and queues may ask for.
  public var skills: [String] = []
  public var routing = RoutingPolicy()
  /// The first whose condition a ticket fulfils is in force; those without condition come last.
  public var slas: [SLAPolicy] = []

  /// The calendar that is always there.
  public static let alwaysOpen = "24/7"
  /// The queue of tickets that no other queue wants.
  public static let generalQueue = "general"

  /// Reads a document. `kinds` are the kinds of channel there are. Throws `PolicyProblems`.
  public init(_ document: PolicyValue, kinds: [String]) throws {
    let reader = PolicyReader(document)
    self.init(reader, kinds: kinds, channels: nil)
    if !reader.problems.all.isEmpty { throw PolicyProblems(reader.problems.all) }
  }

  /// What is wrong with a document, also with the names of channels and queues that its conditions ask for.
  ///
  /// What was applied once need not stand this test: a channel may have got another name since.
  public static func problems(
    of document: PolicyValue, kinds: [String], channelNames: [String]
  ) -> [PolicyProblem] {
    let reader = PolicyReader(document)
    _ = ServicePolicy(reader, kinds: kinds, channels: kinds + channelNames)
    return reader.problems.all
  }

  private init(_ reader: PolicyReader, kinds: [String], channels channelNames: [String]?) {
    let sections = reader.members(allowed: PolicyDocument.sections)
    let calendars = CalendarSection(sections["calendars"])
    self.calendars = calendars.calendars
    let names = self.calendars.map(\.name)
    usualCalendar = sections["usual_calendar"].flatMap { $0.name(among: names) } ?? ServicePolicy.alwaysOpen
    for entry in sections["skills"]?.elements() ?? [] {
      guard let skill = entry.text() else { continue }
      if skill.isEmpty { entry.report(.wrongType(expected: .text)) }
      if skills.contains(skill) { entry.report(.duplicate(skill)) }
      skills.append(skill)
    }
    routing = RoutingPolicy(reading: sections["routing"], kinds: kinds)
    let channels = sections["channels"]?.members(allowed: kinds) ?? [:]
    for (kind, reader) in channels.sorted(by: { $0.key < $1.key }) {
      routing.channels[kind] = ChannelPolicy(reading: reader, kind: kind, calendars: names)
    }
    routing.queues =
      QueueSection(sections["queues"], calendars: names, skills: skills, channels: channelNames).queues
    let filterNames = channelNames.map { FilterNames(channels: $0, queues: routing.queues.map(\.name)) }
    slas = SLASection(sections["sla"], calendars: names, names: filterNames).policies
  }

  /// IANA name of the zone in which the usual calendar's days are.
  public var usualZone: String { calendars.first { $0.name == usualCalendar }?.zone ?? "UTC" }

  /// The queue of a ticket: an index into `routing.queues`.
  ///
  /// The one that it was moved to by hand (`TicketFacts.queue`) as long as there is such a queue, else the first whose
  /// condition it fulfils.
  public func queue(of ticket: TicketFacts, _ context: FilterContext) -> Int {
    if let name = ticket.queue.map(Folding.folded),
      let moved = routing.queues.firstIndex(where: { Folding.folded($0.name) == name })
    {
      return moved
    }
    return routing.queues.firstIndex { $0.condition.matches(ticket, context) } ?? routing.queues.count - 1
  }

  /// The promise that holds for a ticket.
  public func sla(of ticket: TicketFacts, _ context: FilterContext) -> SLAPolicy? {
    slas.first { $0.condition.matches(ticket, context) }
  }

  /// Which facts of a ticket the promises to it depend on.
  public var slaFields: Set<TicketFilter.Field> {
    slas.reduce(into: []) { $0.formUnion($1.condition.fields) }
  }

  /// Which facts of a ticket its queue depends on.
  public var queueFields: Set<TicketFilter.Field> {
    routing.queues.reduce(into: []) { $0.formUnion($1.condition.fields) }
  }
}

/// Entries of a list that have names of their own, none twice.
struct NamedEntries {
  /// With the reader of the name's entry and its members.
  let entries: [(name: String, entry: PolicyReader, members: [String: PolicyReader])]

  init(_ section: PolicyReader?, allowed: [String]) {
    var seen: Set<String> = []
    entries = (section?.elements() ?? []).compactMap { element in
      // Whoever applied one entry knows it by its name, not by its place among all.
      let entry =
        element.value["name"]?.string.flatMap { name in
          section.flatMap { name.isEmpty || seen.contains(name) ? nil : element.at("\($0.path).\(name)") }
        } ?? element
      let members = entry.members(allowed: ["name", "department", "note"] + allowed)
      guard case .object = entry.value else { return nil }
      guard let name = members["name"]?.text(), !name.isEmpty else {
        if members["name"] == nil || members["name"]?.value == .text("") { entry.report(.missing("name")) }
        return nil
      }
      if !seen.insert(name).inserted { entry.report(.duplicate(name)) }
      _ = members["department"]?.text()
      _ = members["note"]?.text()
      return (name, entry, members)
    }
  }
}
