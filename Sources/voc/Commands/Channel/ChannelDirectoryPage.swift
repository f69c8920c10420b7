import VocDesk
import VocDomain

/// The directory of channels as a page in HTML: to publish, to print, and to be read aloud.
struct ChannelDirectoryPage {
  let directory: ChannelDirectory
  let sheet: ChannelDirectorySheet

  var page: HTMLPage {
    HTMLPage(
      language: sheet.invocation.language, title: sheet.title,
      body: [header, HTML("main", [:], main), footer])
  }

  private func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> HTML {
    .text(sheet.say(phrase, values))
  }

  private var header: HTML {
    HTML(
      "header", [:], HTML("h1", [:], .text(sheet.title)),
      HTML(
        "p", ["class": "muted"],
        say(
          Phrase(
            es: "Por dónde nos encuentra, cuándo atendemos y en cuánto tiempo respondemos.",
            en: "Where to find us, when we are there and how soon we answer."))))
  }

  private var main: [HTML] {
    if directory.entries.isEmpty { return [HTML("p", [:], say(ChannelDirectorySheet.noChannels))] }
    return directory.entries.enumerated().map { article($1, number: $0 + 1) } + specialDays
  }

  private var footer: HTML {
    HTML(
      "footer", [:],
      sheet.legend.map { HTML("p", [:], .text($0)) } + [
        HTML(
          "p", [:], say(Phrase(es: "Actualizado el {date}.", en: "Updated on {date}."), ["date": sheet.date]))
      ])
  }

  // MARK: - One channel

  private func article(_ entry: ChannelDirectory.Entry, number: Int) -> HTML {
    let id = "c\(number)"
    return HTML(
      "article", ["aria-labelledby": id],
      [HTML("h2", ["id": id], .text(entry.channel.name)), facts(entry)]
        + (entry.promises.isEmpty ? [] : [promises(of: entry)] + otherHours(of: entry)))
  }

  private func facts(_ entry: ChannelDirectory.Entry) -> HTML {
    func fact(_ name: Phrase, _ text: String) -> [HTML] {
      [HTML("dt", [:], say(name)), HTML("dd", [:], .text(text))]
    }
    var facts = fact(Phrase(es: "Tipo", en: "Kind"), sheet.say(entry.channel.kindPhrase))
    if !entry.channel.identities.isEmpty {
      facts += fact(
        ChannelDirectorySheet.findUsAs, entry.channel.identities.joined(separator: ", "))
    }
    facts += fact(Phrase(es: "Horario", en: "Hours"), sheet.hoursText(of: entry))
    facts += fact(Phrase(es: "Zona horaria", en: "Time zone"), entry.zone)
    return HTML("dl", [:], facts)
  }

  /// A row a promise, a column a measure.
  private func promises(of entry: ChannelDirectory.Entry) -> HTML {
    let measures = SLAPolicy.Measure.allCases.filter { measure in
      entry.promises.contains { !($0.targets[measure] ?? [:]).isEmpty }
    }
    let heads = [Phrase(es: "Para", en: "For")] + measures.map(\.publicPhrase)
    let rows = entry.promises.map { promise in
      HTML(
        "tr", [:],
        [HTML("th", ["scope": "row"], .text(sheet.subject(of: promise, in: entry)))]
          + measures.map { measure in
            let targets = promise.targets[measure] ?? [:]
            return HTML("td", [:], .text(targets.isEmpty ? "—" : sheet.times(targets, promise.calendar)))
          })
    }
    return HTML(
      "table", [:], HTML("caption", [:], say(Phrase(es: "Lo que prometemos", en: "What we promise"))),
      HTML("thead", [:], HTML("tr", [:], heads.map { HTML("th", ["scope": "col"], say($0)) })),
      HTML("tbody", [:], rows))
  }

  /// Where promises run in other hours than those in which the channel is attended.
  private func otherHours(of entry: ChannelDirectory.Entry) -> [HTML] {
    directory.otherCalendars(of: entry).map { calendar in
      HTML(
        "p", ["class": "muted"],
        say(
          Phrase(
            es: "El tiempo hábil de estos plazos: {hours} ({zone}).",
            en: "Business time of these promises: {hours} ({zone})."),
          ["hours": sheet.hours.text(calendar), "zone": calendar.zone]))
    }
  }

  // MARK: - Special days

  private var specialDays: [HTML] {
    let calendars = directory.calendars.filter { !(directory.specialDays[$0.name] ?? []).isEmpty }
    if calendars.isEmpty { return [] }
    return [
      HTML(
        "section", ["aria-labelledby": "days"],
        [
          HTML(
            "h2", ["id": "days"],
            say(Phrase(es: "Próximos días con otro horario", en: "Next days with other hours")))
        ]
          + calendars.map(table))
    ]
  }

  private func table(_ calendar: BusinessCalendar) -> HTML {
    let days = directory.specialDays[calendar.name] ?? []
    let names = directory.entries.filter { $0.calendar?.name == calendar.name }.map(\.channel.name)
    let caption =
      names.isEmpty || names.count == directory.entries.count
      ? say(Phrase(es: "Todos los canales", en: "All channels")) : .text(names.joined(separator: ", "))
    return HTML(
      "table", [:], HTML("caption", [:], caption),
      HTML(
        "thead", [:],
        HTML(
          "tr", [:],
          [
            Phrase(es: "Día", en: "Day"), Phrase(es: "Motivo", en: "Occasion"),
            Phrase(es: "Horario", en: "Hours"),
          ].map { HTML("th", ["scope": "col"], say($0)) })),
      HTML("tbody", [:], days.map(row)))
  }

  private func row(_ day: ChannelDirectory.SpecialDay) -> HTML {
    HTML(
      "tr", [:], HTML("th", ["scope": "row"], .text(sheet.text(day.date))),
      HTML("td", [:], name(of: day)),
      HTML("td", [:], .text(sheet.hours.day(day.hours))))
  }

  /// Holidays have their names in the language of the country, which whoever reads aloud should know.
  private func name(of day: ChannelDirectory.SpecialDay) -> HTML {
    guard let name = day.name else { return .text("—") }
    guard let language = day.language, language != sheet.invocation.language.rawValue else {
      return .text(name)
    }
    return HTML("span", ["lang": language], .text(name))
  }
}
