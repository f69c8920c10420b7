import Foundation
import SQLite
import VocDomain

/// Everything voc knows, on one SQLite database; the only place with SQL besides `schema/`.
///
/// Not Sendable. Methods that write expect to run inside `transaction`.
public final class Store {
  let database: Database
  /// By `FilledTable`.
  var insertions: [RowInsertion?] = FilledTable.allCases.map { _ in nil }
  /// By `FilledTable`, as far as the running transaction knows them.
  var freeIDs: [Int64?] = FilledTable.allCases.map { _ in nil }
  /// The import that is running: it stands in what it makes, and finds kept what it changes.
  public var batchID: Int64?
  /// Messages from this number on are not in the search index yet: `indexMessages(from:)` will add them.
  public var firstUnindexed = Int64.max
  var remembered: Set<RowReference> = []
  var runningAct: RunningAct?
  /// Of the running transaction.
  var touchedTickets: Set<Int64> = []
  var goneMeasures: [TicketMeasure] = []
  var goneChannelKinds: [Int64: String] = [:]
  var writtenTexts: [WrittenText] = []
  var changedTexts: Set<TextReference> = []
  /// Runs at the end of each transaction, within it: keeps what follows from what was written.
  public var beforeCommit: (() throws -> Void)?
  /// Runs after each transaction that failed: what was read in it may never have been.
  public var afterRollback: (() -> Void)?
  var columnNames: [Entity: [String]] = [:]
  /// True when this call made the file.
  public let isNew: Bool

  public enum Purpose: Sendable { case reading, writing }

  /// Opens the database at `path`.
  ///
  /// Reading a file that is not there, or empty, reads an empty database and creates nothing; writing creates the file,
  /// readable by its owner only. Throws `VocError` and `SQLiteError`.
  public init(path: String, for purpose: Purpose, patience: Double = 10) throws {
    if purpose == .reading && Store.isMissingOrEmpty(path) {
      isNew = false
      database = try Database(path: ":memory:")
    } else {
      isNew = !FileManager.default.fileExists(atPath: path)
      if isNew { try Store.createFile(path) }
      database = try Store.connect(path, for: purpose, patience: patience)
    }
    try Migrator.migrate(database)
  }

  /// An empty database in memory.
  public init() throws {
    isNew = false
    database = try Database(path: ":memory:")
    try Store.configure(database)
    try Migrator.migrate(database)
  }

  private static func connect(_ path: String, for purpose: Purpose, patience: Double) throws -> Database {
    let access = purpose == .writing ? .readWrite : DatabaseFile(path).access
    let database = try Database(path: path, access: access, patience: patience)
    try configure(database)
    return database
  }

  private static func configure(_ database: Database) throws {
    // FULL: an agent's act that was confirmed survives a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous).
    try database.executeScript(
      """
      PRAGMA foreign_keys = ON;
      PRAGMA synchronous = FULL;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -65536;
      PRAGMA trusted_schema = OFF;
      """)
    try database.define("voc_folded", Folding.folded(_:))
  }

  /// An empty file is what a run leaves that was killed before it wrote the schema.
  private static func isMissingOrEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_size == 0 : errno == ENOENT
  }

  /// Made empty with mode 0600 before SQLite opens it: its -wal and -shm files inherit the mode.
  private static func createFile(_ path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty { try createFolder(folder) }
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw VocError.cannotCreate(path: path, errno: errno)
    }
  }

  /// With the folders above it, as `mkdir -p`: that tells errno, which Foundation hides.
  private static func createFolder(_ path: String) throws {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    let code = errno
    let parent = (path as NSString).deletingLastPathComponent
    guard code == ENOENT, !parent.isEmpty, parent != path else {
      throw VocError.cannotCreate(path: path, errno: code)
    }
    try createFolder(parent)
    if mkdir(path, 0o700) != 0 && errno != EEXIST { throw VocError.cannotCreate(path: path, errno: errno) }
  }

  /// Runs the body as one transaction: all of it is kept, or none.
  public func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    if database.isInTransaction { return try body() }
    forgetFreeIDs()
    var isKept = false
    defer { if !isKept { afterRollback?() } }
    let result = try database.transaction {
      (touchedTickets, goneMeasures, goneChannelKinds) = ([], [], [:])
      (writtenTexts, changedTexts) = ([], [])
      let result = try body()
      try beforeCommit?()
      return result
    }
    isKept = true
    return result
  }

  /// Runs the body as a transaction and takes everything back: what it returns is what would be.
  public func rehearsal<Result>(_ body: () throws -> Result) throws -> Result {
    var result: Result?
    do {
      try transaction {
        result = try body()
        throw Rehearsed()
      }
    } catch is Rehearsed {}
    guard let result else { preconditionFailure("a rehearsal ended without a result") }
    return result
  }

  private struct Rehearsed: Error {}

  /// A transaction of its own that removes many rows and checks references once, at its end.
  ///
  /// While SQLite enforces them it looks for what refers to each row that goes, through the whole table where no index
  /// has the column (https://www.sqlite.org/foreignkeys.html#fk_indexes). Nothing cascades here.
  public func removal<Result>(_ body: () throws -> Result) throws -> Result {
    precondition(!database.isInTransaction, "references are checked as the outer transaction has it")
    try database.executeScript("PRAGMA foreign_keys = OFF")
    defer { try? database.executeScript("PRAGMA foreign_keys = ON") }
    return try transaction {
      let result = try body()
      if let broken = try brokenReferences().first { throw SQLiteError(brokenReference: broken) }
      return result
    }
  }

  /// For imports, which can be run again: does not wait for the disk, and moves pages from the log to the
  /// file seldom.
  ///
  /// A power cut may cost the last moments, never the file's soundness. Rows by the thousand touch the same pages
  /// of the indices again and again (https://www.sqlite.org/wal.html#performance_considerations): 64 MiB of log
  /// write them once.
  public func expectManyRows() throws {
    try database.executeScript("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16384")
  }

  /// The next free number of a table; only valid inside the transaction that uses it.
  ///
  /// The number of a row that an import removed is not free as long as undoing the import may bring the row back.
  func nextID(_ table: StaticString) throws -> Int64 {
    let newest = try database.value("SELECT max(id) FROM \(table)") ?? 0
    let kept = try database.value("SELECT max(row_id) FROM import_change WHERE entity = '\(table)'") ?? 0
    return max(newest, kept) + 1
  }

  /// Runs reads that see one moment of the database, whatever others write meanwhile, and keep nobody waiting.
  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    try database.snapshot(body)
  }

  /// As `snapshot`, with a second store, for another thread, that only reads and sees the same moment; nil where there can
  /// be none.
  public func snapshotForTwo<Result>(_ body: (_ second: Store?) throws -> Result) throws -> Result {
    // Without it the same is read by one thread.
    guard !database.isInTransaction, let reader = try? database.reader(), let second = try? Store(reader)
    else { return try snapshot { try body(nil) } }
    return try database.snapshot(with: reader) { isSame in try body(isSame ? second : nil) }
  }

  private init(_ reader: Database) throws {
    isNew = false
    database = reader
    try Store.configure(database)
  }

  /// Changes whenever another process has written (https://www.sqlite.org/pragma.html#pragma_data_version).
  public func dataVersion() throws -> Int64 { try database.dataVersion() }

  public func setting(_ name: String) throws -> String? {
    try database.row("SELECT value FROM setting WHERE name = ?", name) { $0.text(0) }
  }

  public func setSetting(_ name: String, to value: String) throws {
    try database.execute(
      """
      INSERT INTO setting (name, value) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, name, value)
  }
}

@available(*, unavailable)
extension Store: Sendable {}
