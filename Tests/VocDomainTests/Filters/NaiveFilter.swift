import Foundation

@testable import VocDomain

/// What a filter means, said plainly: nothing remembered or folded before, days by Foundation's calendar.
struct NaiveFilter {
  let now: Instant
  let zone: ZoneClock
  let me: String?

  func holds(_ expression: TicketFilter.Expression, _ facts: TicketFacts) -> Bool {
    switch expression {
    case .all(let parts): parts.filter { !holds($0, facts) }.isEmpty
    case .any(let parts): !parts.filter { holds($0, facts) }.isEmpty
    case .not(let inner): !holds(inner, facts)
    case .test(let condition): holds(condition, facts)
    }
  }

  private func holds(_ condition: TicketFilter.Condition, _ facts: TicketFacts) -> Bool {
    switch condition {
    case .text(let words):
      [facts.subject, facts.customerName].contains {
        Folding.folded($0).utf8.has(Folding.folded(words.text).utf8)
      }
    case .id(let numbers): numbers.contains { compares($0, facts.id) { $0...$0 } }
    case .status(let statuses): statuses.contains { $0 == facts.status }
    case .priority(let priorities):
      priorities.contains { compares($0, rank(facts.priority)) { rank($0)...rank($0) } }
    case .segment(let segments): segments.contains { $0 == facts.segment }
    case .stage(let stages): stages.contains { $0 == facts.stage }
    case .cue(let cues):
      cues.contains { asked in
        asked.map { facts.cues.cues.contains($0) } ?? facts.cues.cues.isEmpty
      }
    case .mood(let moods):
      moods.contains { asked in asked.map { facts.moods.contains($0) } ?? facts.moods.isEmpty }
    case .state(let states): states.contains { holds($0, facts) }
    case .name(let field, let choices): choices.contains { holds(field, $0, facts) }
    case .time(.created, let dates): dates.contains { holds($0, facts.createdAt) }
    case .time(.updated, let dates): dates.contains { holds($0, facts.updatedAt) }
    case .time(.solved, let dates): dates.contains { holds($0, facts.solvedAt) }
    case .length(.waiting, let lengths): lengths.contains { holds($0, facts.waitingSince.map { now - $0 }) }
    case .length(.due, let lengths): lengths.contains { holds($0, facts.dueAt.map { $0 - now }) }
    }
  }

  private func rank(_ priority: Ticket.Priority) -> Int64 {
    switch priority {
    case .low: 0
    case .normal: 1
    case .high: 2
    case .urgent: 3
    }
  }

  /// What is compared with may be a stretch, as a day is.
  private func compares<Value>(
    _ comparison: TicketFilter.Comparison<Value>, _ value: Int64, _ stretch: (Value) -> ClosedRange<Int64>
  ) -> Bool {
    switch comparison {
    case .equal(let bound): stretch(bound).contains(value)
    case .below(let bound): value < stretch(bound).lowerBound
    case .atMost(let bound): value <= stretch(bound).upperBound
    case .above(let bound): value > stretch(bound).upperBound
    case .atLeast(let bound): value >= stretch(bound).lowerBound
    case .between(let from, let to): value >= stretch(from).lowerBound && value <= stretch(to).upperBound
    }
  }

  private func holds(_ comparison: TicketFilter.Comparison<Int64>?, _ seconds: Int64?) -> Bool {
    guard let comparison, let seconds else { return comparison == nil && seconds == nil }
    return compares(comparison, seconds) { $0...$0 }
  }

  private func holds(_ comparison: TicketFilter.Comparison<FilterDate>?, _ time: Instant?) -> Bool {
    guard let comparison, let time else { return comparison == nil && time == nil }
    return compares(comparison, time.unixSeconds) { seconds(of: $0) }
  }

  private func holds(_ state: TicketFilter.State, _ facts: TicketFacts) -> Bool {
    switch state {
    case .waiting: facts.waitingSince != nil
    case .unassigned: facts.assignee == nil
    case .unsolved: facts.status != .solved && facts.status != .closed
    case .breached: facts.isBreached
    case .promised: facts.pendingUntil != nil
    case .followUp: facts.isFollowUp
    }
  }
}

extension NaiveFilter {
  private func values(_ field: TicketFilter.NameField, _ facts: TicketFacts) -> [String] {
    switch field {
    case .channel: [facts.channelName, facts.channelKind]
    case .queue: [facts.queue].compactMap(\.self)
    case .assignee: [facts.assignee].compactMap(\.self)
    case .customer: [facts.customerName]
    case .language:
      facts.language.map { language in [language] + (language.hasPrefix("es-") ? ["es"] : []) } ?? []
    case .country: [facts.country].compactMap(\.self)
    case .tag: facts.tags
    case .cause: [facts.cause].compactMap(\.self)
    }
  }

  private func holds(
    _ field: TicketFilter.NameField, _ choice: TicketFilter.NameChoice, _ facts: TicketFacts
  ) -> Bool {
    let names = values(field, facts).map(Folding.folded)
    return switch choice {
    case .none: names.isEmpty
    case .named(let name): names.contains(Folding.folded(name.text))
    case .me: me.map { names.contains(Folding.folded($0)) } ?? false
    case .number(let number): facts.customerID == number
    }
  }

  /// The first and the last second.
  private func seconds(of date: FilterDate) -> ClosedRange<Int64> {
    let (now, hour) = (now.unixSeconds, Seconds.hour)
    func wall(_ time: LocalTime) -> Int64 { zone.instant(of: time).unixSeconds }
    switch date {
    case .instant(let instant): return instant.unixSeconds...instant.unixSeconds
    case .ago(let seconds): return now - seconds...now - seconds
    case .second(let time): return wall(time)...wall(time)
    case .minute(let time): return wall(time)...wall(time) + 59
    case .year(let year): return calendar(.year, year, 6, 15)
    case .month(let months): return calendar(.month, 1970 + months / 12, months % 12 + 1, 15)
    case .day(let day):
      let (year, month, day) = day.components
      return calendar(.day, year, month, day)
    case .today: return calendar(.day, at: now)
    case .thisMonth: return calendar(.month, at: now)
    case .yesterday: return calendar(.day, at: calendar(.day, at: now).lowerBound - hour)
    case .tomorrow: return calendar(.day, at: calendar(.day, at: now).upperBound + hour)
    case .weekday(let weekday):
      var day = calendar(.day, at: now)
      while self.weekday(at: day.lowerBound) != weekday { day = calendar(.day, at: day.lowerBound - hour) }
      return day
    }
  }

  private func weekday(at seconds: Int64) -> Weekday? {
    // Foundation's Sunday is 1.
    let number = gregorian.component(.weekday, from: Date(timeIntervalSince1970: Double(seconds)))
    return Weekday(rawValue: (number + 5) % 7)
  }

  private var gregorian: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone.zone
    return calendar
  }

  private func calendar(_ unit: Calendar.Component, at seconds: Int64) -> ClosedRange<Int64> {
    let date = Date(timeIntervalSince1970: Double(seconds))
    guard let interval = gregorian.dateInterval(of: unit, for: date) else { return 0...0 }
    return Int64(interval.start.timeIntervalSince1970)...Int64(interval.end.timeIntervalSince1970) - 1
  }

  /// The unit around noon of a day.
  private func calendar(
    _ unit: Calendar.Component, _ year: Int, _ month: Int, _ day: Int
  ) -> ClosedRange<Int64> {
    let noon = DateComponents(year: year, month: month, day: day, hour: 12)
    guard let date = gregorian.date(from: noon) else { return 0...0 }
    return calendar(unit, at: Int64(date.timeIntervalSince1970))
  }
}

extension String.UTF8View {
  /// Whether the bytes stand here in a row.
  fileprivate func has(_ bytes: String.UTF8View) -> Bool {
    let (all, wanted) = (Array(self), Array(bytes))
    return all.indices.contains { all[$0...].starts(with: wanted) }
  }
}
