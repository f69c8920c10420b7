import VocDomain

/// A row of FreeSWITCH's cdr_csv: one leg of a call.
///
/// Columns of the template `example`: caller_id_name, caller_id_number, destination_number, context,
/// start_stamp, answer_stamp, end_stamp, duration, billsec, hangup_cause, uuid, bleg_uuid, accountcode,
/// read_codec, write_codec; `sql` puts the first 13 into an INSERT, `asterisk` has Asterisk's 18 columns. Source:
/// FreeSWITCH, conf/vanilla/autoload_configs/cdr_csv.conf.xml.
struct FreeSWITCHLeg {
  let line: Int
  let callerName: String
  let caller: String
  let destination: String
  let context: String
  let start: LocalTime
  let answer: LocalTime?
  let end: LocalTime
  let billed: Int64
  let cause: String
  let uuid: String
  let otherUUID: String
  /// The channel that was connected, where the template has it.
  let bridge: String

  /// Where the template `asterisk` has what `example` has elsewhere.
  private struct Columns {
    var caller = 1, destination = 2, context = 3, start = 4, billed = 8, cause = 9, uuid = 10
    var callerName = 0
    /// `"Name" <number>`, in which the name has no column of its own.
    var callerID: Int?
    var otherUUID: Int?
    var bridge: Int?

    static let example = Columns(otherUUID: 11)
    static let asterisk = Columns(
      start: 9, billed: 13, cause: 14, uuid: 16, callerID: 4, bridge: 6)
  }

  /// - Parameter latest: when a leg can have ended at the latest, in seconds of the wall clock.
  static func parse(
    _ bytes: UnsafeRawBufferPointer, line: Int, latest: Int64 = .max
  ) -> Result<FreeSWITCHLeg, CDRRow.Malformed> {
    guard !bytes.contains(0) else { return .failure(.init(reason: .binary)) }
    let row = inner(bytes)
    guard let cells = CDRCells(row, isDoubling: false) else {
      return .failure(.init(reason: row.contains(UInt8(ascii: "\"")) ? .quote : .cells))
    }
    guard (12...20).contains(cells.count) else { return .failure(.init(reason: .cells)) }
    func text(_ index: Int?) -> String { index.map { PhoneText.string(row[cells.range($0)]) } ?? "" }
    func seconds(_ index: Int) -> Int64? {
      PhoneText.duration(UnsafeRawBufferPointer(rebasing: row[cells.range(index)]))
    }
    func time(_ index: Int) -> LocalTime? { Self.time(row[cells.range(index)]) }
    let columns: Columns = cells.count == 18 && isUUID(text(16)) ? .asterisk : .example
    let answerColumn = columns.start + 1
    guard let start = time(columns.start), let end = time(columns.start + 2) else {
      return .failure(.init(reason: .date))
    }
    guard max(start, end).wallSeconds <= latest else { return .failure(.init(reason: .impossibleDate)) }
    let answer = time(answerColumn)
    guard answer != nil || cells.range(answerColumn).isEmpty else { return .failure(.init(reason: .date)) }
    guard seconds(columns.billed - 1) != nil, let billed = seconds(columns.billed) else {
      return .failure(.init(reason: .number))
    }
    let uuid = text(columns.uuid)
    guard isUUID(uuid) else { return .failure(.init(reason: .missingField)) }
    let callerID = columns.callerID.map { UnsafeRawBufferPointer(rebasing: row[cells.range($0)]) }
    let otherUUID = text(columns.otherUUID)
    return .success(
      FreeSWITCHLeg(
        line: line, callerName: callerID.map(CDRCallerID.name) ?? text(columns.callerName),
        caller: text(columns.caller), destination: text(columns.destination), context: text(columns.context),
        start: start, answer: answer, end: end, billed: billed, cause: text(columns.cause), uuid: uuid,
        otherUUID: isUUID(otherUUID) ? otherUUID : "", bridge: text(columns.bridge)))
  }

  /// Whoever took the call: the extension of the connected channel ("sofia/internal/1001@10.0.0.5:5060"), else
  /// what was dialled.
  var taker: String {
    let address = bridge.split(separator: "/").last?.prefix { $0 != "@" } ?? ""
    return PhoneParty.isExtension(address) ? String(address) : destination
  }

  var isAnswered: Bool { answer != nil && billed > 0 }

  /// What stands between the parentheses of `INSERT INTO cdr VALUES (…);`, or the line itself.
  private static func inner(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard bytes.starts(with: "INSERT ".utf8), let open = bytes.firstIndex(of: UInt8(ascii: "(")),
      let close = bytes.lastIndex(of: UInt8(ascii: ")")), open < close
    else { return bytes }
    return UnsafeRawBufferPointer(rebasing: bytes[(open + 1)..<close])
  }

  /// "2026-02-10 22:41:07", or "2026/2/10 22:41" after a spreadsheet has saved the file.
  private static func time(_ bytes: Slice<UnsafeRawBufferPointer>) -> LocalTime? {
    if let stamp = PhoneText.stamp(UnsafeRawBufferPointer(rebasing: bytes)) { return stamp }
    let copy = Array(bytes)
    guard let date = TableDate(copy.span), date.isYearFirst, case .local(let time)? = date.time(.ymd) else {
      return nil
    }
    return time
  }

  private static func isUUID(_ text: String) -> Bool {
    text.utf8.count == 36 && text.utf8.count { $0 == UInt8(ascii: "-") } == 4
      && text.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...102).contains($0 | 0x20) }
  }
}
