/// How a country's phone numbers are made up: enough to drop what is dialled before a number and to refuse what is
/// none. Not which ranges have been given out: those grow faster than programs are updated.
///
/// ITU-T E.164 and the plans that each country has lodged with it
/// (https://www.itu.int/oth/T0202.aspx?parent=T0202).
struct NumberingPlan: Sendable {
  let callingCode: String
  /// What is dialled before an international number.
  var internationalPrefix = "00"
  /// What may be dialled before a national number, the longest first.
  var trunks: [String] = ["0"]
  /// "X" stands for any digit, "[2-5]" for one of these.
  let shapes: [Shape]
  /// The number without what is dialled within it; nil where there is nothing.
  var unfold: (@Sendable (ArraySlice<UInt8>) -> [UInt8]?)? = nil

  init(
    _ callingCode: String, internationalPrefix: String = "00", trunks: [String] = ["0"], _ shapes: [String],
    unfold: (@Sendable (ArraySlice<UInt8>) -> [UInt8]?)? = nil
  ) {
    self.callingCode = callingCode
    self.internationalPrefix = internationalPrefix
    self.trunks = trunks
    self.shapes = shapes.map(Shape.init)
    self.unfold = unfold
  }

  /// What follows the calling code in E.164; nil where the digits are no number of this plan.
  func significantNumber(of digits: ArraySlice<UInt8>) -> [UInt8]? {
    if isNumber(digits) { return Array(digits) }
    for trunk in trunks where digits.starts(with: trunk.utf8) {
      let rest = digits.dropFirst(trunk.utf8.count)
      if isNumber(rest) { return Array(rest) }
      if let unfolded = unfold?(rest), isNumber(unfolded[...]) { return unfolded }
    }
    return unfold?(digits).flatMap { isNumber($0[...]) ? $0 : nil }
  }

  private func isNumber(_ digits: ArraySlice<UInt8>) -> Bool { shapes.contains { $0.matches(digits) } }

  /// One length of number, and which digits may stand where.
  struct Shape: Sendable {
    private let places: [ClosedRange<UInt8>]

    init(_ pattern: String) {
      var places: [ClosedRange<UInt8>] = []
      var rest = Array(pattern.utf8)[...]
      while let first = rest.popFirst() {
        if first == UInt8(ascii: "["), rest.count >= 4 {
          let bounds = Array(rest.prefix(4))
          places.append(bounds[0]...bounds[2])
          rest = rest.dropFirst(4)
        } else if first == UInt8(ascii: "X") {
          places.append(UInt8(ascii: "0")...UInt8(ascii: "9"))
        } else {
          places.append(first...first)
        }
      }
      self.places = places
    }

    func matches(_ digits: ArraySlice<UInt8>) -> Bool {
      digits.count == places.count && zip(digits, places).allSatisfy { $1.contains($0) }
    }
  }

  /// The plan of the country whose calling code the digits begin with; no code begins with another.
  static func plan(forCallingCodeOf digits: ArraySlice<UInt8>) -> NumberingPlan? {
    for length in 1...3 {
      if let plan = byCallingCode[String(decoding: digits.prefix(length), as: UTF8.self)] { return plan }
    }
    return nil
  }

  private static let byCallingCode = Dictionary(
    plans.values.map { ($0.callingCode, $0) }, uniquingKeysWith: { first, _ in first })
}
