/// The first kilobytes of a file, by which it is told from what is no export.
struct FileHead {
  private static let limit = 8192

  private(set) var size = 0
  private var bytes: [UInt8] = []

  mutating func take(_ chunk: UnsafeRawBufferPointer) {
    size += chunk.count
    if bytes.count < FileHead.limit { bytes.append(contentsOf: chunk.prefix(FileHead.limit - bytes.count)) }
  }

  /// Throws where the file cannot be an export of text.
  func check(hasText: Bool, hasHeader: Bool, hasForeignText: Bool) throws {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw UnreadableExport.encoding("UTF-16")
    }
    if !hasText { throw UnreadableExport.empty }
    let controls = TextCheck.binaryCount(bytes)
    // Some real exports have binary leftovers at their end, and headers before them.
    if controls * 10 > bytes.count * 3 || (controls > 0 && !hasHeader) { throw UnreadableExport.binary }
    if !hasHeader { throw hasForeignText ? UnreadableExport.encoding("windows-1252") : .noHeader }
  }
}
