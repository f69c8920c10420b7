import Testing
import VocChannels
import VocDomain

/// What a fixture that is named by its quirk gives, one line a record, a problem or a finding.
struct QuirkReading {
  let lines: [String]
  private let keys: [String]

  /// With keys that are made of hashes as #1, #2…
  var linesNumbered: [String] {
    let numbered = keys.enumerated().sorted { $0.element.count > $1.element.count }
    return lines.map { line in
      numbered.reduce(line) { $0.replacing($1.element, with: "#\($1.offset + 1)") }
    }
  }

  init(_ format: ExportFormat, _ name: String) throws {
    let reader = try #require(ExportReaders.reader(of: format))
    let outcome = try ReaderOutcome(reader, ExportFixture(format: format, name: name))
    let findings = outcome.findings
    let senders = findings.undecidedSenders.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    keys = outcome.messages.compactMap(\.key)
    lines =
      outcome.records.map(\.summary)
      + outcome.problems.map { "problem \($0.line)+\($0.lineCount) \($0.reason.rawValue)" }
      + [
        findings.hasLocalTimes ? "times without a zone" : nil,
        senders.isEmpty ? nil : "who are we: \(senders)",
      ].compactMap(\.self)
  }
}
