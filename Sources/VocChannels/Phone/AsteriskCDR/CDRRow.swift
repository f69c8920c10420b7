import VocDomain

/// A line of a call detail record file: one leg of a call; valid as long as its bytes are.
///
/// Columns, `cdr-csv`: accountcode, src, dst, dcontext, clid, channel, dstchannel, lastapp, lastdata, start,
/// answer, end, duration, billsec, disposition, amaflags, and as configured uniqueid, userfield, peeraccount,
/// linkedid, sequence. `cdr-custom` has clid first and accountcode after amaflags; both files are called
/// Master.csv. Source: Asterisk, cdr/cdr_csv.c, configs/samples/cdr_custom.conf.sample.
struct CDRRow {
  enum Disposition { case answered, noAnswer, busy, failed, other }

  let bytes: UnsafeRawBufferPointer
  private let cells: CDRCells
  private let isCustom: Bool
  /// Wall-clock seconds.
  let start: Int64
  let answer: Int64?
  let end: Int64
  let billed: Int64
  let disposition: Disposition
  private let uniqueIDCell: Int?
  private let linkedIDCell: Int?
  private let userFieldCell: Int?
  private let sequenceCell: Int?

  /// - Parameter latest: when a call can have ended at the latest, in seconds of the wall clock.
  static func parse(_ bytes: UnsafeRawBufferPointer, latest: Int64 = .max) -> Result<CDRRow, Malformed> {
    guard !bytes.contains(0) else { return .failure(Malformed(reason: .binary)) }
    guard let cells = CDRCells(bytes) else {
      let hasQuote = bytes.contains(UInt8(ascii: "\""))
      return .failure(Malformed(reason: hasQuote ? .quote : .cells))
    }
    guard (16...21).contains(cells.count) else { return .failure(Malformed(reason: .cells)) }
    func cell(_ index: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[cells.range(index)])
    }
    let isCustom = PhoneText.stamp(cell(9)) == nil || PhoneText.stamp(cell(8)) != nil
    let shift = isCustom ? -1 : 0
    guard let start = PhoneText.stamp(cell(9 + shift)), let end = PhoneText.stamp(cell(11 + shift)) else {
      return .failure(Malformed(reason: .date))
    }
    guard max(start, end).wallSeconds <= latest else { return .failure(Malformed(reason: .impossibleDate)) }
    let answer = cell(10 + shift)
    let answered = PhoneText.stamp(answer)
    guard answer.isEmpty || answered != nil else { return .failure(Malformed(reason: .date)) }
    guard PhoneText.duration(cell(12 + shift)) != nil, let billed = PhoneText.duration(cell(13 + shift))
    else {
      return .failure(Malformed(reason: .number))
    }
    return .success(
      CDRRow(
        bytes: bytes, cells: cells, isCustom: isCustom, start: start.wallSeconds,
        answer: answered?.wallSeconds, end: end.wallSeconds, billed: billed,
        disposition: Self.disposition(cell(14 + shift))))
  }

  struct Malformed: Error { let reason: ImportProblem.Reason }

  private init(
    bytes: UnsafeRawBufferPointer, cells: CDRCells, isCustom: Bool, start: Int64, answer: Int64?, end: Int64,
    billed: Int64, disposition: Disposition
  ) {
    self.bytes = bytes
    self.cells = cells
    self.isCustom = isCustom
    self.start = start
    self.answer = answer
    self.end = end
    self.billed = billed
    self.disposition = disposition
    let hasUniqueID = CDRUniqueID(UnsafeRawBufferPointer(rebasing: bytes[cells.range(16)])) != nil
    switch (isCustom, cells.count) {
    case (true, let count):
      uniqueIDCell = count > 16 ? 16 : nil
      userFieldCell = count > 17 ? 17 : nil
      linkedIDCell = (18..<max(18, count)).first {
        CDRUniqueID(UnsafeRawBufferPointer(rebasing: bytes[cells.range($0)])) != nil
      }
      sequenceCell = count > 18 ? 18 : nil
      return
    case (false, 17):
      (uniqueIDCell, userFieldCell, linkedIDCell) = hasUniqueID ? (16, nil, nil) : (nil, 16, nil)
    case (false, 18): (uniqueIDCell, userFieldCell, linkedIDCell) = (16, 17, nil)
    case (false, 19): (uniqueIDCell, userFieldCell, linkedIDCell) = (nil, nil, 17)
    case (false, 20):
      (uniqueIDCell, userFieldCell, linkedIDCell) = hasUniqueID ? (16, nil, 18) : (nil, 16, 18)
    case (false, 21): (uniqueIDCell, userFieldCell, linkedIDCell) = (16, 17, 19)
    default: (uniqueIDCell, userFieldCell, linkedIDCell) = (nil, nil, nil)
    }
    sequenceCell = linkedIDCell.map { $0 + 1 }
  }

  var source: UnsafeRawBufferPointer { cell(1) }
  var destination: UnsafeRawBufferPointer { cell(2) }
  var context: UnsafeRawBufferPointer { cell(3) }
  var callerID: UnsafeRawBufferPointer { cell(isCustom ? 0 : 4) }
  var channel: UnsafeRawBufferPointer { cell(isCustom ? 4 : 5) }
  var destinationChannel: UnsafeRawBufferPointer { cell(isCustom ? 5 : 6) }
  var application: UnsafeRawBufferPointer { cell(isCustom ? 6 : 7) }
  var applicationData: UnsafeRawBufferPointer { cell(isCustom ? 7 : 8) }
  var userField: UnsafeRawBufferPointer { cell(userFieldCell ?? -1) }
  /// The channel's own id; several legs of a call have the same.
  var uniqueID: UnsafeRawBufferPointer { cell(uniqueIDCell ?? -1) }
  /// The id of the call that all its legs share: linkedid, or uniqueid where the file has no such column.
  var callID: UnsafeRawBufferPointer {
    let linked = cell(linkedIDCell ?? -1)
    return linked.isEmpty ? uniqueID : linked
  }

  /// The leg of the channel that began the call, which tells who called whom.
  var isOfFirstChannel: Bool { PhoneText.equal(uniqueID, callID) }

  /// Counts the records of a switch in the order in which they began.
  var sequence: Int64? { PhoneText.number(cell(sequenceCell ?? -1)) }

  /// Wall-clock time less the instant of the channel's id: the zone's offset, on the leg that the channel
  /// began.
  var offset: Int64? {
    let unique = uniqueID
    return CDRUniqueID(unique.isEmpty ? callID : unique).map { start - $0.epoch }
  }

  private func cell(_ index: Int) -> UnsafeRawBufferPointer {
    index < 0
      ? UnsafeRawBufferPointer(start: nil, count: 0)
      : UnsafeRawBufferPointer(rebasing: bytes[cells.range(index)])
  }

  private static func disposition(_ word: UnsafeRawBufferPointer) -> Disposition {
    if PhoneText.equal(word, "ANSWERED") { return .answered }
    if PhoneText.equal(word, "NO ANSWER") || PhoneText.equal(word, "CANCEL") { return .noAnswer }
    if PhoneText.equal(word, "BUSY") { return .busy }
    return PhoneText.equal(word, "FAILED") || PhoneText.equal(word, "CONGESTION") ? .failed : .other
  }
}

/// "1706368044.12" or "central-1706368044.12": when a channel was made, and which it was.
struct CDRUniqueID {
  let epoch: Int64

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard (12...96).contains(bytes.count), let dot = bytes.lastIndex(of: UInt8(ascii: ".")),
      dot + 1 < bytes.count, bytes[(dot + 1)...].allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let start = bytes[..<dot].lastIndex(of: UInt8(ascii: "-")).map { $0 + 1 } ?? 0
    guard (9...10).contains(dot - start),
      let epoch = PhoneText.number(UnsafeRawBufferPointer(rebasing: bytes[start..<dot]))
    else { return nil }
    self.epoch = epoch
  }
}
