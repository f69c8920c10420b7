import VocDomain

/// The calendars of a policy document, and the one that is always there.
struct CalendarSection {
  let calendars: [BusinessCalendar]

  init(_ section: PolicyReader?) {
    let entries = NamedEntries(section, allowed: ["zone", "hours", "holidays", "exceptions"])
    let own = entries.entries.compactMap { name, entry, members -> BusinessCalendar? in
      guard let zone = members["zone"] else {
        entry.report(.missing("zone"))
        return nil
      }
      let calendar = BusinessCalendar(
        name: name, zone: CalendarSection.zone(zone) ?? "UTC",
        week: members["hours"].map(CalendarSection.week) ?? Array(repeating: [], count: 7),
        holidays: members["holidays"].flatMap { $0.name(among: Holidays.countries) },
        exceptions: members["exceptions"].map(CalendarSection.exceptions) ?? [:])
      CalendarSection.check(calendar, entry, members["hours"])
      return calendar
    }
    let isGiven = own.contains { $0.name == ServicePolicy.alwaysOpen }
    calendars = own + (isGiven ? [] : [BusinessCalendar.always(zone: "UTC")])
  }

  /// Reports hours that only together are wrong: work past midnight that runs into the next day's.
  private static func check(_ calendar: BusinessCalendar, _ entry: PolicyReader, _ hours: PolicyReader?) {
    // What a part of the entry is wrong about is no news about the whole.
    if entry.hasProblemsInside { return }
    switch calendar.problems.first {
    case .wrongHours(let wrong, on: .weekday(let day))?:
      (hours ?? entry).report(.badHours("\(days[day]) \(text(wrong))"))
    case .wrongHours(let wrong, on: .date)?: entry.report(.badHours(text(wrong)))
    case .neverOpen?, .opensNoMore?: entry.report(.neverOpen)
    case nil: break
    }
  }

  private static func text(_ hours: OpenHours) -> String {
    func clock(_ seconds: Int) -> String {
      let (hour, minute) = (seconds / 3600, seconds / 60 % 60)
      return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
    return "\(clock(hours.start))-\(clock(hours.end))"
  }

  private static func zone(_ reader: PolicyReader) -> String? {
    guard let name = reader.text() else { return nil }
    do {
      return try ZoneClock(named: name).name
    } catch VocError.unknownZone(_, let nearest) {
      reader.report(.unknownName(name, nearest: nearest))
    } catch {}
    return nil
  }

  private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Days ("mon", "mon-fri", "mon,wed") with their hours.
  private static func week(_ reader: PolicyReader) -> [[OpenHours]] {
    var week: [[OpenHours]] = Array(repeating: [], count: 7)
    var keys: [Int: String] = [:]
    for (key, hours) in (reader.members() ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let indices = dayIndices(key) else {
        hours.report(.unknownKey(key, nearest: nearestDays(key)))
        continue
      }
      var others: [Int: String] = [:]
      for day in indices {
        if let other = keys[day] { others[day] = other }
        keys[day] = key
      }
      for (other, again) in Dictionary(grouping: others.keys, by: { others[$0] ?? "" }).sorted(by: {
        $0.key < $1.key
      }) {
        hours.report(.repeatedDays(again.sorted().map { days[$0] }, in: other))
      }
      let open = stretches(hours)
      for (index, stretches) in open { for day in indices { week[(day + index) % 7] += stretches } }
    }
    return week.map { $0.sorted { $0.start < $1.start } }
  }

  private static let spanishDays = ["lun", "mar", "mie", "jue", "vie", "sab", "dom"]

  /// "mon-fri" for "lun-vie" or "Monday - Friday"; nothing where a word is no day.
  private static func nearestDays(_ key: String) -> [String] {
    let parts = key.split(separator: ",").map { part -> String? in
      let ends = part.split(separator: "-").map { end -> String? in
        let start = String(Folding.folded(String(end)).prefix(3))
        return (spanishDays.firstIndex(of: start) ?? days.firstIndex(of: start)).map { days[$0] }
      }
      return ends.contains(nil) || ends.isEmpty ? nil : ends.compactMap { $0 }.joined(separator: "-")
    }
    return parts.contains(nil) || parts.isEmpty ? [] : [parts.compactMap { $0 }.joined(separator: ",")]
  }

  private static func dayIndices(_ key: String) -> [Int]? {
    var indices: [Int] = []
    for part in key.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
        days.firstIndex(of: String($0))
      }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else { return nil }
      var day = first
      indices.append(day)
      while day != last {
        day = (day + 1) % 7
        indices.append(day)
      }
    }
    return indices
  }

  /// Hours of a day by how many days later they fall: work past midnight ("22:00-06:00") goes on the next day.
  private static func stretches(_ reader: PolicyReader) -> [Int: [OpenHours]] {
    var found: [OpenHours] = []
    var next: [OpenHours] = []
    for element in reader.elements() {
      guard let text = element.text() else { continue }
      let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(secondOfDay)
      guard ends.count == 2, let start = ends[0], let end = ends[1], start < Seconds.day, start != end else {
        element.report(.badHours(text))
        continue
      }
      if start < end {
        found.append(OpenHours(start: Int(start), end: Int(end)))
      } else {
        found.append(OpenHours(start: Int(start), end: Int(Seconds.day)))
        if end > 0 { next.append(OpenHours(start: 0, end: Int(end))) }
      }
    }
    let sorted = found.sorted { $0.start < $1.start }
    if zip(sorted, sorted.dropFirst()).contains(where: { $0.end > $1.start }) {
      reader.report(.badHours(reader.elements().compactMap { $0.value.string }.joined(separator: ", ")))
    }
    return [0: sorted, 1: next]
  }

  /// "09:00"; 24:00 is the day's end.
  private static func secondOfDay(_ text: Substring) -> Int64? {
    let parts = String(text).trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }),
      let hour = Int64(parts[0]), let minute = Int64(parts[1]), minute < 60,
      hour < 24 || hour == 24 && minute == 0
    else { return nil }
    return hour * Seconds.hour + minute * Seconds.minute
  }

  private static func exceptions(_ reader: PolicyReader) -> [CivilDate: [OpenHours]] {
    var exceptions: [CivilDate: [OpenHours]] = [:]
    for (key, hours) in (reader.members() ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let date = CivilDate(iso: key) else {
        hours.report(.badDate(key))
        continue
      }
      let open = stretches(hours)
      exceptions[date] = open[0]
      // The next day has hours of its own; what of this one would replace them?
      if open[1]?.isEmpty == false {
        hours.report(.badHours(hours.elements().compactMap { $0.value.string }.joined(separator: ", ")))
      }
    }
    return exceptions
  }
}

extension CivilDate {
  /// "2026-11-16"; nil for anything else and for days that do not exist.
  init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
