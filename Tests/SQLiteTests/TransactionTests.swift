import Foundation
import SQLite
import Testing
import VocTesting

@Suite struct TransactionTests {
  struct Stop: Error {}

  let folder: TemporaryFolder
  let database: Database

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([], to: "t.db")
    database = try Database(path: folder["t.db"])
    try database.executeScript("PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT")
  }

  private var rows: [Int64] {
    get throws { try database.rows("SELECT a FROM t ORDER BY a") { $0.int(0) } }
  }

  @Test func allOfItIsKeptOrNothing() throws {
    try database.transaction {
      try database.execute("INSERT INTO t VALUES (1)")
      try database.execute("INSERT INTO t VALUES (2)")
    }
    #expect(throws: Stop.self) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES (3)")
        throw Stop()
      }
    }
    #expect(throws: SQLiteError.self) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES (4)")
        try database.execute("INSERT INTO t VALUES (1)")
      }
    }
    #expect(try rows == [1, 2])
    try database.transaction { try database.execute("INSERT INTO t VALUES (5)") }
    #expect(try rows == [1, 2, 5])
  }

  @Test func theResultComesOut() throws {
    #expect(try database.transaction { "x" } == "x")
  }

  @Test func aNestedCallJoinsTheOuterOne() throws {
    #expect(throws: Stop.self) {
      try database.transaction {
        try database.execute("INSERT INTO t VALUES (1)")
        try database.transaction { try database.execute("INSERT INTO t VALUES (2)") }
        throw Stop()
      }
    }
    #expect(try rows == [])
    try database.transaction {
      try database.transaction { try database.execute("INSERT INTO t VALUES (3)") }
      try database.execute("INSERT INTO t VALUES (4)")
    }
    #expect(try rows == [3, 4])
  }

  @Test func anotherConnectionSeesNothingBeforeTheEnd() throws {
    let other = try Database(path: folder["t.db"])
    try database.transaction {
      try database.execute("INSERT INTO t VALUES (1)")
      #expect(try other.value("SELECT count(*) FROM t") == 0)
    }
    #expect(try other.value("SELECT count(*) FROM t") == 1)
  }
}

@Suite struct PatienceTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([], to: "t.db")
    try Database(path: folder["t.db"]).executeScript(
      "PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT")
  }

  @Test func aHeldLockIsWaitedForAndThenGivenUp() throws {
    let holder = try Database(path: folder["t.db"])
    try holder.executeScript("BEGIN IMMEDIATE")
    let patient = try Database(path: folder["t.db"], patience: 0.4)
    for _ in 1...2 {
      var code: Int32?
      let duration = ContinuousClock().measure {
        do { try patient.transaction {} } catch { code = (error as? SQLiteError)?.code }
      }
      #expect(code == SQLiteError.busy)
      #expect(duration >= .milliseconds(390), "gave up early")
      #expect(duration < .seconds(5), "gave up late")
    }
    #expect(try patient.value("SELECT count(*) FROM t") == 0, "readers need no lock")
    try holder.executeScript("ROLLBACK")
    try patient.transaction { try patient.execute("INSERT INTO t VALUES (1)") }
  }

  @Test func aLockReleasedInTimeIsTaken() throws {
    let path = folder["t.db"]
    let isHeld = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      // A connection belongs to one thread: this one has its own.
      guard let holder = try? Database(path: path), (try? holder.executeScript("BEGIN IMMEDIATE")) != nil
      else { return }
      isHeld.signal()
      usleep(300_000)
      try? holder.executeScript("INSERT INTO t VALUES (1); COMMIT")
    }
    isHeld.wait()
    let patient = try Database(path: path, patience: 10)
    let duration = try ContinuousClock().measure {
      try patient.transaction { try patient.execute("INSERT INTO t VALUES (2)") }
    }
    #expect(try patient.value("SELECT count(*) FROM t") == 2)
    #expect(duration >= .milliseconds(200), "did not wait")
  }
}
