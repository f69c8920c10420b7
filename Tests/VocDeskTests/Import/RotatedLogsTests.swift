import Foundation
import Testing
import VocTesting

@testable import VocDesk

/// A folder of queue_log, queue_log.1 and queue_log.2.gz, as logrotate leaves it.
@Suite struct RotatedLogsTests {
  private let newest = """
    1770017064|rot.1|soporte|Ana|COMPLETECALLER|4|60|1
    1770017100|rot.3|soporte|NONE|ENTERQUEUE||4401112234|1
    1770017110|rot.3|soporte|NONE|ABANDON|1|1|10

    """
  private let older = """
    1770016910|rot.0|soporte|NONE|ABANDON|1|1|10
    1770017000|rot.1|soporte|NONE|ENTERQUEUE||4401112233|1
    1770017004|rot.1|soporte|Ana|CONNECT|4|rot.2|3

    """
  /// `1770016900|rot.0|soporte|NONE|ENTERQUEUE||anonymous|1`, packed.
  private let oldest =
    "H4sIAAAAAAACAzM0NzcwMDSzNDCoKcov0TOoKc4vyC8qSa3x8/dzrXH1C3ENCgx1DXWtqUnMy8+rzM0vLa4x5AIAUeMm1DYAAAA="

  private func calls(importing runs: [[String]]) throws -> [String] {
    let fixture = try DeskFixture()
    try fixture.folder.write(newest, to: "logs/queue_log")
    try fixture.folder.write(older, to: "logs/queue_log.1")
    let folder = URL(fileURLWithPath: fixture.folder.path).appendingPathComponent("logs")
    let packed = try #require(Data(base64Encoded: oldest))
    try packed.write(to: folder.appendingPathComponent("queue_log.2.gz"))
    var options = ImportOptions()
    (options.zone, options.country) = ("UTC", "MX")
    _ = try fixture.desk()
    var steps: [(batch: Int64, before: [String])] = []
    for run in runs {
      let files = run.map { folder.appendingPathComponent($0).path }
      let before = try fixture.table()
      let report = try fixture.desk().importFiles(files, options: options, searchPath: "/usr/bin:/bin")
      steps.append((try #require(report.batch), before))
    }
    expectSame(try fixture.faults(), [], "faults")
    let story = try Story.lines(path: fixture.path)
    for (batch, before) in steps.reversed() {
      _ = try fixture.desk().undoImport(batch)
      expectSame(try fixture.table(), before, "undone")
      expectSame(try fixture.faults(), [], "faults")
    }
    return story
  }

  @Test func anyOrderGivesTheSameCalls() throws {
    let names = ["queue_log.2.gz", "queue_log.1", "queue_log"]
    let wanted = try calls(importing: [names])
    #expect(wanted.count { $0.hasPrefix("ticket") } == 3 && !wanted.contains { $0.contains("unknown") })
    expectSame(try calls(importing: [[""]]), wanted, "the folder")
    for order in [[2, 1, 0], [1, 0, 2], [2, 0, 1]] {
      expectSame(try calls(importing: order.map { [names[$0]] }), wanted, "order \(order)")
    }
  }
}
