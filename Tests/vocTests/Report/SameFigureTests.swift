import Foundation
import Testing
import VocDesk
import VocDomain
import VocTesting

@testable import voc

/// The same figure is the same in the terminal, JSON, CSV, Markdown and on the page in HTML.
@Suite struct SameFigureTests {
  private func run(_ words: [String], language: String, _ path: String) throws -> String {
    let fake = FakeWorld()
    fake.environment["VOC_DB"] = path
    fake.environment["VOC_LANG"] = language
    fake.width = 160
    let code = CommandLineProgram(verbs: VerbTable.all).run(arguments: words, world: fake.world)
    #expect(code == .ok, "\(words) \(fake.errors)")
    return fake.output
  }

  /// The cells of a table on a terminal stand two spaces or more apart.
  private func cells(ofLine line: Substring) -> [String] {
    line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// The rows of the first table, without its head.
  private func cells(ofMarkdown text: String) -> [[String]] {
    text.components(separatedBy: "\n").drop { !$0.hasPrefix("| ") }.dropFirst(2).prefix { $0.hasPrefix("| ") }
      .map { row in
        row.dropFirst(2).dropLast(2).replacing("\\", with: "").components(separatedBy: " | ")
      }
  }

  /// Rows that may have cells in quotation marks, but none with a separator for words in it.
  private func cells(ofCSV text: String) -> [[String]] {
    let separator: Character = text.hasPrefix("\u{FEFF}") ? ";" : ","
    return text.drop { $0 == "\u{FEFF}" }.split(separator: "\r\n").map { line in
      var (cells, isQuoted) = ([""], false)
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case separator where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }

  @Test(arguments: [(30, "es_MX"), (30, "en"), (1500, "es_CO"), (1500, "en")])
  func everyFigureOfThePeriod(answers: Int, language: String) throws {
    let folder = try TemporaryFolder()
    let path = folder["voc.db"]
    _ = try run(
      ["demo", "--tickets", "\(answers / 2)", "--answers", "\(answers)", "--until", "2026-11-20"],
      language: language, path)
    if answers > 1000 {
      let policy = try folder.write(
        """
        {"calendars": [{"name": "tienda", "zone": "America/Mexico_City", "holidays": "MX",
          "hours": {"mon-fri": ["09:00-14:00", "16:00-19:00"], "sat": ["10:00-14:00"]}}],
         "usual_calendar": "tienda"}
        """, to: "policy.json")
      _ = try run(["config", "apply", policy], language: language, path)
    }
    let period = ["report", "satisfaction", "--since", "2026-10", "--until", "2026-10"]
    let page = folder["page.html"]
    let json = try run(period + ["--json"], language: language, path)
    let csv = try run(period + ["--csv"], language: language, path)
    let markdown = try run(period + ["--md"], language: language, path)
    let terminal = try run(period, language: language, path)
    _ = try run(period + ["--html", page], language: language, path)
    let html = try String(contentsOfFile: page, encoding: .utf8)

    let numbers = NumberStyle(
      language: language == "en" ? .en : .es, environment: ["VOC_LANG": language])
    let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let figures = try #require(root?["figures"] as? [[String: Any]])
    #expect(figures.count >= (answers > 1000 ? 8 : 1))
    let businessFigures = figures.filter { ($0["measure"] as? String)?.hasPrefix("business_") ?? false }
    #expect(businessFigures.count == (answers > 1000 ? 4 : 0))
    let table = cells(ofCSV: csv)
    let header = try #require(table.first)
    let (measureColumn, valueColumn, nColumn) = (
      try #require(header.firstIndex(of: "measure")), try #require(header.firstIndex(of: "value")),
      try #require(header.firstIndex(of: "n"))
    )
    let marked = cells(ofMarkdown: markdown)
    #expect(table.count == figures.count + 1 && marked.count >= figures.count)
    for ((figure, row), inMarkdown) in zip(zip(figures, table.dropFirst()), marked) {
      let name = try #require(figure["measure"] as? String)
      let unit = figure["unit"] as? String
      let value = (figure["value"] as? NSNumber)?.doubleValue
      let n = try #require(figure["n"] as? Int)
      let places = unit == "seconds" ? 0 : 2
      let plain = value.map { numbers.decimal($0, places: places).filter { $0 != numbers.groupMark } } ?? ""
      #expect(row[measureColumn] == name && row[valueColumn] == plain && row[nColumn] == "\(n)", "\(row)")
      guard n >= 10, let value else { continue }
      let shown =
        switch unit {
        case "points": numbers.decimal(value, places: 0)
        case "percent": numbers.percent(value / 100, places: 1)
        default: DurationText.text(value, numbers)
        }
      // Surveys have a bar each on a terminal, with the interval right beside the figure.
      let survey = ["nps": "NPS", "csat": "CSAT", "ces": "CES", "enps": "eNPS"][name]
      let label = survey ?? inMarkdown[0]
      if let measure = ReportFigure.Measure(rawValue: name) {
        #expect(inMarkdown[0] == measure.phrase(language == "en" ? .en : .es))
      }
      #expect(inMarkdown[1] == shown, "\(name) in Markdown")
      let line = try #require(
        terminal.split(separator: "\n").first { $0.hasPrefix(label + "  ") }, "\(name) in the terminal")
      let onTerminal = cells(ofLine: line)[1]
      #expect(
        survey == nil ? onTerminal == shown : onTerminal.hasPrefix(shown + " ["), "\(shown): \(line)")
      let isOnPage = [
        "nps", "csat", "ces", "first_reply", "first_reply_p90", "resolution", "resolution_p90",
        "first_contact", "reopened", "transferred", "abandoned", "business_first_reply",
        "business_first_reply_p90", "business_resolution", "business_resolution_p90", "net_resolution",
      ].contains(name)
      if isOnPage { #expect(html.contains(">\(shown)<"), "\(name) \(shown) on the page") }
    }
    for text in [html, terminal, markdown, csv, json] {
      let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
      #expect(!words.contains("nan") && !words.contains("inf"))
    }
    #expect(!html.contains("<script") && !html.contains("http:") && !html.contains("https:"))
  }

  @Test(arguments: ["es_MX", "en"])
  func everyFigureOfCompetitors(language: String) throws {
    let folder = try TemporaryFolder()
    let path = folder["voc.db"]
    _ = try run(["channel", "add", "Mostrador", "--kind", "in-person"], language: language, path)
    _ = try run(["competitor", "add", "Telco"], language: language, path)
    _ = try run(
      ["benchmark", "add", "Sector", "--nps", "-12,5", "--csat", "80", "--year", "2026", "--source", "CX"],
      language: language, path)
    for n in 1...24 {
      let text = n % 2 == 0 ? "Telco es mejor, aquí pésimo" : "Hola"
      _ = try run(
        ["ticket", "create", "--customer", "Cliente \(n)", "--channel", "Mostrador", "-m", text],
        language: language, path)
      for (survey, score) in [("nps", n % 11), ("csat", 1 + n % 5)] {
        _ = try run(
          ["survey", "answer", "--survey", survey, "--score", "\(score)", "--ticket", "\(n)"],
          language: language, path)
      }
    }
    let numbers = NumberStyle(
      language: language == "en" ? .en : .es, environment: ["VOC_LANG": language])
    let json = try run(["report", "loop", "--json"], language: language, path)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    // In which column people find what programs know by a key.
    for (table, columns) in [
      ("competitors", ["share": 3, "negative": 4]), ("competitor_satisfaction", ["with": 2, "without": 4]),
      ("benchmarks", ["own": 5, "published": 2]),
    ] {
      let rows = try #require(root[table] as? [[String: Any]])
      #expect(!rows.isEmpty)
      let terminal = try run(["report", "loop", "--table", table], language: language, path)
      let onTerminal = terminal.split(separator: "\n").drop {
        !$0.hasPrefix("Telco ") && !$0.hasPrefix("Sector ")
      }
      .map(cells(ofLine:))
      let marked = cells(
        ofMarkdown: try run(["report", "loop", "--table", table, "--md"], language: language, path))
      let csv = cells(
        ofCSV: try run(["report", "loop", "--table", table, "--csv"], language: language, path))
      #expect(marked.count == rows.count && csv.count == rows.count + 1)
      for (place, row) in rows.enumerated() {
        let isPoints = row["measure"] as? String == "nps"
        for (key, column) in columns {
          let value = try #require((row[key] as? NSNumber)?.doubleValue)
          let isRound = value == value.rounded() && key == "published"
          let places = key == "published" ? (isRound ? 0 : 1) : isPoints ? 0 : 1
          let shown =
            isPoints ? numbers.decimal(value, places: places) : numbers.percent(value / 100, places: places)
          for cells in [onTerminal[place], marked[place]] {
            #expect(
              cells[column] == shown || cells[column].hasPrefix(shown + " ["),
              "\(table) \(key) \(shown): \(cells)")
          }
          let inCSV = try #require(csv[0].firstIndex(of: key))
          #expect(csv[place + 1][inCSV] == numbers.decimal(value, places: 2), "\(table) \(key)")
        }
      }
      #expect(!terminal.lowercased().contains("nan"))
    }
  }
}
