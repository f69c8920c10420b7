import Testing

@testable import VocChannels

@Suite struct TextCheckTests {
  @Test func agreesWithTheStandardLibraryOnUTF8() {
    var random = SplitMix(state: 7)
    let alphabet: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    for _ in 0..<50_000 {
      let padding = [UInt8](repeating: 0x20, count: Int.random(in: 0...9, using: &random))
      let bytes =
        padding
        + (0..<Int.random(in: 0...5, using: &random)).map { _ in
          alphabet[Int.random(in: alphabet.indices, using: &random)]
        }
      let isValid = bytes.withUnsafeBytes { TextCheck.isUTF8(ByteView($0)) }
      #expect(isValid == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }

  @Test func controlBytesAreBinaryWhereverTheyStand() {
    for byte in UInt8.min...UInt8.max {
      let isBinary = byte < 0x20 && ![0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B].contains(byte)
      for position in 0..<20 {
        var bytes = [UInt8](repeating: 0xC3, count: 20)
        bytes[position] = byte
        #expect(bytes.withUnsafeBytes { TextCheck.isBinary(ByteView($0)) } == isBinary)
      }
    }
  }
}
