import VocDomain

/// Writes a report in the way that was asked for.
struct ReportOutput {
  let invocation: Invocation

  /// `--csv`, `--md` and `--table`, for a verb whose tables have these keys; the first is the usual one.
  static func options(tables: [String]) -> [Option] {
    [
      Option(
        names: ["--csv"],
        summary: Phrase(
          es: "responde en CSV, con los números como en el país",
          en: "answers in CSV, with numbers as in the country")),
      Option(
        names: ["--md"],
        summary: Phrase(es: "responde en Markdown", en: "answers in Markdown")),
    ] + (tables.count > 1 ? [tableOption(tables)] : [])
  }

  private static func tableOption(_ tables: [String]) -> Option {
    Option(
      names: ["--table"], value: Phrase(es: "TABLA", en: "TABLE"),
      summary: Phrase(es: "solo esta tabla", en: "this table only"), allowed: tables)
  }

  /// Refuses two forms at once, before anything is read. `forms`: the verb's own, which write all of the report in their
  /// way; `file`: the one of them that `--replace` goes with; `without`: what does not go with any of them.
  func check(forms: [String] = [], file: String? = nil, without others: [String] = []) throws {
    func given(_ names: [String]) -> [String] { names.filter { !invocation.strings($0).isEmpty } }
    let usual = (invocation.jsonFields == nil ? [] : ["--json"]) + given(["--csv", "--md"])
    let own = given(forms)
    let asked = own.isEmpty ? usual : usual + given(["--table"] + others) + own
    if let last = asked.last, asked.count > 1 {
      throw UsageError(
        Phrase(es: "{one} y {other} se excluyen", en: "{one} and {other} exclude each other"),
        Phrase(es: "Va uno de los dos", en: "Give one of them"), ["one": asked[0], "other": last])
    }
    if let file, invocation.flag("--replace"), given([file]).isEmpty {
      throw UsageError(
        Phrase(es: "--replace va con {file}", en: "--replace goes with {file}"),
        Phrase(es: "Falta {file} ARCHIVO", en: "Add {file} FILE"), ["file": file])
    }
  }

  /// Whether neither a program nor a wiki is to read it, nor one table alone was asked for.
  var isForPeople: Bool {
    invocation.jsonFields == nil && !invocation.flag("--csv") && !invocation.flag("--md")
      && invocation.string("--table") == nil
  }

  var isForPrograms: Bool { invocation.jsonFields != nil || invocation.flag("--csv") }

  /// Whether what was asked for has a table that is not the first, or one of these facts; a page has facts in its words.
  func shows(_ table: String, orAny facts: [String]) -> Bool {
    let asked = invocation.string("--table")
    if let fields = invocation.jsonFields {
      return fields.contains { facts.contains($0) || $0 == table && asked ?? table == table }
    }
    return asked == table || asked == nil && !invocation.flag("--csv")
  }

  func write(_ sheet: ReportSheet) {
    var sheet = sheet
    let asked = sheet.tables.count > 1 ? invocation.string("--table") : nil
    if let asked { sheet.tables = sheet.tables.filter { $0.key == asked } }
    if let fields = invocation.jsonFields {
      let members = sheet.facts + sheet.tables.map { JSON.Member($0.key, $0.json) }
      invocation.print(JSON.object(members).selecting(fields).text)
    } else if invocation.flag("--csv") {
      if let table = sheet.tables.first { writeCSV(table) }
    } else if invocation.flag("--md") {
      invocation.world.out(ReportMarkdown(numbers: invocation.numbers).text(sheet))
    } else {
      writePage(sheet)
    }
  }

  private func writeCSV(_ table: ReportTable) {
    let shown = table.columns(for: .programs)
    let csv = CSVTable(shown.map { table.columns[$0].key }, invocation)
    for row in table.rows { csv.add(shown.map { row[$0].csv(invocation.numbers) }) }
  }

  // MARK: - For people who look at a terminal

  private func writePage(_ sheet: ReportSheet) {
    let style = invocation.style
    let subtitle = sheet.subtitle.isEmpty ? "" : "  " + Escaping.line(sheet.subtitle)
    invocation.print(style.bold(Escaping.line(sheet.title)) + subtitle)
    if let headline = sheet.headline { writeProse(headline) { $0 } }
    for table in sheet.tables {
      invocation.print("")
      write(table)
    }
    if !sheet.legend.isEmpty { invocation.print("") }
    for line in sheet.legend { writeProse(line, paint: style.dim) }
  }

  func write(_ table: ReportTable) {
    let style = invocation.style
    if !table.heading.isEmpty { invocation.print(style.bold(Escaping.line(table.heading))) }
    if table.rows.isEmpty {
      writeProse(table.whenEmpty) { $0 }
    } else {
      let (text, leftOut) = textTable(table).fitted(width: invocation.tableWidth, style: style)
      invocation.world.out(text)
      writeLeftOut(leftOut.filter { !$0.isEmpty })
    }
    for remark in table.remarks { writeProse(remark, paint: style.dim) }
  }

  private func writeProse(_ text: String, paint: (String) -> String) {
    for line in TextWrap.lines(Escaping.line(text), width: invocation.world.width) {
      invocation.print(paint(line))
    }
  }

  private func writeLeftOut(_ columns: [String]) {
    if columns.isEmpty { return }
    let sentence = invocation.say(
      Phrase(
        es: "Sin sitio para: {columns}; se ven con más ancho.",
        en: "No room for: {columns}; a wider terminal shows them."),
      ["columns": columns.joined(separator: ", ")])
    writeProse(Escaping.line(sentence), paint: invocation.style.dim)
  }

  private func textTable(_ table: ReportTable) -> TextTable {
    let shown = table.columns(for: .people)
    var text = TextTable(
      shown.map { index in
        let column = table.columns[index]
        return TextTable.Column(
          header: column.heading, alignment: table.isNumeric(index) ? .right : .left,
          isFlexible: column.isFlexible, rank: column.rank)
      }, wraps: true)
    for row in table.rows { text.add(shown.map { .init(row[$0].shown(invocation.numbers)) }) }
    return text
  }
}

extension Invocation {
  /// What part something is of `n`, in percent; people get none where n is under ten.
  func share(_ percent: Double, of n: Int, places: Int = 1) -> ReportValue {
    let isHidden = SampleWarning.rule(n: n, marginOfError: nil).contains(.figureHidden)
    return isHidden && !ReportOutput(invocation: self).isForPrograms
      ? .none : .percent(percent, places: places)
  }
}
