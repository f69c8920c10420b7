import VocDesk
import VocDomain

/// The directory of channels as tables, and the sentences that the page in HTML has, too.
struct ChannelDirectorySheet {
  let directory: ChannelDirectory
  let invocation: Invocation
  var hours: HoursText { HoursText(language: invocation.language) }

  static let tables = ["channels", "promises", "special_days"]

  var sheet: ReportSheet {
    ReportSheet(
      title: title, subtitle: say(Phrase(es: "al {date}", en: "as of {date}"), ["date": date]),
      facts: [.init("date", .string(Timestamp.day(directory.date.midnight, .en)))],
      tables: [channels, promises, specialDays], legend: legend)
  }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String { invocation.say(phrase, values) }

  var title: String {
    invocation.string("--title") ?? say(Phrase(es: "Canales de atención", en: "How to reach us"))
  }

  /// "sábado 21 de noviembre de 2026"
  var date: String { hours.date(directory.date, year: 0) }

  // MARK: - Tables

  private var channels: ReportTable {
    var table = ReportTable(
      "channels", "",
      columns: [
        .init("channel", say(Phrase(es: "Canal", en: "Channel"))), .init("kind", "", for: .programs),
        .init("kind_name", say(Phrase(es: "Tipo", en: "Kind")), for: .people),
        .init("identities", say(ChannelDirectorySheet.findUsAs)),
        .init("hours", say(Phrase(es: "Horario", en: "Hours")), isFlexible: true),
        .init("calendar", "", for: .programs),
        .init("zone", say(Phrase(es: "Zona horaria", en: "Time zone"))),
      ], whenEmpty: say(ChannelDirectorySheet.noChannels))
    for entry in directory.entries {
      table.add([
        .text(entry.channel.name), .text(entry.channel.kind), .text(say(entry.channel.kindPhrase)),
        entry.channel.identities.isEmpty ? .none : .text(entry.channel.identities.joined(separator: ", ")),
        entry.calendar == nil && ReportOutput(invocation: invocation).isForPrograms
          ? .none : .text(hoursText(of: entry)),
        entry.calendar.map { .text($0.name) } ?? .none, .text(entry.zone),
      ])
    }
    return table
  }

  private var promises: ReportTable {
    var table = ReportTable(
      "promises", say(Phrase(es: "Lo que prometemos", en: "What we promise")),
      columns: [
        .init("channel", say(Phrase(es: "Canal", en: "Channel"))),
        .init("policy", say(Phrase(es: "Para", en: "For"))), .init("scope", "", for: .programs),
        .init("measure", say(Phrase(es: "Promesa", en: "Promise"))),
        .init("times", say(Phrase(es: "Plazo", en: "Within")), isFlexible: true),
        .init("calendar", "", for: .programs),
      ]
        + Ticket.Priority.allCases.map { .init("\($0.name)_seconds", "", for: .programs) },
      whenEmpty: say(Phrase(es: "No hay promesas de plazo.", en: "There are no promises of time.")))
    for entry in directory.entries {
      for promise in entry.promises {
        for (measure, targets) in promise.inOrder {
          table.add(
            [
              .text(entry.channel.name),
              .word(code: promise.name, shown: subject(of: promise, in: entry)),
              .word(code: promise.isConditional ? "some" : "all", shown: ""),
              .word(code: measure.rawValue, shown: say(measure.publicPhrase)),
              .text(times(targets, promise.calendar)), .text(promise.calendar.name),
            ]
              + Ticket.Priority.allCases.map { targets[$0].map { .count(Int($0)) } ?? .none })
        }
      }
    }
    return table
  }

  private var specialDays: ReportTable {
    var table = ReportTable(
      "special_days", say(Phrase(es: "Próximos días con otro horario", en: "Next days with other hours")),
      columns: [
        .init(
          "calendar", say(Phrase(es: "Calendario", en: "Calendar")),
          for: isOneCalendar ? .programs : .everybody),
        .init("date", "", for: .programs), .init("day", say(Phrase(es: "Día", en: "Day")), for: .people),
        .init("name", say(Phrase(es: "Motivo", en: "Occasion")), isFlexible: true),
        .init("hours", say(Phrase(es: "Horario", en: "Hours"))),
      ],
      whenEmpty: say(Phrase(es: "Ninguno en los próximos cuatro meses.", en: "None in the next four months."))
    )
    for calendar in directory.calendars {
      for day in directory.specialDays[calendar.name] ?? [] {
        table.add([
          .text(calendar.name), .text(Timestamp.day(day.date.midnight, .en)), .text(text(day.date)),
          day.name.map(ReportValue.text) ?? .none, .text(hours.day(day.hours)),
        ])
      }
    }
    return table
  }

  /// The days that are no different say so by themselves where there is only one calendar.
  private var isOneCalendar: Bool {
    directory.calendars.count { !(directory.specialDays[$0.name] ?? []).isEmpty } < 2
  }

  // MARK: - Words

  static let findUsAs = Phrase(es: "Nos encuentra como", en: "Find us as")
  static let noChannels = Phrase(
    es: "Todavía no hay canales: los crea «voc channel add» o la primera importación.",
    en: "There are no channels yet: “voc channel add” or the first import makes them.")

  func hoursText(of entry: ChannelDirectory.Entry) -> String {
    entry.calendar.map(hours.text) ?? say(Phrase(es: "sin publicar", en: "not published"))
  }

  func text(_ date: CivilDate) -> String { hours.date(date, year: directory.date.components.year) }

  /// What a promise is for: its name, or everything that has no promise of its own.
  func subject(of promise: ChannelDirectory.Promise, in entry: ChannelDirectory.Entry) -> String {
    if promise.isConditional { return promise.name }
    return say(
      entry.promises.count == 1
        ? Phrase(es: "todo", en: "everything") : Phrase(es: "todo lo demás", en: "everything else"))
  }

  /// "4 h en tiempo hábil", or by priority where these differ: "urgente 15 min; normal 4 h, en tiempo hábil".
  func times(_ targets: [Ticket.Priority: Int64], _ calendar: BusinessCalendar) -> String {
    let given = Ticket.Priority.allCases.reversed().compactMap { priority in
      targets[priority].map { (priority: priority, seconds: $0) }
    }
    let isOne = given.count == Ticket.Priority.allCases.count && Set(given.map(\.seconds)).count == 1
    let lengths =
      isOne
      ? length(given[0].seconds, calendar)
      : given.map { "\(say($0.priority.phrase)) \(length($0.seconds, calendar))" }.joined(separator: "; ")
    if calendar.isAlwaysOpen { return lengths }
    return lengths + (isOne ? "" : ",") + say(Phrase(es: " en tiempo hábil", en: " in business time"))
  }

  /// A day of business hours is no day of the calendar: those are told in hours.
  private func length(_ seconds: Int64, _ calendar: BusinessCalendar) -> String {
    if calendar.isAlwaysOpen || seconds < Seconds.day {
      return PreciseLength.text(seconds, invocation.language)
    }
    let minutes = seconds % Seconds.hour / Seconds.minute
    let hours = "\(invocation.numbers.integer(seconds / Seconds.hour)) h"
    return minutes == 0 ? hours : "\(hours) \(minutes) min"
  }

  var legend: [String] {
    guard directory.entries.contains(where: { !$0.promises.isEmpty }) else { return [] }
    let counted = Set(
      directory.entries.flatMap { $0.promises.map(\.calendar) }.filter { !$0.isAlwaysOpen }.map(\.name))
    var lines: [String] = []
    if !counted.isEmpty {
      lines.append(
        say(
          Phrase(
            es: "El tiempo hábil corre solo dentro del horario de atención.",
            en: "Business time runs within opening hours only.")))
    }
    lines.append(
      say(
        Phrase(
          es:
            "Los plazos de solución no cuentan el tiempo en que esperamos la respuesta del cliente, salvo que la ley lo pida.",
          en:
            "Times to solve leave out our waiting for the customer’s answer, unless the law has it otherwise."
        )))
    return lines
  }
}

extension ChannelDirectory.Entry {
  /// The zone of its hours; its own where it is always attended or nobody laid down when.
  var zone: String { calendar.flatMap { $0.isAlwaysOpen ? nil : $0.zone } ?? channel.zone }
}

extension ChannelDirectory {
  /// In which promises of a channel run, other than that in which it is attended.
  func otherCalendars(of entry: Entry) -> [BusinessCalendar] {
    calendars.filter { calendar in
      calendar.name != entry.calendar?.name && !calendar.isAlwaysOpen
        && entry.promises.contains { $0.calendar.name == calendar.name }
    }
  }
}

extension ChannelDirectory.Promise {
  /// The measures that it sets something for, in their order.
  var inOrder: [(measure: SLAPolicy.Measure, targets: [Ticket.Priority: Int64])] {
    SLAPolicy.Measure.allCases.compactMap { measure in
      targets[measure].flatMap { $0.isEmpty ? nil : (measure, $0) }
    }
  }
}

extension SLAPolicy.Measure {
  /// What customers call it.
  var publicPhrase: Phrase {
    switch self {
    case .firstReply: Phrase(es: "primera respuesta", en: "first reply")
    case .nextReply: Phrase(es: "cada respuesta siguiente", en: "each reply after that")
    case .resolution: Phrase(es: "solución", en: "solution")
    case .requesterWait: Phrase(es: "espera en total", en: "wait in all")
    }
  }
}

extension Channel {
  var kindPhrase: Phrase { Channel.kindPhrase(kind) }

  /// What people call a kind of channel; a kind of one's own is its own word.
  static func kindPhrase(_ kind: String) -> Phrase {
    switch kind {
    case "chat": Phrase(es: "chat en la web", en: "web chat")
    case "email": Phrase(es: "correo", en: "e-mail")
    case "in-person": Phrase(es: "en persona", en: "in person")
    case "phone": Phrase(es: "teléfono", en: "telephone")
    case "social": Phrase(es: "redes sociales", en: "social network")
    case "survey": Phrase(es: "encuesta", en: "survey")
    case "video": Phrase(es: "videollamada", en: "video call")
    case "web": Phrase(es: "formulario web", en: "web form")
    case "whatsapp": Phrase(both: "WhatsApp")
    default: Phrase(both: kind)
    }
  }
}
