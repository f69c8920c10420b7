import VocDesk
import VocDomain

/// `voc route simulate`
enum RouteSimulate {
  static let verb = Verb(
    words: ["route", "simulate"],
    summary: Phrase(
      es: "Repite el pasado con otra configuración u otra dotación y compara las esperas",
      en: "Plays the past again under another policy or staffing and compares the waits"),
    details: Phrase(
      es:
        "Los tickets llegan cuando llegaron y se reparten con las reglas de «voc route run»; cuánto ocupa cada uno se sortea de lo que tardaron los de su tipo de canal. Cada cifra es la mediana de las repeticiones, con sus percentiles 5 y 95; las dos columnas comparten el sorteo. Lo que ocupa un ticket: una llamada, hablada, retenida y trabajo posterior; una respuesta escrita, lo que pasó desde el mensaje anterior, entre 30 segundos y 10 minutos; en un chat también las pausas del cliente, hasta 10 minutos.",
      en:
        "Tickets come in when they did and are given out by the rules of “voc route run”; how long each takes is drawn from those of its kind of channel. Each figure is the median of the runs, with its 5th and 95th percentiles; both columns share the draw. What a ticket takes: a call, talk, hold and wrap-up; a written reply, the time since the message before it, from 30 seconds to 10 minutes; in a chat the customer’s pauses too, up to 10 minutes."
    ),
    options: [
      Option(
        names: ["--last"], value: Phrase(es: "TIEMPO", en: "TIME"),
        summary: Phrase(es: "cuánto del pasado: 30d, 2w, 36h (30d)", en: "how much past: 30d, 2w, 36h (30d)")),
      Option(
        names: ["--policy"], value: Phrase(es: "ARCHIVO", en: "FILE"),
        summary: Phrase(
          es: "un cambio de la configuración, como lo lee «voc config apply», o - (la entrada)",
          en: "a change of the policy as “voc config apply” reads it, or - (the input)")),
      Option(
        names: ["--replace"],
        summary: Phrase(
          es: "el archivo es el documento entero: lo que no dice se quita",
          en: "the file is the whole document: what it does not say goes")),
      Option(
        names: ["--agents"], value: Phrase(both: "±N[:GRUPO]"), isRepeatable: true,
        summary: Phrase(
          es:
            "+2:ventas suma dos agentes como los del grupo; -1:ventas quita uno, del último alta; sin grupo, de todos",
          en:
            "+2:ventas adds two agents like the group’s; -1:ventas takes one away, the last added; without a group, of all"
        )),
      Option(
        names: ["--seeds"], value: Phrase(both: "N"),
        summary: Phrase(es: "cuántas repeticiones (10)", en: "how many runs (10)")),
      Option(
        names: ["--seed"], value: Phrase(es: "SEMILLA", en: "SEED"),
        summary: Phrase(
          es: "de la primera repetición; la misma da lo mismo (1)",
          en: "of the first run; the same gives the same (1)")),
      Option(
        names: ["--resample"],
        summary: Phrase(
          es: "sortea también los días, cada uno entre los del mismo día de la semana",
          en: "draws the days too, each from those of the same weekday")),
    ],
    jsonFields: [
      "from", "until", "tickets", "ours", "observed", "runs", "seed", "resampled", "agents_now",
      "agents_other", "agents_without_shift", "figures", "agents",
    ],
    examples: [
      "voc route simulate --last 30d", "voc route simulate --last 2w --agents +2:ventas",
      "voc route simulate --policy cambio.json --seeds 20 --resample",
    ],
    run: run)

  private static func run(_ invocation: Invocation) throws -> ExitCode {
    let options = try options(invocation)
    let report: SimulationReport
    do {
      report = try invocation.desk(for: .reading).simulate(options)
    } catch let problem as SimulationProblem {
      throw problem.refusal(invocation.numbers)
    } catch let error as PolicySyntaxError {
      throw badSyntax(error, file: invocation.string("--policy") ?? "")
    }
    if options.policy != nil && report.differences.isEmpty {
      invocation.notice(
        Phrase(
          es: "La configuración con el cambio es la de ahora.",
          en: "The policy with the change is the one of now."))
    }
    if let fields = invocation.jsonFields {
      invocation.print(SimulationJSON.object(report).selecting(fields).text)
    } else {
      SimulationPage(report: report, invocation: invocation).write()
    }
    return .ok
  }

  private static func badSyntax(_ error: PolicySyntaxError, file: String) -> UsageError {
    UsageError(
      Phrase(
        es: "«{file}» no es JSON desde la línea {line}, columna {column}",
        en: "“{file}” is no JSON from line {line}, column {column} on"),
      Phrase(
        es: "«voc config show» muestra cómo se escribe una configuración",
        en: "“voc config show” shows how a policy is written"),
      ["file": file, "line": "\(error.line)", "column": "\(error.column)"])
  }

  private static func options(_ invocation: Invocation) throws -> Desk.SimulationOptions {
    var options = Desk.SimulationOptions()
    if let text = invocation.string("--last") { options.last = try last(text) }
    options.runs = try invocation.int("--seeds", in: 1...1000) ?? options.runs
    options.seed = UInt64(try invocation.int("--seed", in: 0...Int.max) ?? 1)
    options.resamples = invocation.flag("--resample")
    options.replacesAll = invocation.flag("--replace")
    if options.replacesAll && invocation.string("--policy") == nil {
      throw UsageError(
        Phrase(es: "--replace sin --policy no dice nada", en: "--replace says nothing without --policy"),
        Phrase(es: "Falta --policy ARCHIVO", en: "Give --policy FILE"))
    }
    options.staffing = try invocation.strings("--agents").flatMap { text in
      try text.split(separator: ",", omittingEmptySubsequences: false).map { try staffing(String($0)) }
    }
    options.policy = try invocation.string("--policy").map { path in
      try FileInput.read(path, world: invocation.world)
    }
    return options
  }

  private static func last(_ text: String) throws -> Int64 {
    if let seconds = PolicyDuration.seconds(text), Seconds.hour...(366 * Seconds.day) ~= seconds {
      return seconds
    }
    throw UsageError(
      Phrase(es: "«{value}» no vale para --last", en: "“{value}” is no value for --last"),
      Phrase(
        es: "Se escribe como 30d, 2w o 36h, de una hora a un año",
        en: "Write it as 30d, 2w or 36h, from an hour to a year"), ["value": text])
  }

  private static func staffing(_ text: String) throws -> StaffingChange {
    if let change = StaffingChange(text.trimmed) { return change }
    throw UsageError(
      Phrase(es: "«{value}» no vale para --agents", en: "“{value}” is no value for --agents"),
      Phrase(
        es: "Se escribe como +2:ventas o -1:ventas, de 1 a {most}",
        en: "Write it as +2:ventas or -1:ventas, from 1 to {most}"),
      ["value": text, "most": "\(StaffingChange.most)"])
  }
}

extension SimulationProblem {
  fileprivate func refusal(_ numbers: NumberStyle) -> Refusal {
    switch self {
    case .noAgents:
      Refusal(
        Phrase(
          es: "no hay agentes a quienes repartir tickets", en: "there are no agents to give tickets to"),
        Phrase(es: "«voc agent add NOMBRE» da de alta al primero", en: "“voc agent add NAME” adds the first"))
    case .noTickets(let seconds):
      Refusal(
        Phrase(
          es: "ningún cliente escribió ni llamó en el período ({last})",
          en: "no customer wrote or called in that period ({last})"),
        Phrase(
          es: "--last alcanza más atrás; «voc import» trae el pasado de los canales",
          en: "--last reaches further back; “voc import” brings in the past of the channels"),
        ["last": PolicyDuration.text(seconds)])
    case .noReplies(let count):
      Refusal(
        Phrase(
          es: "nadie respondió ninguno de los {n} tickets del período: no se sabe cuánto ocupa uno",
          en: "nobody replied to any of the {n} tickets of the period: nothing tells how long one takes"),
        Phrase(es: "--last alcanza más atrás", en: "--last reaches further back"),
        ["n": numbers.integer(count)])
    case .unknownGroup(let name, let nearest, let all): unknownGroup(name, nearest, all)
    case .tooFewAgents(let group, let count):
      Refusal(
        group == nil
          ? Phrase(es: "se pueden quitar {n} como máximo", en: "at the most {n} can be taken away")
          : Phrase(
            es: "de «{group}» se pueden quitar {n} como máximo",
            en: "at the most {n} can be taken away from “{group}”"),
        Phrase(es: "--agents debe quitar menos", en: "Take fewer away with --agents"),
        ["n": numbers.integer(count), "group": group ?? ""])
    }
  }

  private func unknownGroup(_ name: String, _ nearest: [String], _ all: [String]) -> Refusal {
    let what = Phrase(
      es: "no hay agentes en el grupo «{name}»", en: "there are no agents in the group “{name}”")
    if all.isEmpty {
      return Refusal(
        what,
        Phrase(
          es: "«voc queue members» forma los grupos; sin grupo (+2) cuentan todos los agentes",
          en: "“voc queue members” makes groups; without a group (+2) all agents count"), ["name": name],
        exitCode: .notFound)
    }
    return Refusal(
      what, VocError.perhaps(nearest, else: Phrase(es: "Hay: {all}", en: "There are: {all}")),
      ["name": name, "nearest": nearest.joined(separator: ", "), "all": all.joined(separator: ", ")],
      exitCode: .notFound)
  }
}
