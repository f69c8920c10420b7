// What the machine can do at best: the benchmark's floor, straight on the sqlite3 API. Built by scripts/bench
// with `swiftc -O -I Sources/CSQLite`; no part of the package.
//
//   bench-floor race ROUNDS CMD… [:: CMD…]…   runs the commands in turn; one line each: median and least
//                                             milliseconds, peak memory in KiB, exit code, median CPU ms, and
//                                             the milliseconds of 99 runs in 100
//   bench-floor query DB SQL                  the rows, tab-separated
//   bench-floor import SCHEMA.sql CHAT.txt DB a WhatsApp export read naively into the same tables
//   bench-floor replies N DB                  the rows of a reply, each in a durable transaction: median
//                                             milliseconds, and of 99 in 100
//   bench-floor copy FROM.db TO.db            the rows of a database written to a new one of the same schema

import CSQLite
import Glibc

let arguments = CommandLine.arguments
switch (arguments.count, arguments.dropFirst().first) {
case (4..., "race"): race(rounds: Int(arguments[2]) ?? 1, Array(arguments[3...]))
case (4, "query"): query(Connection(arguments[2]), arguments[3])
case (5, "import"): importChat(schema: arguments[2], chat: arguments[3], into: Connection(arguments[4]))
case (4, "replies"): writeReplies(Int(arguments[2]) ?? 1, into: Connection(arguments[3]))
case (4, "copy"): copyRows(from: arguments[2], into: Connection(arguments[3]))
default: fail("usage: bench-floor race|query|import|replies|copy …")
}

func fail(_ message: String) -> Never {
  fputs("bench-floor: \(message)\n", stderr)
  exit(1)
}

// MARK: - Running commands

struct Run {
  var milliseconds: Double
  var cpu: Double
  var peakKiB: Int
  var code: Int32
}

func race(rounds: Int, _ words: [String]) {
  let commands = words.split(separator: "::").map(Array.init)
  var runs = commands.map { _ in [Run]() }
  // In turn, so that a noisy moment of the machine meets all of them; the first round only warms up.
  for round in rounds > 1 ? 0...rounds : 1...1 {
    for (index, command) in commands.enumerated() {
      let run = run(command)
      if round > 0 { runs[index].append(run) }
    }
  }
  for runs in runs {
    let times = runs.map(\.milliseconds).sorted()
    let peak = runs.map(\.peakKiB).max() ?? 0
    let code = runs.map { $0.code }.max() ?? 0
    let cpu = runs.map(\.cpu).sorted()[runs.count / 2]
    print(hundredths(times[times.count / 2]), hundredths(times[0]), peak, code, hundredths(cpu), hundredths(most(times)))
  }
}

/// What 99 in 100 of sorted times do not exceed.
func most(_ times: [Double]) -> Double { times[(times.count * 99 + 99) / 100 - 1] }

func hundredths(_ number: Double) -> String {
  let whole = Int((number * 100).rounded())
  return "\(whole / 100).\(whole / 10 % 10)\(whole % 10)"
}

/// Runs a command with its standard output into a pipe, which is read to its end.
func run(_ command: [String]) -> Run {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { fail("no pipe") }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
  posix_spawn_file_actions_addclose(&actions, ends[0])
  posix_spawn_file_actions_addclose(&actions, ends[1])
  defer { posix_spawn_file_actions_destroy(&actions) }
  var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  let start = now()
  var child: pid_t = 0
  guard posix_spawnp(&child, command[0], &actions, nil, &words, environ) == 0 else {
    fail("cannot run \(command[0])")
  }
  close(ends[1])
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while read(ends[0], &buffer, buffer.count) > 0 {}
  close(ends[0])
  var status: Int32 = 0
  var usage = rusage()
  while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
  let cpu = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)
  // A signal is a failure too.
  let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  return Run(milliseconds: now() - start, cpu: cpu, peakKiB: usage.ru_maxrss, code: code)
}

func milliseconds(_ time: timeval) -> Double { Double(time.tv_sec) * 1_000 + Double(time.tv_usec) / 1_000 }

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
}

// MARK: - SQLite

/// SQLITE_STATIC: what is bound stays where it is until the step is done.
let unmoved = unsafeBitCast(0, to: sqlite3_destructor_type.self)

final class Connection {
  let handle: OpaquePointer

  init(_ path: String) {
    var opened: OpaquePointer?
    guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else { fail("cannot open \(path)") }
    handle = opened
  }

  func execute(_ sql: String) {
    if sqlite3_exec(handle, sql, nil, nil, nil) != SQLITE_OK {
      fail("\(String(cString: sqlite3_errmsg(handle)))")
    }
  }

  func prepare(_ sql: String) -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      fail("\(String(cString: sqlite3_errmsg(handle))): \(sql)")
    }
    return statement
  }

  func step(_ statement: OpaquePointer) {
    if sqlite3_step(statement) != SQLITE_DONE { fail("\(String(cString: sqlite3_errmsg(handle)))") }
    sqlite3_reset(statement)
  }
}

func query(_ connection: Connection, _ sql: String) {
  let statement = connection.prepare(sql)
  while sqlite3_step(statement) == SQLITE_ROW {
    for column in 0..<sqlite3_column_count(statement) {
      if column > 0 { putchar(9) }
      if let text = sqlite3_column_text(statement, column) {
        fwrite(text, 1, Int(sqlite3_column_bytes(statement, column)), stdout)
      }
    }
    putchar(10)
  }
}

// MARK: - Replies

/// What one reply to a customer writes: the message, its words in the index, the event and the ticket.
func writeReplies(_ count: Int, into connection: Connection) {
  connection.execute("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY")
  let newest = "(SELECT max(id) FROM message)"
  let ticket = "(SELECT max(id) FROM ticket)"
  let statements = [
    "BEGIN IMMEDIATE",
    """
    INSERT INTO message (id, ticket_id, at, author, author_name, kind, is_public, body)
    SELECT \(newest) + 1, \(ticket), unixepoch(), 'agent', 'bench', 'message', 1,
      'Hola, su pedido ' || \(newest) || ' sale mañana; gracias por la paciencia'
    """,
    "INSERT INTO message_search (rowid, body) SELECT id, body FROM message WHERE id = \(newest)",
    """
    INSERT INTO message_search_span (span, newest_at) SELECT id / 8192, at FROM message WHERE id = \(newest)
    ON CONFLICT (span) DO UPDATE SET newest_at = max(newest_at, excluded.newest_at)
    """,
    """
    INSERT INTO event (ticket_id, at, actor, kind, to_value)
    SELECT \(ticket), unixepoch(), 'bench', 'reply', \(newest)
    """,
    "UPDATE ticket SET updated_at = unixepoch() WHERE id = \(ticket)",
    "COMMIT",
  ].map(connection.prepare)
  let times = (0..<count).map { _ in
    let start = now()
    for statement in statements { connection.step(statement) }
    return now() - start
  }.sorted()
  print(hundredths(times[times.count / 2]), hundredths(most(times)))
}

// MARK: - The same rows once more

/// Writes what a database holds, table by table, in transactions of 5,000 rows, with all indices and the full text.
func copyRows(from path: String, into connection: Connection) {
  let real = "sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'message_search_%'"
  connection.execute(
    "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 16384; PRAGMA foreign_keys = OFF")
  connection.execute("PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536")
  connection.execute("ATTACH '\(path)' AS made")
  for sql in texts("SELECT sql FROM made.sqlite_master WHERE \(real) ORDER BY type DESC, rowid") {
    connection.execute(sql)
  }
  for table in texts("SELECT name FROM made.sqlite_master WHERE type = 'table' AND \(real)")
  where table != "message_search" {
    copy(table)
  }

  func texts(_ sql: String) -> [String] {
    let statement = connection.prepare(sql)
    defer { sqlite3_finalize(statement) }
    var texts: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      texts.append(String(cString: sqlite3_column_text(statement, 0)))
    }
    return texts
  }

  func copy(_ table: String) {
    let rows = connection.prepare("SELECT * FROM made.\(table)")
    let columns = sqlite3_column_count(rows)
    let marks = repeatElement("?", count: Int(columns)).joined(separator: ", ")
    let insertion = connection.prepare("INSERT INTO main.\(table) VALUES (\(marks))")
    let search = connection.prepare(
      "INSERT INTO message_search (rowid, body) SELECT id, body FROM main.message WHERE id > ? AND body <> ''"
    )
    var (written, indexed): (Int64, Int64) = (0, 0)
    func flush() {
      if table == "message" {
        sqlite3_bind_int64(search, 1, indexed)
        connection.step(search)
        indexed = written
      }
      connection.execute("COMMIT")
    }
    connection.execute("BEGIN")
    while sqlite3_step(rows) == SQLITE_ROW {
      for column in 0..<columns {
        sqlite3_bind_value(insertion, column + 1, sqlite3_column_value(rows, column))
      }
      connection.step(insertion)
      written += 1
      if written % 5_000 == 0 {
        flush()
        connection.execute("BEGIN")
      }
    }
    flush()
  }
}

// MARK: - A naive import

/// Bytes of the file, not copied.
typealias Slice = UnsafeBufferPointer<UInt8>

func importChat(schema: String, chat: String, into connection: Connection) {
  connection.execute("PRAGMA journal_mode = WAL")
  connection.execute("PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536")
  connection.execute(String(decoding: wholeFile(schema), as: UTF8.self))
  connection.execute(
    """
    INSERT INTO channel (id, kind, name, folded_name, zone) VALUES (1, 'whatsapp', 'W', 'w', 'UTC');
    INSERT INTO customer (id, name, folded_name, created_at) VALUES (1, 'C', 'c', 0);
    INSERT INTO conversation (id, channel_id, customer_id) VALUES (1, 1, 1);
    INSERT INTO import_batch (id, actor, options, started_at) VALUES (1, 'bench', '', 0);
    """)
  let writer = FloorWriter(connection)
  let bytes = wholeFile(chat)
  var start = 0
  var header = bytes.isEmpty ? nil : FloorHeader(bytes, at: 0)
  while start < bytes.count {
    var end = start
    var next: FloorHeader?
    repeat {
      end = lineEnd(bytes, from: end)
      next = end < bytes.count ? FloorHeader(bytes, at: end) : nil
    } while next == nil && end < bytes.count
    if let header { writer.write(header, bytes, end: end - 1) }
    start = end
    header = next
  }
  writer.finish(bytes)
}

func wholeFile(_ path: String) -> Slice {
  let file = open(path, O_RDONLY)
  let size = Int(lseek(file, 0, SEEK_END))
  guard file >= 0, size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
  else { fail("cannot read \(path)") }
  return Slice(start: start.assumingMemoryBound(to: UInt8.self), count: size)
}

/// Where the next line starts.
func lineEnd(_ bytes: Slice, from start: Int) -> Int {
  guard let base = bytes.baseAddress, let found = memchr(base + start, 10, bytes.count - start) else {
    return bytes.count
  }
  return UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
}

/// What Android writes in Mexico, as DemoChat does, and nothing else.
struct FloorHeader {
  let start: Int
  let at: Int64
  /// Empty for a notice.
  let sender: Range<Int>
  let body: Int

  init?(_ bytes: Slice, at start: Int) {
    guard start + 24 < bytes.count, bytes[start + 2] == 47, bytes[start + 5] == 47, bytes[start + 8] == 44,
      bytes[start] >= 48, bytes[start] <= 51
    else { return nil }
    func two(_ index: Int) -> Int64 { Int64(bytes[index]) &* 10 &+ Int64(bytes[index + 1]) &- 528 }
    var index = start + 10
    var hour = Int64(bytes[index]) - 48
    index += 1
    if bytes[index] != 58 {
      hour = hour * 10 + Int64(bytes[index]) - 48
      index += 1
    }
    let minute = two(index + 1)
    // The narrow space is three bytes; then "p.", another, "m. - ".
    let isAfternoon = bytes[index + 6] == 112
    index += 16
    let day = FloorHeader.days(2000 + two(start + 6), two(start + 3), two(start))
    self.start = start
    at = day * 86_400 + (hour % 12 + (isAfternoon ? 12 : 0)) * 3_600 + minute * 60 + 6 * 3_600
    var colon = index
    while colon < bytes.count, bytes[colon] != 58, bytes[colon] != 10, colon - index < 60 { colon += 1 }
    let hasSender = colon + 1 < bytes.count && bytes[colon] == 58 && bytes[colon + 1] == 32
    sender = index..<(hasSender ? colon : index)
    body = hasSender ? colon + 2 : index
  }

  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }
}

/// Writes messages and tickets in transactions of as many records as voc's.
final class FloorWriter {
  private let connection: Connection
  private let message: OpaquePointer
  private let ticket: OpaquePointer
  private let event: OpaquePointer
  private let search: OpaquePointer
  private var messages: Int64 = 0
  private var tickets: Int64 = 0
  private var events: Int64 = 0
  private var inChunk = 0
  private var last: Int64 = 0
  private var opened: Int64 = 0
  private var lastWasOurs = false
  private var subject: (start: Int, end: Int) = (0, 0)

  init(_ connection: Connection) {
    self.connection = connection
    message = connection.prepare(
      """
      INSERT INTO message (id, ticket_id, at, author, author_name, customer_id, agent_id, kind, is_public, body,
        attachment, flags, raw_header, conversation_id, fingerprint, ordinal, batch_id)
      VALUES (?, ?, ?, ?, ?, ?, NULL, 'message', 1, ?, NULL, 0, ?, 1, ?, ?, 1)
      """)
    ticket = connection.prepare(
      """
      INSERT INTO ticket (id, status, priority, subject, customer_id, channel_id, conversation_id, created_at,
        updated_at, waiting_since, last_message_at, solved_at, is_settled)
      VALUES (?, ?, 2, ?, 1, 1, 1, ?, ?, ?, ?, ?, ?)
      """)
    event = connection.prepare(
      """
      INSERT INTO event (id, ticket_id, at, actor, kind, from_value, to_value, batch_id)
      VALUES (?, ?, ?, 'bench', 'status', 'new', 'open', 1)
      """)
    search = connection.prepare(
      "INSERT INTO message_search (rowid, body) SELECT id, body FROM message WHERE id > ? AND body <> ''")
    connection.execute("BEGIN")
  }

  func write(_ header: FloorHeader, _ bytes: Slice, end: Int) {
    let isNotice = header.sender.isEmpty
    if !isNotice && header.at - last > 86_400 {
      finishTicket(bytes)
      tickets += 1
      opened = header.at
      subject = (header.body, min(end, header.body + 80))
    }
    if inChunk >= 5_000 { flush() }
    inChunk += 1
    messages += 1
    // Café Andino: the only sender here that begins with "Caf".
    let isOurs =
      !isNotice && bytes[header.sender.lowerBound] == 67 && bytes[header.sender.lowerBound + 1] == 97
      && bytes[header.sender.lowerBound + 2] == 102
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[header.body..<end] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    sqlite3_bind_int64(message, 1, messages)
    if isNotice { sqlite3_bind_null(message, 2) } else { sqlite3_bind_int64(message, 2, tickets) }
    sqlite3_bind_int64(message, 3, header.at)
    sqlite3_bind_text(message, 4, isNotice ? "system" : isOurs ? "agent" : "customer", -1, transient)
    bind(message, 5, bytes, header.sender.lowerBound, header.sender.upperBound)
    if isNotice || isOurs { sqlite3_bind_null(message, 6) } else { sqlite3_bind_int64(message, 6, 1) }
    bind(message, 7, bytes, header.body, end)
    bind(message, 8, bytes, header.start, header.body)
    sqlite3_bind_int64(message, 9, Int64(bitPattern: hash))
    sqlite3_bind_int64(message, 10, messages)
    connection.step(message)
    if isNotice { return }
    last = header.at
    lastWasOurs = isOurs
  }

  private func bind(_ statement: OpaquePointer, _ place: Int32, _ bytes: Slice, _ start: Int, _ end: Int) {
    guard let base = bytes.baseAddress else { return }
    (base + start).withMemoryRebound(to: CChar.self, capacity: end - start) {
      _ = sqlite3_bind_text(statement, place, $0, Int32(end - start), unmoved)
    }
  }

  /// Quiet, so solved if we spoke last.
  private func finishTicket(_ bytes: Slice) {
    guard tickets > 0 else { return }
    sqlite3_bind_int64(ticket, 1, tickets)
    sqlite3_bind_text(ticket, 2, lastWasOurs ? "solved" : "open", -1, transient)
    bind(ticket, 3, bytes, subject.start, subject.end)
    for (place, value) in [(4, opened), (5, last), (7, last)] {
      sqlite3_bind_int64(ticket, Int32(place), value)
    }
    if lastWasOurs { sqlite3_bind_null(ticket, 6) } else { sqlite3_bind_int64(ticket, 6, last) }
    if lastWasOurs { sqlite3_bind_int64(ticket, 8, last) } else { sqlite3_bind_null(ticket, 8) }
    sqlite3_bind_int64(ticket, 9, lastWasOurs ? 1 : 0)
    connection.step(ticket)
    for at in [opened, last] {
      events += 1
      sqlite3_bind_int64(event, 1, events)
      sqlite3_bind_int64(event, 2, tickets)
      sqlite3_bind_int64(event, 3, at)
      connection.step(event)
    }
  }

  private func flush() {
    sqlite3_bind_int64(search, 1, messages - Int64(inChunk))
    connection.step(search)
    connection.execute("COMMIT")
    connection.execute("BEGIN")
    inChunk = 0
  }

  func finish(_ bytes: Slice) {
    finishTicket(bytes)
    flush()
    connection.execute("COMMIT")
    print(messages, tickets)
  }

  private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
