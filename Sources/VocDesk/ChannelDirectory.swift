public import VocDomain
public import VocRouting

/// What a business tells its customers of its channels: where it is reached, when, and what it promises.
public struct ChannelDirectory: Sendable {
  public struct Entry: Sendable {
    public var channel: Channel
    /// In which it is attended; nil where nobody has laid down any hours.
    public var calendar: BusinessCalendar?
    public var promises: [Promise]
  }

  /// A promise that holds for every customer of a channel, or only for some matters.
  public struct Promise: Sendable {
    /// What the policy calls it.
    public var name: String
    /// Whether it is for some of the channel's tickets only.
    public var isConditional: Bool
    /// Seconds of the calendar for each measure and priority.
    public var targets: [SLAPolicy.Measure: [Ticket.Priority: Int64]]
    public var calendar: BusinessCalendar
  }

  /// A day of a calendar with other hours than its weekday has.
  public struct SpecialDay: Equatable, Sendable {
    public var date: CivilDate
    /// The holiday's; nil for a day that the business itself has laid down.
    public var name: String?
    /// ISO 639-1 code of the language that the name is in.
    public var language: String?
    /// None: closed.
    public var hours: [OpenHours]
  }

  /// In the order of their names; those that are no more than surveys are left out.
  public var entries: [Entry]
  /// Of each calendar that is named, the next special days.
  public var specialDays: [String: [SpecialDay]]
  /// Promises that depend on who the customer is, which are nobody else's business.
  public var privatePromises: Int
  /// The day that it was made, in the zone of the usual calendar.
  public var date: CivilDate

  /// The calendars of all entries and promises, each once, in the order of their names.
  public var calendars: [BusinessCalendar] {
    let all = entries.flatMap { entry in
      [entry.calendar].compactMap(\.self) + entry.promises.map(\.calendar)
    }
    let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
    return byName.values.sorted { Folding.folded($0.name) < Folding.folded($1.name) }
  }
}

extension BusinessCalendar {
  /// Open at every hour of every weekday, holidays included.
  public var isAlwaysOpen: Bool { holidays == nil && week.allSatisfy { $0 == [.wholeDay] } }
}
