import Foundation
import Testing
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
    let rows = csv.split(separator: "\r\n").dropFirst()
    for (figure, row) in zip(figures, rows) {
      let name = try #require(figure["measure"] as? String)
      let unit = figure["unit"] as? String
      let value = (figure["value"] as? NSNumber)?.doubleValue
      let n = try #require(figure["n"] as? Int)
      let places = unit == "seconds" ? 0 : 2
      let plain = value.map { numbers.decimal($0, places: places).filter { $0 != numbers.groupMark } } ?? ""
      #expect(row.contains(name) && (plain.isEmpty || row.contains(plain)), "\(name): \(row) lacks \(plain)")
      guard n >= 10, let value else { continue }
      let shown =
        switch unit {
        case "points": numbers.decimal(value, places: 0)
        case "percent": numbers.percent(value / 100, places: 1)
        default: DurationText.text(value, numbers)
        }
      for (form, text) in [("terminal", terminal), ("Markdown", markdown)] {
        #expect(text.contains(shown), "\(name) \(shown) in \(form)")
      }
      let isOnPage = [
        "nps", "csat", "ces", "first_reply", "first_reply_p90", "resolution", "resolution_p90",
        "first_contact", "reopened", "transferred", "abandoned", "business_first_reply",
        "business_first_reply_p90", "business_resolution", "business_resolution_p90",
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
    let terminal = try run(["report", "loop"], language: language, path)
    let json = try run(["report", "loop", "--json"], language: language, path)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    for (table, percents, points) in [
      ("competitors", ["share", "negative"], []), ("competitor_satisfaction", [], ["with", "without"]),
      ("benchmarks", [], ["own", "published"]),
    ] {
      let rows = try #require(root[table] as? [[String: Any]])
      #expect(!rows.isEmpty)
      let markdown = try run(["report", "loop", "--table", table, "--md"], language: language, path)
      let csv = try run(["report", "loop", "--table", table, "--csv"], language: language, path)
      for row in rows {
        let isPoints = row["measure"] as? String == "nps"
        for key in percents + points {
          let value = try #require((row[key] as? NSNumber)?.doubleValue)
          let isRound = value == value.rounded() && key == "published"
          let places = key == "published" ? (isRound ? 0 : 1) : isPoints ? 0 : 1
          let shown =
            isPoints ? numbers.decimal(value, places: places) : numbers.percent(value / 100, places: places)
          for (form, text) in [("terminal", terminal), ("Markdown", markdown)] {
            #expect(text.contains(shown), "\(table) \(key) \(shown) in \(form)")
          }
          #expect(csv.contains(numbers.decimal(value, places: 2)), "\(table) \(key) \(value) in \(csv)")
        }
      }
      #expect(!terminal.lowercased().contains("nan"))
    }
  }
}
