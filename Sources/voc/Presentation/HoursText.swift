import VocDesk
import VocDomain

/// Hours of attention as people write them: "lunes a viernes 9:00–18:00, sábado 9:00–13:00; cerrado en feriados".
struct HoursText {
  let language: Language

  func text(_ calendar: BusinessCalendar) -> String {
    if calendar.isAlwaysOpen {
      return Phrase(es: "todos los días, las 24 horas", en: "every day, around the clock")(language)
    }
    let holidays = Phrase(es: "; cerrado en feriados", en: "; closed on public holidays")(language)
    return week(calendar.week) + (calendar.holidays == nil ? "" : holidays)
  }

  /// Monday first. Work past midnight is told of the day it begins on.
  func week(_ week: [[OpenHours]]) -> String {
    let days = HoursText.joiningNights(week)
    var groups: [(days: ClosedRange<Int>, hours: [Stretch])] = []
    for (day, hours) in days.enumerated() where !hours.isEmpty {
      if let last = groups.last, last.hours == hours, last.days.upperBound == day - 1 {
        groups[groups.count - 1].days = last.days.lowerBound...day
      } else {
        groups.append((day...day, hours))
      }
    }
    if groups.isEmpty { return Phrase(es: "cerrado", en: "closed")(language) }
    return groups.map { "\(name($0.days)) \(text($0.hours))" }.joined(separator: ", ")
  }

  /// The hours of one day; "cerrado" for none.
  func day(_ hours: [OpenHours]) -> String {
    hours.isEmpty
      ? Phrase(es: "cerrado", en: "closed")(language)
      : text(hours.map { Stretch(start: $0.start, end: $0.end) })
  }

  /// "jueves 25 de diciembre", "Thursday 25 December"; with its year where that is not `year`.
  func date(_ date: CivilDate, year: Int) -> String {
    let (itsYear, month, day) = date.components
    let text = Phrase(es: "{weekday} {day} de {month}", en: "{weekday} {day} {month}")(
      language,
      [
        "weekday": HoursText.weekdays[date.weekday.rawValue](language), "day": "\(day)",
        "month": MonthNames.all[month - 1](language),
      ])
    return itsYear == year
      ? text
      : Phrase(es: "{date} de {year}", en: "{date} {year}")(
        language, ["date": text, "year": "\(itsYear)"])
  }

  // MARK: - Days

  /// Seconds from the midnight at which the day begins; the end may be on the day after.
  private struct Stretch: Equatable {
    var start: Int
    var end: Int
  }

  private static func joiningNights(_ week: [[OpenHours]]) -> [[Stretch]] {
    var days = week.map { $0.map { Stretch(start: $0.start, end: $0.end) } }
    let midnight = OpenHours.wholeDay.end
    for day in days.indices {
      let next = (day + 1) % days.count
      guard let night = week[day].last, night.start > 0, night.end == midnight,
        let morning = week[next].first, morning.start == 0, morning.end < midnight,
        let last = days[day].indices.last
      else { continue }
      days[day][last].end = midnight + morning.end
      days[next].removeFirst()
    }
    return days
  }

  private func name(_ days: ClosedRange<Int>) -> String {
    let (first, last) = (
      HoursText.weekdays[days.lowerBound](language), HoursText.weekdays[days.upperBound](language)
    )
    switch days.count {
    case 1: return first
    case 2:
      return Phrase(es: "{first} y {last}", en: "{first} and {last}")(
        language, ["first": first, "last": last])
    case 7: return Phrase(es: "todos los días", en: "every day")(language)
    default:
      return Phrase(es: "{first} a {last}", en: "{first} to {last}")(
        language, ["first": first, "last": last])
    }
  }

  // MARK: - Hours

  private func text(_ hours: [Stretch]) -> String {
    let parts = hours.map { stretch -> String in
      let midnight = OpenHours.wholeDay.end
      if stretch.start == 0 && stretch.end == midnight {
        return Phrase(es: "las 24 horas", en: "around the clock")(language)
      }
      let range = "\(clock(stretch.start))–\(clock(stretch.end))"
      return stretch.end > midnight
        ? range + Phrase(es: " del día siguiente", en: " of the next day")(language) : range
    }
    let and = Phrase(es: " y ", en: " and ")(language)
    return parts.count < 2
      ? parts.joined() : parts.dropLast().joined(separator: ", ") + and + parts[parts.count - 1]
  }

  private func clock(_ seconds: Int) -> String {
    let seconds = seconds > OpenHours.wholeDay.end ? seconds - OpenHours.wholeDay.end : seconds
    let minute = seconds / 60 % 60
    return "\(seconds / 3600):\(minute < 10 ? "0" : "")\(minute)"
  }

  private static let weekdays = [
    Phrase(es: "lunes", en: "Monday"), Phrase(es: "martes", en: "Tuesday"),
    Phrase(es: "miércoles", en: "Wednesday"), Phrase(es: "jueves", en: "Thursday"),
    Phrase(es: "viernes", en: "Friday"), Phrase(es: "sábado", en: "Saturday"),
    Phrase(es: "domingo", en: "Sunday"),
  ]
}
