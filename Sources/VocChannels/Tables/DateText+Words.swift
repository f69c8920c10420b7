import VocDomain

/// Dates with the month in words, and a spreadsheet's days since 1899-12-30.
extension DateText {
  /// "1 de enero de 2017", "10-may.-26", "lunes, 3 de marzo de 2026", "May 10, 2026"; nil, and nothing read, for
  /// anything else.
  mutating func namedMonth(_ bytes: Span<UInt8>) -> (year: Int, month: Int, day: Int)? {
    let start = index
    if let found = readNamedMonth(bytes) { return found }
    index = start
    return nil
  }

  private mutating func readNamedMonth(_ bytes: Span<UInt8>) -> (year: Int, month: Int, day: Int)? {
    var month: Int?
    if let word = word(bytes) {
      month = Self.month(word)
      if month == nil && !Self.isWeekday(word) { return nil }
      skipJoint(bytes)
      if month == nil, case let before = index, let next = self.word(bytes) {
        month = Self.month(next)
        if month == nil { index = before } else { skipJoint(bytes) }
      }
    }
    guard let day = number(bytes, most: 2) else { return nil }
    skipJoint(bytes)
    // "mar" is a weekday where another month follows.
    if let word = word(bytes) {
      guard let found = Self.month(word) else { return nil }
      month = found
      skipJoint(bytes)
    }
    guard let month, let year = number(bytes, most: 4), year.digits == 4 || year.digits == 2 else {
      return nil
    }
    return (year.digits == 2 ? 2000 + year.value : year.value, month, day.value)
  }

  /// A number of five digits, with a fraction of a day or without; nil, and nothing read, for anything else.
  mutating func serial(_ bytes: Span<UInt8>) -> (day: (year: Int, month: Int, day: Int), seconds: Int)? {
    let start = index
    defer { index = start }
    guard let days = number(bytes, most: 5), days.digits == 5, (20_000...80_000).contains(days.value) else {
      return nil
    }
    var fraction = 0
    var scale = 1
    if skip(".", bytes) || skip(",", bytes) {
      guard let part = number(bytes, most: 9) else { return nil }
      // A spreadsheet writes up to fifteen; a second is the fifth.
      while case 48...57 = peek(bytes) { index += 1 }
      fraction = part.value
      for _ in 0..<part.digits { scale *= 10 }
    }
    guard isAtEnd(bytes) else { return nil }
    // Half a second, so that 14:32:10 is not 14:32:09 for want of a digit.
    let seconds = min((fraction * 86_400 + scale / 2) / scale, 86_399)
    return (CivilDate(daysSince1970: days.value - 25_569).components, seconds)
  }

  /// Up to twelve letters in lower case; a full stop after them is part of it.
  private mutating func word(_ bytes: Span<UInt8>) -> String? {
    var letters: [UInt8] = []
    while letters.count < 12, case let byte = peek(bytes),
      byte >= 0x80 && byte != 0xA0 || (0x61...0x7A).contains(byte | 0x20)
    {
      if byte == 0xC2 && peek(bytes, 1) == 0xA0 || byte == 0xE2 { break }
      letters.append(byte < 0x80 ? byte | 0x20 : byte)
      index += 1
    }
    if letters.isEmpty { return nil }
    _ = skip(".", bytes)
    return String(decoding: letters, as: UTF8.self)
  }

  /// Spaces, a comma, a dash or a slash, and "de" or "del".
  private mutating func skipJoint(_ bytes: Span<UInt8>) {
    skipSpaces(bytes)
    _ = skip(",", bytes) || skip("-", bytes) || skip("/", bytes)
    skipSpaces(bytes)
    let before = index
    if let word = word(bytes), word == "de" || word == "del" {
      skipSpaces(bytes)
    } else {
      index = before
    }
  }

  private static func month(_ word: String) -> Int? {
    if word.utf8.count < 3 { return nil }
    let isShort = word.utf8.count <= 4
    return months.first { isShort ? $0.name.hasPrefix(word) : $0.name == word }?.month
  }

  private static func isWeekday(_ word: String) -> Bool {
    let stems = ["lun", "mar", "mi", "jue", "vie", "s", "dom", "seg", "ter", "qua", "qui", "sex"]
    let english = ["mon", "tue", "wed", "thu", "fri", "sun"]
    return word.utf8.count >= 2 && (stems + english).contains(where: word.hasPrefix)
  }

  private static let months: [(name: String, month: Int)] = {
    let lists = [
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      "january february march april may june july august september october november december",
    ]
    var table = [(name: "setiembre", month: 9)]
    for list in lists {
      for (index, name) in list.split(separator: " ").enumerated() { table.append((String(name), index + 1)) }
    }
    return table
  }()
}
