#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the cells of a line stand: commas between them, quotes around them, quotes inside doubled.
///
/// A quote inside that is not doubled belongs to the cell unless a comma or the line's end follows.
struct CDRCells {
  static let limit = 24

  private(set) var count = 0
  private var starts = InlineArray<24, Int32>(repeating: 0)
  private var ends = InlineArray<24, Int32>(repeating: 0)

  /// Nil for a line with more cells than the limit, or whose last quote is never closed.
  ///
  /// - Parameter isDoubling: whether quotes inside of cells are doubled; FreeSWITCH leaves them as they are.
  init?(_ bytes: UnsafeRawBufferPointer, isDoubling: Bool = true) {
    guard let base = bytes.baseAddress else { return nil }
    let length = bytes.count
    var index = 0
    while true {
      guard count < Self.limit else { return nil }
      var start = index
      let end: Int
      if index < length && bytes[index] == UInt8(ascii: "\"") {
        start += 1
        guard let close = Self.close(bytes, from: start, isDoubling: isDoubling) else { return nil }
        end = close
        index = close + 1
      } else {
        end = memchr(base + index, 0x2C, length - index).map { UnsafeRawPointer($0) - base } ?? length
        index = end
      }
      starts[count] = Int32(start)
      ends[count] = Int32(end)
      count += 1
      if index >= length { return }
      index += 1
    }
  }

  func range(_ index: Int) -> Range<Int> {
    index < count ? Int(starts[index])..<Int(ends[index]) : 0..<0
  }

  private static func close(_ bytes: UnsafeRawBufferPointer, from start: Int, isDoubling: Bool) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let length = bytes.count
    var index = start
    while index < length, let found = memchr(base + index, 0x22, length - index) {
      let quote = UnsafeRawPointer(found) - base
      if quote + 1 == length || bytes[quote + 1] == UInt8(ascii: ",") { return quote }
      index = isDoubling && bytes[quote + 1] == UInt8(ascii: "\"") ? quote + 2 : quote + 1
    }
    return nil
  }
}
