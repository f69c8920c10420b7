/// Brings the ways in which exports write one author to one name.
public enum SenderName {
  /// The name as an identity: without invisible marks, with plain spaces and hyphens, without iOS's "~ ".
  ///
  /// Phones of people who are not in the address book stand between U+202A and U+202C with U+00A0 and U+2011
  /// inside; iOS sets "~ " before the name that such a person chose (measured on real exports).
  public static func normalised(_ raw: String) -> String {
    var raw = raw
    return raw.withUTF8 { normalised(ByteView(UnsafeRawBufferPointer($0))) }
  }

  static func normalised(_ raw: ByteView) -> String {
    var name: [UInt8] = []
    name.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      if raw.isMark(at: index) {
        index += 3
        continue
      }
      let space = raw.spaceLength(at: index)
      if space > 0 {
        name.append(0x20)
        index += space
      } else if raw.hasPrefix(nonBreakingHyphen, at: index) {
        name.append(0x2D)
        index += 3
      } else {
        name.append(raw[index])
        index += 1
      }
    }
    return name.withUnsafeBytes { buffer in
      let trimmed = ByteView(buffer).trimmed
      guard trimmed[0] == 0x7E, trimmed[1] == 0x20 else { return trimmed.string }
      return trimmed.from(1).trimmed.string
    }
  }

  private static let nonBreakingHyphen: [UInt8] = [0xE2, 0x80, 0x91]
}
