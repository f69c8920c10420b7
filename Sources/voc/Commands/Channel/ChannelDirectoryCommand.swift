import VocDesk
import VocDomain

/// `voc channel directory`
enum ChannelDirectoryCommand {
  static let verb = Verb(
    words: ["channel", "directory"],
    summary: Phrase(
      es: "Redacta lo que se dice a los clientes: canales, horarios y promesas",
      en: "Writes what customers are told: channels, hours and promises"),
    details: Phrase(
      es:
        "Sale de los canales y de la configuración en vigor: nombres con que la empresa aparece, horario, próximos feriados y plazos. Los canales de encuestas no salen, ni las promesas que dependen de quién es el cliente, o de etiquetas y señales. Con --html queda una página que se puede publicar e imprimir.",
      en:
        "It comes from the channels and the policy in force: the names that the business goes by, hours, the next holidays and promises. Channels of surveys are left out, and so are promises that depend on who the customer is, or on tags and signals. With --html it is a page to publish and to print."
    ),
    options: [
      Option(
        names: ["--title"], value: Phrase(es: "TÍTULO", en: "TITLE"),
        summary: Phrase(
          es: "el título, con el nombre de la empresa", en: "the title, with the business’s name")),
      Option(
        names: ["--html"], value: Phrase(es: "ARCHIVO", en: "FILE"),
        summary: Phrase(es: "escribe una página en este archivo", en: "writes a page to this file")),
      Option.replace,
    ] + ReportOutput.options(tables: ChannelDirectorySheet.tables),
    jsonFields: ["date"] + ChannelDirectorySheet.tables,
    examples: [
      "voc channel directory", "voc channel directory --html canales.html --title \"Café Andino\"",
      "voc channel directory --lang en --md",
    ],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let output = ReportOutput(invocation: invocation)
    try output.check(forms: ["--html"], file: "--html")
    let path = invocation.string("--html")
    let file = try path.map {
      try OutputFile($0, replaces: invocation.flag("--replace"), besides: invocation.databasePath)
    }
    let directory = try invocation.desk(for: .reading).channelDirectory()
    let sheet = ChannelDirectorySheet(directory: directory, invocation: invocation)
    if let file, let path {
      let page = ChannelDirectoryPage(directory: directory, sheet: sheet).page
      try file.write(in: invocation.world) { $0.out(page.text) }
      invocation.noticeWritten(path)
    } else if output.isForPeople {
      ChannelDirectoryText(directory: directory, sheet: sheet).write()
    } else {
      output.write(sheet.sheet)
    }
    noticeUnpublished(directory, invocation)
    if directory.privatePromises > 0 && invocation.hasRemarks {
      invocation.notice(
        Phrase(
          es: "No salen las promesas que dependen de quién es el cliente, o de etiquetas y señales: {n}.",
          en: "Promises that depend on who the customer is, or on tags and signals, are left out: {n}."),
        ["n": invocation.numbers.integer(directory.privatePromises)])
    }
    return .ok
  }

  private static func noticeUnpublished(_ directory: ChannelDirectory, _ invocation: Invocation) {
    let channels = directory.entries.filter { $0.calendar == nil }
    guard !channels.isEmpty && invocation.hasRemarks else { return }
    invocation.notice(
      Phrase(
        es:
          "Sin horario fijado: {channels}. Va en la configuración, un calendario y su nombre en usual_calendar o en el canal: «voc config apply ARCHIVO»; «voc help policy» explica cómo.",
        en:
          "No hours are laid down for: {channels}. They belong in the policy, a calendar and its name in usual_calendar or in the channel: “voc config apply FILE”; “voc help policy” tells how."
      ), ["channels": channels.map(\.channel.name).joined(separator: ", ")])
  }
}
