import VocDomain

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Text and numbers out of the bytes of a switch's log.
enum PhoneText {
  /// UTF-8 where it can be, else Windows-1252: switches write the bytes that a telephone sent.
  static func string(_ bytes: some Collection<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self) ?? Windows1252.decode(Array(bytes)[...])
  }

  /// Unix seconds of the year 10000, which no log has seen.
  static let endOfTime: Int64 = 253_402_300_800
  /// Seconds that no call takes: 100 days.
  private static let longest: Int64 = 8_640_000

  /// A length of time in whole seconds; nil for anything else, and for what no call takes.
  static func duration(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    number(bytes).flatMap { $0 <= longest ? $0 : nil }
  }

  /// A whole number of up to 15 digits without a sign; nil for anything else.
  static func number(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    guard (1...15).contains(bytes.count) else { return nil }
    var value: Int64 = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int64(byte - 48)
    }
    return value
  }

  /// "2026-03-09 14:05:00", with "T" too, a fraction of a second left out; nil for a moment that does not
  /// exist.
  static func stamp(_ bytes: UnsafeRawBufferPointer) -> LocalTime? {
    guard bytes.count >= 19, bytes[4] == dash, bytes[7] == dash, bytes[10] == 32 || bytes[10] == 84,
      bytes[13] == colon, bytes[16] == colon, bytes.count == 19 || bytes[19] == 46,
      let century = pair(bytes, 0), let year = pair(bytes, 2), let month = pair(bytes, 5),
      let day = pair(bytes, 8), let hour = pair(bytes, 11), let minute = pair(bytes, 14),
      let second = pair(bytes, 17)
    else { return nil }
    return LocalTime(
      year: century * 100 + year, month: month, day: day, hour: hour, minute: minute, second: second)
  }

  static func equal(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    guard let start = left.baseAddress, let other = right.baseAddress else { return true }
    return memcmp(start, other, left.count) == 0
  }

  static func equal(_ bytes: UnsafeRawBufferPointer, _ text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    guard let base = bytes.baseAddress else { return true }
    return memcmp(base, text.utf8Start, bytes.count) == 0
  }

  private static let dash = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")

  private static func pair(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int? {
    let (tens, ones) = (bytes[index] &- 48, bytes[index + 1] &- 48)
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }
}
