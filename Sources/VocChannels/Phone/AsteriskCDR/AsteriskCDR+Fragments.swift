public import VocDomain

/// A fragment is `offset|ours|row`: seconds east of UTC or nothing, the numbers of ours that the leg
/// names, and the row as it stands in the file.
extension AsteriskCDR {
  static func fragment(_ leg: CDRRow, _ offset: Int64?, _ ownNumbers: OwnNumbers) -> String {
    let numbers = [leg.source, leg.destination].map { PhoneText.string($0) }
    let ours = Set(numbers).filter(ownNumbers.contains).sorted().joined(separator: " ")
    return "\(offset.map(String.init) ?? "")|\(ours)|\(PhoneText.string(leg.bytes))"
  }

  /// The call of these legs, from whichever files.
  public static func call(fragments: [String]) -> CallRecord? {
    let parts = Set(fragments).sorted().map {
      $0.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    }.filter { $0.count == 3 }
    let identities = parts.flatMap { $0[1].split(separator: " ").map(String.init) }
    let offset = parts.lazy.compactMap { Int64($0[0]) }.first { abs($0) <= 14 * Seconds.hour }
    let rows = Array(parts.map { Array($0[2].utf8) }.joined(separator: [10]))
    return rows.withUnsafeBytes { bytes in
      let legs = bytes.split(separator: 10).compactMap { line -> CDRRow? in
        guard case .success(let row) = CDRRow.parse(UnsafeRawBufferPointer(rebasing: line)) else {
          return nil
        }
        return row
      }
      let call = CDRCall(legs, ownNumbers: OwnNumbers(identities))
      return call.map { call in
        var record = call.record(line: 1) { wall in
          offset.map { .instant(Instant(unixSeconds: wall - $0)) } ?? .local(LocalTime(wallSeconds: wall))
        }
        record.fragments = fragments.sorted()
        return record
      }
    }
  }
}
