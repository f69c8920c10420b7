import Foundation
import SQLite
import Testing
import VocTesting

/// Several connectors, and an agent who replies and takes back, on one database.
@Suite(.serialized) struct SharedOutboxTests {
  @Test(.notForEver) func connectorsAtOnceAreGivenEachReplyOnce() throws {
    let program = try Program()
    #expect(try program.run("channel", "add", "WhatsApp", "--timezone", "UTC").code == 0)
    for ticket in 1...8 {
      let answer = try program.run(
        "ticket", "create", "--customer", "Cliente \(ticket)", "--channel", "WhatsApp", "-m", "hola")
      #expect(answer.code == 0)
    }
    for _ in 1...5 { #expect(try program.run("ticket", "reply", "1-8", "-m", "va").code == 0) }
    let connectors = try (1...4).map { number in
      try program.start(
        ["wa-\(number)"],
        shell: """
          until [ -e go ]; do :; done
          while ids=$("$0" outbox claim --limit 3 --as "$1") && [ -n "$ids" ]; do
            echo "$ids" && echo "$ids" | "$0" outbox ack --as "$1" > "$1" || exit 9
          done
          """)
    }
    let agent = try program.start(
      [],
      shell: """
        until [ -e go ]; do :; done
        for n in 1 2 3; do "$0" ticket reply 1-8 -m "otra $n" || exit 9; "$0" undo --skip-changed; done
        """)
    try program.folder.write("", to: "go")
    var given: [Int64] = []
    for connector in connectors {
      let answer = try connector.answer()
      #expect(answer.code == 0, "\(answer.errors)")
      given += answer.output.split(separator: "\n").compactMap { line in
        line.split(separator: "\t").first.flatMap { Int64($0) }
      }
    }
    let answer = try agent.answer()
    #expect([0, 4].contains(answer.code), "\(answer.errors)")
    #expect(Set(given).count == given.count, "given twice: \(given.sorted())")
    let database = try Database(path: program.folder["voc.db"])
    let sent = try database.rows("SELECT message_id FROM outbox WHERE state = 'sent' AND attempts = 1") {
      $0.int(0)
    }
    #expect(Set(sent) == Set(given))
    #expect(given.count >= 40)
    let doctor = try program.run("doctor")
    #expect(doctor.code == 0, "\(doctor.output)")
  }
}
