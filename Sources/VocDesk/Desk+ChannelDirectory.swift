import VocDomain
import VocRouting
import VocStore

extension Desk {
  /// What customers may be told of our channels, as the policy in force says it.
  public func channelDirectory() throws -> ChannelDirectory {
    try store.snapshot {
      let service = try currentService()
      let zone = try ZoneClock(named: service.policy.usualZone)
      let today = zone.localTime(of: now()).date
      let context = FilterContext(now: now(), zone: zone)
      let publicSLAs = service.policy.slas.filter { $0.condition.fields.isDisjoint(with: Desk.privateFields) }
      let entries = try store.channels().filter { $0.kind != "survey" }
        .sorted { Folding.folded($0.name) < Folding.folded($1.name) }
        .map { channel in
          ChannelDirectory.Entry(
            channel: channel,
            calendar: service.policy.publishedCalendar(ofKind: channel.kind),
            promises: promises(publicSLAs, on: channel, service.policy, context))
        }
      var directory = ChannelDirectory(
        entries: entries, specialDays: [:], privatePromises: service.policy.slas.count - publicSLAs.count,
        date: today)
      for calendar in directory.calendars {
        directory.specialDays[calendar.name] = calendar.specialDays(from: today)
      }
      return directory
    }
  }

  /// What only some customers are, and how we judge them: what they are promised is between them and us.
  private static let privateFields: Set<TicketFilter.Field> = [
    .segment, .stage, .customer, .assignee, .country, .language, .cue, .mood, .tag,
    .state,
  ]

  /// Those that may hold on a channel, up to the first that holds for all of it.
  private func promises(
    _ policies: [SLAPolicy], on channel: Channel, _ policy: ServicePolicy, _ context: FilterContext
  ) -> [ChannelDirectory.Promise] {
    let facts = TicketFacts(
      id: 0, status: .new, channelName: channel.name, channelKind: channel.kind, createdAt: context.now,
      updatedAt: context.now)
    var promises: [ChannelDirectory.Promise] = []
    for sla in policies where !sla.targets.isEmpty {
      let holds = sla.condition.matches(facts, knowing: [.channel], context)
      if holds == false { continue }
      promises.append(
        ChannelDirectory.Promise(
          name: sla.name, isConditional: holds == nil, targets: sla.targets,
          calendar: policy.calendar(sla.calendar)))
      if holds == true { break }
    }
    return promises
  }
}

extension ServicePolicy {
  /// The calendar that somebody laid down for channels of a kind; the one that is always there was laid down by nobody,
  /// unless the kind itself names it.
  fileprivate func publishedCalendar(ofKind kind: String) -> BusinessCalendar? {
    let own = routing.channel(kind).calendar
    return own == nil && usualCalendar == ServicePolicy.alwaysOpen ? nil : calendar(own)
  }

  /// The calendar of that name; the usual one for nil.
  fileprivate func calendar(_ name: String?) -> BusinessCalendar {
    calendars.first { $0.name == name ?? usualCalendar } ?? .always(zone: usualZone)
  }
}

extension BusinessCalendar {
  /// The next days with other hours than their weekday has, at most six of the four months ahead.
  func specialDays(from today: CivilDate) -> [ChannelDirectory.SpecialDay] {
    var days: [ChannelDirectory.SpecialDay] = []
    for offset in 0..<122 where days.count < 6 {
      let date = today + offset
      let hours = hours(on: date)
      guard hours != week[date.weekday.rawValue] else { continue }
      let holiday = holidays.flatMap { country in
        Holidays.days(of: country, in: date.components.year).first { $0.date == date }
      }
      days.append(
        ChannelDirectory.SpecialDay(
          date: date, name: holiday?.name,
          language: holiday.map { _ in holidays == "BR" ? "pt" : "es" }, hours: hours))
    }
    return days
  }
}
