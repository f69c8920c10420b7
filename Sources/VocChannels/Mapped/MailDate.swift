import VocDomain

/// The dates of electronic mail, as "Fri, 18 Oct 2019 17:02:00 +0000".
///
/// Source: RFC 5322, section 3.3 (formerly RFC 2822); the day of the week may be missing and is not checked.
enum MailDate {
  static func instant(_ text: String) -> Instant? {
    guard text.utf8.count <= 48 else { return nil }
    var words = text.split(separator: " ")
    if words.first?.last == "," { words.removeFirst() }
    guard words.count == 5, let day = Int(words[0]), let month = months.firstIndex(of: words[1].lowercased()),
      let year = Int(words[2]), let offset = offset(words[4])
    else { return nil }
    let clock = words[3].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
      let local = LocalTime(
        year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
    else { return nil }
    return Instant(unixSeconds: local.wallSeconds - offset)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func offset(_ text: Substring) -> Int64? {
    if ["GMT", "UT", "UTC", "Z"].contains(text) { return 0 }
    let digits = Array(text.utf8.dropFirst())
    guard digits.count == 4, digits.allSatisfy({ (48...57).contains($0) }),
      text.first == "+" || text.first == "-",
      let number = Int64(text.dropFirst()), number % 100 < 60, number <= 1800
    else { return nil }
    let seconds = number / 100 * Seconds.hour + number % 100 * Seconds.minute
    return text.first == "-" ? -seconds : seconds
  }
}
