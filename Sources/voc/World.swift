import VocDomain

/// Everything outside the process that voc touches except files and the database; tests make their own.
///
/// Not Sendable: one process, one thread.
struct World {
  var environment: [String: String]
  var now: () -> Instant
  /// Seconds from an arbitrary start that never go backwards; for rates and progress.
  var uptime: () -> Double
  /// Waits so many seconds.
  var sleep: (Double) -> Void
  /// The IANA name of the computer's zone, "UTC" where it says none.
  var systemZone: () -> String
  /// The answer: stdout, buffered.
  var out: (String) -> Void
  /// Notices: stderr.
  var err: (String) -> Void
  /// Writes out what is buffered; throws what went wrong with writing since the last time.
  var flush: () throws -> Void
  /// Whether the reader of stdout has gone (`voc … | head`): a long listing may stop.
  var outputIsClosed: () -> Bool
  /// All of stdin; a second call has nothing more.
  var readInput: () throws -> [UInt8]
  /// Lets the person edit a text in their editor and returns what they saved.
  var edit: (_ initial: String) throws -> String
  var inputIsTerminal: Bool
  var outputIsTerminal: Bool
  var errorIsTerminal: Bool
  /// Columns of the terminal, and its rows.
  var width: Int
  var height: Int
  /// Columns of stderr; without end where it is no terminal.
  var errorWidth: Int
  var loginName: String
  /// From now on Ctrl+C ends nothing by itself, and `isInterrupted` tells of it.
  var catchInterrupts: () -> Void = {}
  var isInterrupted: () -> Bool = { false }
  /// Starts the reader's pager; nil where they have none.
  var openPager: () -> Pager? = { nil }
  /// The whole screen of the terminal, for those who work in it.
  var terminal = Terminal.none
}
