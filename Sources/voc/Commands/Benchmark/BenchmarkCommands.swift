import VocDesk
import VocDomain

/// `voc benchmark list`, `add` and `remove`
enum BenchmarkCommands {
  static let list = Verb(
    words: ["benchmark", "list"],
    summary: Phrase(
      es: "Lista las cifras publicadas de competidores y del sector",
      en: "Lists the published figures of competitors and of the sector"),
    jsonFields: listing.fields, isListing: true, examples: ["voc benchmark list"],
    run: { invocation in
      let benchmarks = try invocation.desk(for: .reading).benchmarks()
      if benchmarks.isEmpty && invocation.hasRemarks {
        invocation.notice(
          Phrase(
            es: "No hay cifras publicadas: «voc benchmark add» anota una.",
            en: "No published figures are kept: “voc benchmark add” keeps one."))
      }
      listing.write(benchmarks, for: invocation)
      return .ok
    })

  static let add = Verb(
    words: ["benchmark", "add"],
    summary: Phrase(
      es: "Anota una cifra publicada de un competidor o del sector",
      en: "Keeps a published figure of a competitor or of the sector"),
    details: Phrase(
      es:
        "«voc report loop» pone la nuestra al lado, con su intervalo. Solo se comparan cifras hechas igual: NPS de la pregunta de 0 a 10; CSAT, el porcentaje de 4 y 5 de 5. La nuestra es del mismo año, si entonces hubo respuestas. Otro año se guarda aparte; el mismo se corrige.",
      en:
        "“voc report loop” puts ours beside it, with its interval. Only figures that are made alike compare: NPS of the question from 0 to 10; CSAT the percentage of 4 and 5 of 5. Ours is of the same year where there were answers in it. Another year is kept apart; the same one is corrected."
    ),
    positional: .init(
      name: Phrase(es: "NOMBRE", en: "NAME"), count: 1...1,
      summary: Phrase(
        es: "de quién es: un competidor, el sector", en: "whose it is: a competitor, the sector")
    ),
    options: [
      Option(
        names: ["--nps"], value: Phrase(es: "CIFRA", en: "FIGURE"),
        summary: Phrase(es: "su NPS, de -100 a 100", en: "its NPS, from -100 to 100")),
      Option(
        names: ["--csat"], value: Phrase(es: "CIFRA", en: "FIGURE"),
        summary: Phrase(
          es: "su CSAT, el porcentaje de 4 y 5: de 0 a 100",
          en: "its CSAT, the percentage of 4 and 5: 0 to 100")),
      Option(
        names: ["--year"], value: Phrase(es: "AÑO", en: "YEAR"), isRequired: true,
        summary: Phrase(es: "de qué año es", en: "which year it tells of")),
      Option(
        names: ["--source"], value: Phrase(es: "TEXTO", en: "TEXT"), isRequired: true,
        summary: Phrase(es: "dónde se publicó", en: "where it was published")),
    ],
    jsonFields: listing.fields,
    examples: ["voc benchmark add \"Café Rival\" --nps 35 --year 2026 --source \"CX Index\""],
    run: { invocation in
      let name = invocation.positionals[0].trimmed
      if name.isEmpty { throw UsageError.emptyName }
      let year = try invocation.int("--year", in: 1900...9999) ?? 0
      let source = (invocation.string("--source") ?? "").trimmed
      if source.isEmpty {
        throw UsageError(
          Phrase(es: "la fuente está vacía", en: "the source is empty"),
          Phrase(es: "Va con --source: dónde se publicó", en: "Give with --source where it was published"))
      }
      let figures = [(SurveyKind.nps, "--nps"), (.csat, "--csat")].filter {
        invocation.string($0.1) != nil
      }
      if figures.isEmpty {
        throw UsageError(
          Phrase(es: "falta la cifra", en: "the figure is missing"),
          Phrase(es: "Va con --nps, con --csat o con los dos", en: "Give it with --nps, --csat or both"))
      }
      let new = try figures.map { survey, option in
        Desk.NewBenchmark(
          name: name, survey: survey, figure: try figure(option, invocation), year: year, source: source)
      }
      listing.write(try invocation.desk(for: .writing).keep(new), for: invocation)
      return .ok
    })

  static let remove = Verb(
    words: ["benchmark", "remove"],
    summary: Phrase(es: "Borra una cifra publicada", en: "Forgets a published figure"),
    positional: .init(
      name: Phrase(both: "N"), count: 1...1,
      summary: Phrase(
        es: "el número que da «voc benchmark list», o el nombre de quien tiene una sola cifra",
        en: "the number that “voc benchmark list” gives, or the name of whoever has a single figure")),
    jsonFields: listing.fields, examples: ["voc benchmark remove 3"],
    run: { invocation in
      let desk = try invocation.desk(for: .writing)
      let id = try number(invocation.positionals[0], desk, invocation)
      listing.write([try desk.removeBenchmark(id)], for: invocation)
      invocation.notice(Phrase(es: "Se borró esa cifra.", en: "That figure was forgotten."))
      return .ok
    })

  /// The number that a word is, or that of the only figure under that name.
  private static func number(_ word: String, _ desk: Desk, _ invocation: Invocation) throws -> Int64 {
    if let id = Int64(word), id > 0 { return id }
    let named = try desk.benchmarks(named: word)
    guard let first = named.first else {
      throw UsageError(
        Phrase(es: "no hay ninguna cifra de «{value}»", en: "there is no figure of “{value}”"),
        Phrase(
          es: "«voc benchmark list» muestra los nombres y, en su primera columna, los números",
          en: "“voc benchmark list” shows the names and, in its first column, the numbers"),
        ["value": word])
    }
    if named.count == 1 { return first.id }
    let all = named.map { "\($0.id) (\($0.survey.name) \($0.year))" }.joined(separator: ", ")
    throw UsageError(
      Phrase(es: "«{value}» tiene varias cifras: {all}", en: "“{value}” has several figures: {all}"),
      Phrase(es: "Se borra por su número", en: "Give the number of one"), ["value": word, "all": all])
  }

  /// "35", "-12", "78,5", "78,5%"; as a CSAT nothing under 10 without the sign: it is the mean of some scale.
  private static func figure(_ option: String, _ invocation: Invocation) throws -> Double {
    let written = (invocation.string(option) ?? "").trimmed
    let isPercent = written.hasSuffix("%") && option == "--csat"
    let text = isPercent ? String(written.dropLast()).trimmed : written
    let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
    guard let figure = Amount.read(String(isNegative ? text.dropFirst() : text[...])) else {
      throw UsageError(
        Phrase(es: "«{value}» no vale para {option}", en: "“{value}” is no value for {option}"),
        Phrase(es: "Debe ser un número, como 35 o {example}", en: "Give a number, such as 35 or {example}"),
        ["value": text, "option": option, "example": invocation.numbers.decimal(78.5, places: 1)])
    }
    if option == "--csat", !isPercent, !isNegative, figure <= 10 {
      throw UsageError(
        Phrase(
          es: "{value} parece el promedio de una escala, y el CSAT es el porcentaje de 4 y 5, de 0 a 100",
          en: "{value} looks like the mean of a scale, and a CSAT is the percentage of 4 and 5, from 0 to 100"
        ),
        Phrase(
          es: "Si es un porcentaje, va con el signo: {value}%", en: "If it is one, give the sign: {value}%"),
        ["value": text])
    }
    return isNegative ? -figure : figure
  }

  private static let listing = Listing<Benchmark>([
    .init(name: "id", header: Phrase(es: "Nº", en: "No."), alignment: .right, value: { .int($0.id) }),
    .init(
      name: "name", header: Phrase(es: "De quién", en: "Whose"), isFlexible: true,
      value: { .string($0.name) }),
    .init(
      name: "survey", header: Phrase(es: "Encuesta", en: "Survey"), value: { .string($0.survey.rawValue) },
      cell: { benchmark, _ in .init(benchmark.survey.name) }),
    .init(
      name: "figure", header: Phrase(es: "Cifra", en: "Figure"), alignment: .right,
      value: { .double($0.figure) },
      cell: { benchmark, invocation in .init(benchmark.figureValue.shown(invocation.numbers)) }),
    .init(
      name: "year", header: Phrase(es: "Año", en: "Year"), alignment: .right,
      value: { .int(Int64($0.year)) }, cell: { benchmark, _ in .init("\(benchmark.year)") }),
    .init(
      name: "source", header: Phrase(es: "Fuente", en: "Source"), isFlexible: true,
      value: { .string($0.source) }),
  ])
}

extension Benchmark {
  /// The figure as a report has it: points or percent, decimals where it has some.
  var figureValue: ReportValue {
    let places = figure == figure.rounded() ? 0 : 1
    return survey == .nps ? .number(figure, places: places) : .percent(figure, places: places)
  }
}
