import Foundation
import SQLite
import Testing
import VocTesting

@Suite struct ReaderTests {
  let folder: TemporaryFolder
  let database: Database

  init() throws {
    folder = try TemporaryFolder()
    try folder.write([], to: "t.db")
    database = try Database(path: folder["t.db"])
    try database.executeScript(
      "PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER NOT NULL) STRICT; INSERT INTO t VALUES (0)")
  }

  private func newest(_ database: Database) throws -> Int64? { try database.value("SELECT max(a) FROM t") }

  @Test func seesTheMomentOfTheSnapshot() throws {
    let reader = try #require(try database.reader())
    let writer = try Database(path: folder["t.db"])
    try writer.execute("INSERT INTO t VALUES (1)")
    let seen = try database.snapshot(with: reader) { isSame in
      try writer.execute("INSERT INTO t VALUES (2)")
      return [isSame ? 1 : 0, try newest(database), try newest(reader)]
    }
    #expect(seen == [1, 1, 1])
    #expect(try newest(reader) == 2)
  }

  @Test func seesTheSameHoweverOftenOthersWrite() throws {
    let reader = try #require(try database.reader())
    let path = folder["t.db"]
    let (begun, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let writing = Thread {
      defer { ended.signal() }
      let writer = try? Database(path: path)
      var next: Int64 = 1
      while !Thread.current.isCancelled {
        try? writer?.execute("INSERT INTO t VALUES (?)", next)
        if next == 1 { begun.signal() }
        next += 1
      }
    }
    writing.start()
    begun.wait()
    defer {
      writing.cancel()
      ended.wait()
    }
    var (same, moments) = (0, Set<Int64>())
    for _ in 0..<100_000 where moments.count < 20 {
      try database.snapshot(with: reader) { isSame in
        let (own, others) = (try newest(database), try newest(reader))
        if isSame {
          #expect(own == others)
          same += 1
        }
        moments.insert(own ?? -1)
      }
    }
    #expect(same > 0)
  }

  @Test func onlyReads() throws {
    let reader = try #require(try database.reader())
    #expect(throws: SQLiteError.self) { try reader.execute("INSERT INTO t VALUES (1)") }
  }

  @Test func thereIsNoneOfADatabaseInMemory() throws {
    #expect(try Database(path: ":memory:").reader() == nil)
  }
}
