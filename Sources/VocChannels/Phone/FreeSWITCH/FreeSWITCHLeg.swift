import VocDomain

/// A row of FreeSWITCH's cdr_csv: one leg of a call.
///
/// Columns of the template `example`: caller_id_name, caller_id_number, destination_number, context,
/// start_stamp, answer_stamp, end_stamp, duration, billsec, hangup_cause, uuid, bleg_uuid, accountcode,
/// read_codec, write_codec; `sql` puts the first 13 into an INSERT. Source: FreeSWITCH,
/// conf/vanilla/autoload_configs/cdr_csv.conf.xml.
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

  static func parse(
    _ bytes: UnsafeRawBufferPointer, line: Int
  ) -> Result<FreeSWITCHLeg, CDRRow.Malformed> {
    guard !bytes.contains(0) else { return .failure(.init(reason: .binary)) }
    let row = inner(bytes)
    guard let cells = CDRCells(row, isDoubling: false) else {
      return .failure(.init(reason: row.contains(UInt8(ascii: "\"")) ? .quote : .cells))
    }
    guard (12...20).contains(cells.count) else { return .failure(.init(reason: .cells)) }
    func text(_ index: Int) -> String { PhoneText.string(row[cells.range(index)]) }
    func seconds(_ index: Int) -> Int64? {
      PhoneText.duration(UnsafeRawBufferPointer(rebasing: row[cells.range(index)]))
    }
    func time(_ index: Int) -> LocalTime? { Self.time(row[cells.range(index)]) }
    guard let start = time(4), let end = time(6) else { return .failure(.init(reason: .date)) }
    let answer = time(5)
    guard answer != nil || cells.range(5).isEmpty else { return .failure(.init(reason: .date)) }
    guard seconds(7) != nil, let billed = seconds(8) else {
      return .failure(.init(reason: .number))
    }
    guard isUUID(text(10)) else { return .failure(.init(reason: .missingField)) }
    return .success(
      FreeSWITCHLeg(
        line: line, callerName: text(0), caller: text(1), destination: text(2), context: text(3),
        start: start,
        answer: answer, end: end, billed: billed, cause: text(9), uuid: text(10),
        otherUUID: isUUID(text(11)) ? text(11) : ""))
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
