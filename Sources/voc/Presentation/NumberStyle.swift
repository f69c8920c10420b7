/// How numbers look to this reader: which decimal mark, which mark between thousands.
///
/// English, and Spanish where custom or law has the point (Mexico, Central America but Costa Rica, the
/// Dominican Republic, Puerto Rico, the United States): 1,234.5. Other Spanish: 1.234,5.
struct NumberStyle: Equatable, Sendable {
  let language: Language
  let decimalMark: Character

  var groupMark: Character { decimalMark == "," ? "." : "," }

  static let pointCountries: Set<String> = ["MX", "US", "PR", "GT", "HN", "NI", "SV", "PA", "DO"]

  init(language: Language, decimalMark: Character) {
    self.language = language
    self.decimalMark = decimalMark
  }

  /// The country comes from the locale of numbers, when that locale speaks Spanish.
  init(language: Language, environment: [String: String]) {
    self.language = language
    let names = ["VOC_LANG", "LC_ALL", "LC_NUMERIC", "LANG"].compactMap { environment[$0] }
    let country = names.lazy.compactMap(NumberStyle.spanishCountry).first
    let isPoint = language == .en || country.map(NumberStyle.pointCountries.contains) ?? false
    decimalMark = isPoint ? "." : ","
  }

  /// "MX" of "es_MX.UTF-8".
  private static func spanishCountry(_ locale: String) -> String? {
    let parts = locale.prefix { $0 != "." && $0 != "@" }.split { $0 == "_" || $0 == "-" }
    return parts.count > 1 && parts[0].lowercased() == "es" ? parts[1].uppercased() : nil
  }

  /// Digits in threes from 10,000 on in Spanish, as its orthography asks; from 1,000 on in English.
  func integer(_ value: some BinaryInteger) -> String {
    let digits = String(value.magnitude)
    return (value < 0 ? "-" : "") + grouped(digits)
  }

  /// Rounded half away from zero; "—" where there is no number.
  func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "—" }
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 9e15 else { return value.description }
    let digits = String(Int64(scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    let whole = sign + grouped(String(padded.dropLast(places)))
    return places == 0 ? whole : "\(whole)\(decimalMark)\(padded.suffix(places))"
  }

  /// A bound of a change that is not 0, to so many places and as many more as it takes to show that it is not.
  func bound(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let isZero = (value.magnitude * scale).rounded() == 0
    return isZero && value != 0 && places < 4
      ? bound(value, places: places + 1) : decimal(value, places: places)
  }

  /// A share of one as per cent; Spanish sets a (no-break) space before the sign.
  func percent(_ share: Double, places: Int = 0) -> String {
    guard share.isFinite else { return "—" }
    return decimal(share * 100, places: places) + (language == .es ? "\u{A0}%" : "%")
  }

  private func grouped(_ digits: String) -> String {
    if digits.count <= (language == .es ? 4 : 3) { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result.append(groupMark) }
      result.append(digit)
    }
    return result
  }
}
