import Foundation
import Testing
import VocTesting

@testable import voc

/// The manual page, and what the formatters of this machine say of it.
@Suite struct ManPageTests {
  private func page(_ language: Language) -> String {
    ManPage(verbs: VerbTable.all, language: language, day: "2026-11-21").text
  }

  @Test(arguments: Language.allCases)
  func everyVerbAndOptionStandsThere(language: Language) {
    let page = page(language)
    for verb in VerbTable.all {
      #expect(page.contains(".SS \"\(Roff.escaped(verb.usage(language)))\"\n"), "\(verb.name)")
      for option in verb.ownOptions {
        #expect(
          page.contains(".B \"\(Roff.escaped(option.label(language)))\"\n"), "\(verb.name) \(option.name)")
      }
      for example in verb.examples { #expect(page.contains(Roff.escaped(example) + "\n"), "\(example)") }
    }
    for code in ExitCode.allCases { #expect(page.contains(".B \"\(code.rawValue)\"\n")) }
    for line in page.split(separator: "\n") where line.hasPrefix(".") {
      #expect(line.dropFirst().first?.isLetter == true, "\(line)")
    }
  }

  @Test func nothingWrittenIsMarkup() {
    var page = Roff()
    page.prose(".SH no")
    page.prose("'br a\\fB --x `y` ~ ^")
    page.request("B", "\"a\" -b")
    page.verbatim(["", ".x"])
    #expect(
      page.text == """
        \\&.SH no
        \\(aqbr a\\efB \\-\\-x \\(gay\\(ga \\(ti \\(ha
        .B "\\(dqa\\(dq \\-b"
        .PP
        .in +4n
        .nf

        \\&.x
        .fi
        .in

        """)
  }

  /// A formatter with the words that make it strict, and whether it is here.
  static let formatters: [[String]] = [
    ["man", "--warnings", "-E", "UTF-8", "-l"], ["groff", "-ww", "-K", "utf8", "-T", "utf8", "-man", "-z"],
    ["mandoc", "-T", "lint", "-W", "warning"],
  ]

  @Test(
    .enabled(if: formatters.contains { find($0[0]) != nil }, "neither man nor groff nor mandoc is installed"),
    arguments: Language.allCases)
  func formattersFindNothingWrong(language: Language) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(page(language), to: "voc.1")
    for words in ManPageTests.formatters {
      guard let formatter = ManPageTests.find(words[0]) else { continue }
      let process = Process()
      let (errors, output) = (Pipe(), try folder.write("", to: words[0]))
      process.executableURL = URL(fileURLWithPath: formatter)
      process.arguments = words.dropFirst() + [file]
      process.environment = [
        "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MAN_KEEP_STDERR": "1",
      ]
      process.standardError = errors
      process.standardOutput = FileHandle(forWritingAtPath: output)
      try process.run()
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      let shown = String(decoding: try folder.bytes(words[0]), as: UTF8.self)
      #expect(said == "", "\(words[0])")
      if words[0] == "mandoc" { #expect(shown == "") }
      if words[0] == "man" { #expect(shown.contains("voc ticket list")) }
    }
  }

  private static func find(_ name: String) -> String? {
    ["/usr/bin/\(name)", "/usr/local/bin/\(name)"].first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
