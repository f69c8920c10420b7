extension ExportHead {
  /// Whether four lines of five are rows, of the first 32 that are not blank; a CR at a line's end is none of the row's.
  ///
  /// - Parameter length: how many bytes are looked at.
  func isMadeOfRows(within length: Int = .max, _ isRow: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    var lines = bytes.prefix(length).split(separator: 10).prefix(32).filter { $0.contains { $0 > 32 } }
    // The last line may be cut off.
    if lines.count > 1 { lines.removeLast() }
    let rows = lines.count { line in
      line.withUnsafeBytes { bytes in
        isRow(bytes.last == 13 ? UnsafeRawBufferPointer(rebasing: bytes.dropLast()) : bytes)
      }
    }
    return rows > 0 && rows * 10 >= lines.count * 8
  }
}
