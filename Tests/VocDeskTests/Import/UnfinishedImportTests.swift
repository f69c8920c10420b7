import SQLite
import Testing
import VocDesk
import VocDomain
import VocTesting

/// An import that did not end is told of until the same comes in whole, or it is undone.
@Suite struct UnfinishedImportTests {
  private struct Cut: Error {}

  let fixture: DeskFixture

  init() throws { fixture = try DeskFixture() }

  /// One more answer than are written at once, and then a row that nobody can read.
  private static let text =
    (0...5_000).reduce(into: "Fecha y hora;Encuesta;Calificación\n") { text, index in
      let (day, minute) = (index / 1440 + 1, index % 1440)
      text += "\(day)/03/2026 \(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60);NPS;\(index % 11)\n"
    } + "ayer;NPS;5\n"

  private func start(
    _ name: String = "marzo.csv", _ text: String = text, zone: String = "UTC",
    problem: @escaping () throws -> Void = {}, progress: @escaping () -> Void = {}
  ) throws {
    var options = ImportOptions()
    (options.zone, options.dateOrder) = (zone, .dmy)
    let desk = try fixture.desk()
    let path = try fixture.folder.write(text, to: "exports/" + name)
    let prepared = try desk.prepareImport([path], options: options, searchPath: "/bin")
    _ = try desk.importFiles(
      prepared, problem: { _, _, _ in try problem() }, progress: { _ in progress() })
  }

  /// Ends as if the process had been killed in the middle: what was written stays.
  private func cutShort() throws {
    #expect(throws: Cut.self) { try start(problem: { throw Cut() }) }
  }

  private func unfinished() throws -> [Int64] { try fixture.desk().unfinishedImports().map(\.id) }

  @Test func itsFileAndWhatItBroughtAreOnRecord() throws {
    let empty = try DeskFixture()
    _ = try empty.desk()
    try cutShort()
    let batch = try #require(try fixture.desk().batches(limit: 1).first)
    #expect(batch.finishedAt == nil && batch.files.map(\.name) == ["marzo.csv"])
    #expect(batch.files[0].counts.records == 5_000 && batch.files[0].counts.new == 5_000)
    #expect(batch.files[0].sha256.count == 64 && batch.files[0].byteCount > 5_000)
    #expect(try fixture.desk().unfinishedImports() == [UnfinishedImport(id: 1, file: "marzo.csv")])
    #expect(try fixture.desk().satisfaction(since: nil, until: nil, by: nil).surveys.nps.n == 5_000)
    #expect(try fixture.desk().undoImport(1).answers == 5_000)
    #expect(try unfinished() == [])
    expectSame(try fixture.table(), try empty.table(), "undone")
    expectSame(try fixture.faults(), [], "faults")
  }

  @Test func everyReportTellsOfIt() throws {
    try cutShort()
    let desk = try fixture.desk()
    let told = [
      try desk.satisfaction(since: nil, until: nil, by: nil).unfinishedImports,
      try desk.channelReport(since: nil, until: nil).unfinishedImports,
      try desk.agentReport(since: nil, until: nil).unfinishedImports,
      try desk.customerReport(since: nil, until: nil).unfinishedImports,
      try desk.loopReport(since: nil, until: nil).unfinishedImports,
      try desk.topics(since: nil, until: nil).unfinishedImports,
      try #require(try desk.trends(since: nil, until: nil)).unfinishedImports,
      try desk.journey().unfinishedImports,
      try desk.board(since: nil, until: nil).satisfaction.unfinishedImports,
      try desk.supervisorPage(.always, matching: "").report.unfinishedImports,
    ]
    #expect(told.map { $0.map(\.id) } == told.map { _ in [1] })
  }

  @Test func theSameInWholeContinuesIt() throws {
    try cutShort()
    try cutShort()
    #expect(try unfinished() == [2, 1])
    try start()
    #expect(try unfinished() == [])
    let batches = try fixture.desk().batches(limit: 3)
    #expect(batches.map(\.continuedBy) == [nil, 3, 3] && batches[1].finishedAt == nil)
    #expect(batches[0].files[0].counts.known == 5_000 && batches[0].files[0].counts.new == 1)
    // Without it they are as cut short as before.
    _ = try fixture.desk().undoImport(3)
    #expect(try unfinished() == [2, 1])
    try start()
    #expect(try unfinished() == [])
    #expect(try fixture.desk().undoImport(1).continuedBy == 4)
    expectSame(try fixture.faults(), [], "faults")
  }

  /// What was read otherwise may be something else, and what came with it may not have come.
  @Test func anythingElseDoesNot() throws {
    try cutShort()
    try start(zone: "America/Bogota")
    #expect(try unfinished() == [1])
    try start("abril.csv", Self.text.replacing("/03/2026", with: "/02/2026"))
    #expect(try unfinished() == [1])
    try start("otro nombre.csv")
    #expect(try unfinished() == [])
  }

  /// While it runs it has not ended either, and others may see that; of two of the same the first to end tells.
  @Test func oneThatStillRuns() throws {
    var seen: [[Int64]] = []
    try start(progress: {
      seen.append((try? unfinished()) ?? [])
      if seen.count == 1 { try? start() }
    })
    #expect(seen.first == [1] && seen.last == [])
    let batches = try fixture.desk().batches(limit: 2)
    #expect(batches.allSatisfy { $0.finishedAt != nil && $0.continuedBy == nil })
  }

  @Test func oneThatIsUndoneWhileItRunsWritesNoMore() throws {
    let empty = try DeskFixture()
    _ = try empty.desk()
    #expect(throws: VocError.importUndone(1)) {
      try start(progress: { _ = try? fixture.desk().undoImport(1) })
    }
    expectSame(try fixture.table(), try empty.table(), "undone")
    expectSame(try fixture.faults(), [], "faults")
  }

  /// Of those that were killed then, the next that ended is taken for the rest; what they were of is not on record.
  @Test func oldImportsThatDidNotEndAreContinued() throws {
    let today = try DeskFixture()
    let header = "Fecha,Encuesta,Calificación,Comentarios\n"
    for day in 1...3 { try today.importText(header + "0\(day)/03/2026,NPS,9,\n", as: "\(day).csv") }
    let database = try Database(path: today.path)
    try database.execute("UPDATE import_batch SET finished_at = NULL WHERE id <> 2")
    try database.execute("DELETE FROM import_file WHERE batch_id <> 2")
    let old = try DeskFixture()
    try OldDatabaseTests.writeOld(
      from: today.path, to: try old.folder.write("", to: "voc.db"), before: "0033-imports-cut-short")
    #expect(try old.desk().batches(limit: 3).map(\.continuedBy) == [nil, nil, 2])
    #expect(try old.desk().unfinishedImports() == [UnfinishedImport(id: 3, file: nil)])
    try old.importText(header + "04/03/2026,NPS,9,\n", as: "4.csv")
    #expect(try old.desk().unfinishedImports() == [])
  }
}
