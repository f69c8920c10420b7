import Foundation
import Testing
import VocTesting

@testable import VocDesk

/// A log of calls that was cut between two lines: its pieces make the calls of the whole.
@Suite struct CutCallsTests {
  static let files = CorpusFile.all.filter {
    [.asteriskCDR, .queueLog].contains($0.format) && $0.name != "malformed.csv"
  }

  /// What only the whole log tells: whose call another's events speak of, which of two stays in one queue is
  /// meant, who called from inside; and a table without its header tells nothing.
  static let whole: Set<String> = [
    "attended-transfer-into-queue.txt", "callers-odd.txt", "doubled-lines.txt", "same-call-twice.txt",
    "realtime-table.csv",
  ]

  @Test(arguments: files) func everyCutInBothOrders(_ file: CorpusFile) throws {
    let lines = try String(contentsOfFile: file.path, encoding: .isoLatin1).split(separator: "\n")
      .map { "\($0)\n" }
    let wanted = try calls(of: [lines.joined()], file)
    for cut in 1..<max(1, min(7, lines.count)) {
      let pieces = [lines[..<cut].joined(), lines[cut...].joined()]
      for order in [pieces, pieces.reversed()] {
        let found = try calls(of: order, file)
        if !CutCallsTests.whole.contains(file.name) { expectSame(found, wanted, "cut at \(cut)") }
      }
    }
  }

  private func calls(of pieces: [String], _ file: CorpusFile) throws -> [String] {
    let fixture = try DeskFixture()
    let wanted = try CorpusFile.options(of: file)
    for (number, piece) in pieces.enumerated() {
      try fixture.importText(piece, as: "\(number)-\(file.name)") { $0 = wanted }
    }
    expectSame(try fixture.faults(), [], "faults")
    // An agent who has spoken in a piece remains known, whoever spoke last in the whole.
    return try Story.lines(path: fixture.path).filter { !$0.hasPrefix("agent ") }
  }
}
