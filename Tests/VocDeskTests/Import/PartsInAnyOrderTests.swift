import Testing
import VocDomain
import VocTesting

@testable import VocDesk

/// The records of an export in several files, in whatever order: the same database.
@Suite struct PartsInAnyOrderTests {
  static let files = CorpusFile.all.filter {
    $0.format != .whatsapp && !undecidable.contains($0.testDescription)
  }

  /// Where the order of the file is all that tells what came first: five calls of one number in one second; one
  /// name with and without a number.
  static let undecidable: Set<String> = ["amazon-connect/outbound.ndjson", "jsonl/own-names.jsonl"]

  @Test(arguments: files) func halvesOfAFixture(_ file: CorpusFile) throws {
    guard let export = try ReadExport(file), export.records.count > 1 else { return }
    for seed in 1...2 as ClosedRange<UInt64> { try expectOrderIndifferent(export, seed: seed, parts: 2) }
  }

  /// Imports the parts of a random split in every order.
  private func expectOrderIndifferent(_ export: ReadExport, seed: UInt64, parts count: Int) throws {
    var chance = Chance(seed: seed)
    var parts = Array(repeating: [ExportRecord](), count: count)
    // Which of two identical records a part holds, nobody can know.
    var places: [String: Int] = [:]
    for record in export.records {
      let place = places["\(record.withoutLine)", default: chance.number(0...count - 1)]
      places["\(record.withoutLine)"] = place
      parts[place].append(record)
    }
    let whole = try DeskFixture()
    try export.importPart(export.records, into: whole)
    let wanted = try Story.lines(path: whole.path)
    expectSame(try whole.faults(), [], "faults")
    for order in orders(Array(parts.indices)) {
      let fixture = try DeskFixture()
      for index in order { try export.importPart(parts[index], into: fixture) }
      expectSame(try Story.lines(path: fixture.path), wanted, "seed \(seed), order \(order)")
      expectSame(try fixture.faults(), [], "faults, order \(order)")
    }
  }

  private func orders(_ indices: [Int]) -> [[Int]] {
    if indices.isEmpty { return [[]] }
    return indices.flatMap { first in orders(indices.filter { $0 != first }).map { [first] + $0 } }
  }
}
