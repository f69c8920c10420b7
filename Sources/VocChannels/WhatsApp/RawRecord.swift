import VocDomain

/// The lines of one record before anybody looks into them.
struct RawRecord {
  /// A longer record keeps what fits.
  static let limit = 1 << 20

  var header = Header()
  var at = LocalTime(wallSeconds: 0)
  var line = 0
  var lineCount = 0
  /// Without the line's ending.
  var firstLineLength = 0
  /// The lines with their endings, as they stand in the file.
  var raw: [UInt8] = []
  /// A line did not fit any more; later ones are not taken either, or the text would have a hole.
  var isFull = false
  /// Lines in the middle of the record that are not part of it.
  private(set) var problems: [ImportProblem] = []
  private var problemBytes = 0

  mutating func open(_ header: Header, at time: LocalTime, _ line: LineReader.Line) {
    self.header = header
    at = time
    self.line = line.number
    lineCount = 1
    firstLineLength = line.bytes.count
    isFull = false
    problems.removeAll(keepingCapacity: true)
    problemBytes = 0
    raw.removeAll(keepingCapacity: true)
    raw.append(contentsOf: line.bytes)
    raw.append(contentsOf: line.ending.bytes)
  }

  /// False where the line does not fit any more.
  mutating func append(_ line: LineReader.Line) -> Bool {
    if isFull || raw.count + line.bytes.count + 2 > RawRecord.limit {
      isFull = true
      return false
    }
    raw.append(contentsOf: line.bytes)
    raw.append(contentsOf: line.ending.bytes)
    lineCount += 1
    return true
  }

  /// Keeps a problem until the record itself is handed out, so that both come in the order of the file.
  ///
  /// False where so many wait already that memory counts more than order.
  mutating func append(_ problem: ImportProblem) -> Bool {
    if problemBytes > RawRecord.limit { return false }
    problems.append(problem)
    problemBytes += problem.raw.count + MemoryLayout<ImportProblem>.size
    return true
  }

  /// Takes a record whose header turned out to be text; false where it does not fit any more.
  mutating func append(_ other: RawRecord) -> Bool {
    if isFull || raw.count + other.raw.count > RawRecord.limit {
      isFull = true
      return false
    }
    raw.append(contentsOf: other.raw)
    lineCount += other.lineCount
    isFull = other.isFull
    problems.append(contentsOf: other.problems)
    problemBytes += other.problemBytes
    return true
  }
}

extension LineReader.Ending {
  var bytes: [UInt8] {
    switch self {
    case .crlf: LineReader.Ending.crlfBytes
    case .lf: LineReader.Ending.lfBytes
    case .endOfFile: []
    }
  }

  private static let crlfBytes: [UInt8] = [0x0D, 0x0A]
  private static let lfBytes: [UInt8] = [0x0A]
}

extension LineReader.Line {
  /// With its ending, as it stands in the file.
  var raw: [UInt8] { Array(bytes) + (isTooLong ? [] : ending.bytes) }
}

/// Takes what an assembler puts together, in the order of the file.
protocol RecordSink {
  mutating func take(_ record: borrowing RawRecord) throws
  mutating func take(_ problem: ImportProblem) throws
}
