/// A report as Markdown (CommonMark with GitHub's tables), for a wiki or a chat.
struct ReportMarkdown {
  let numbers: NumberStyle

  func text(_ sheet: ReportSheet) -> String {
    var parts = ["# \(escaped(sheet.title))"]
    if !sheet.subtitle.isEmpty { parts.append(escaped(sheet.subtitle)) }
    if let headline = sheet.headline { parts.append("**\(escaped(headline))**") }
    for table in sheet.tables { parts.append(text(table)) }
    if !sheet.legend.isEmpty {
      parts.append(sheet.legend.map { "*\(escaped($0))*" }.joined(separator: "  \n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func text(_ table: ReportTable) -> String {
    var parts = table.heading.isEmpty ? [] : ["## \(escaped(table.heading))"]
    parts.append(table.rows.isEmpty ? escaped(table.whenEmpty) : rows(table))
    parts += table.remarks.map(escaped)
    return parts.joined(separator: "\n\n")
  }

  private func rows(_ table: ReportTable) -> String {
    let shown = table.columns(for: .people)
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let head = line(shown.map { escaped(table.columns[$0].heading) })
    let rule = line(shown.map { table.isNumeric($0) ? "---:" : "---" })
    let rows = table.rows.map { row in line(shown.map { escaped(row[$0].shown(numbers)) }) }
    return ([head, rule] + rows).joined(separator: "\n")
  }

  /// Whatever Markdown or HTML would make of it, it stands as it was written (CommonMark 0.31, section 2.4).
  private func escaped(_ text: String) -> String {
    var result = ""
    // By scalars: with a mark upon it "|" is another Character, and the same markup.
    for scalar in Escaping.line(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!": result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
