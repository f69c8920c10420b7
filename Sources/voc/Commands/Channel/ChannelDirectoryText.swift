import VocDesk
import VocDomain

/// The directory of channels for people who look at a terminal: a paragraph a channel.
struct ChannelDirectoryText {
  let directory: ChannelDirectory
  let sheet: ChannelDirectorySheet
  private var invocation: Invocation { sheet.invocation }
  private var style: Style { invocation.style }

  func write() {
    let page = sheet.sheet
    invocation.print(style.bold(Escaping.line(page.title)) + "  " + page.subtitle)
    if directory.entries.isEmpty { invocation.print(sheet.say(ChannelDirectorySheet.noChannels)) }
    for entry in directory.entries { write(entry) }
    if let days = page.table("special_days"), !days.rows.isEmpty {
      invocation.print("")
      ReportOutput(invocation: invocation).write(days)
    }
    if !page.legend.isEmpty { invocation.print("") }
    for text in page.legend {
      for line in TextWrap.lines(text, width: invocation.world.width) { invocation.print(style.dim(line)) }
    }
  }

  private func write(_ entry: ChannelDirectory.Entry) {
    let kind = sheet.say(entry.channel.kindPhrase)
    invocation.print("\n\(style.bold(Escaping.line(entry.channel.name)))  \(Escaping.line(kind))")
    var rows: [(term: String, text: String)] = []
    func add(_ name: Phrase, _ text: String) { rows.append((sheet.say(name), Escaping.line(text))) }
    if !entry.channel.identities.isEmpty {
      add(ChannelDirectorySheet.findUsAs, entry.channel.identities.joined(separator: ", "))
    }
    add(Phrase(es: "Horario", en: "Hours"), sheet.hoursText(of: entry))
    add(Phrase(es: "Zona horaria", en: "Time zone"), entry.zone)
    for promise in entry.promises {
      for (measure, targets) in promise.inOrder {
        let name = sheet.say(measure.publicPhrase)
        let times = sheet.times(targets, promise.calendar)
        rows.append(
          (
            name.capitalizedFirst,
            Escaping.line(promise.isConditional ? "\(promise.name): \(times)" : times)
          ))
      }
    }
    for calendar in directory.otherCalendars(of: entry) {
      add(Phrase(es: "Tiempo hábil", en: "Business time"), sheet.hours.text(calendar))
    }
    for line in TextWrap.definitions(rows, width: min(invocation.world.width, 100)).split(separator: "\n") {
      invocation.print(String(line))
    }
  }
}
