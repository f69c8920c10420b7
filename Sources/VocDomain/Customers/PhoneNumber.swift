/// A phone number in E.164 (ITU-T E.164: at most 15 digits, the country's calling code first).
public struct PhoneNumber: Hashable, Sendable {
  public let e164: String

  /// Reads a number as people and exports write it; nil for text that is none.
  ///
  /// A number with "+", an international prefix ("00", in North America "011") or a WhatsApp address is
  /// international. Any other is national: it needs `country` (ISO 3166-1 alpha-2), whose plan says which trunk
  /// prefixes are dropped and which lengths there are. An extension ("ext. 12") is left out.
  public init?(_ text: String, country: String?) {
    guard let dialled = DialledText(text) else { return nil }
    let plan = country.flatMap { NumberingPlan.plans[$0.uppercased()] }
    if dialled.isInternational {
      self.init(international: dialled.digits[...])
      return
    }
    let prefix = plan?.internationalPrefix ?? "00"
    if dialled.digits.starts(with: prefix.utf8) {
      self.init(international: dialled.digits.dropFirst(prefix.utf8.count))
    } else if let plan {
      self.init(national: dialled.digits[...], in: plan)
    } else {
      return nil
    }
  }

  /// Whether a text that `init` does not read could be a national number, of which no country is known.
  public static func lacksCountry(_ text: String, country: String?) -> Bool {
    let isKnown = country.map { NumberingPlan.plans[$0.uppercased()] != nil } ?? false
    guard !isKnown, let dialled = DialledText(text) else { return false }
    return !dialled.isInternational && !dialled.digits.starts(with: "00".utf8)
      && (6...15).contains(dialled.digits.count)
  }

  /// A number that was read before.
  init(e164: String) { self.e164 = e164 }

  private init?(international digits: ArraySlice<UInt8>) {
    guard digits.first != UInt8(ascii: "0"), (7...15).contains(digits.count) else { return nil }
    guard let plan = NumberingPlan.plan(forCallingCodeOf: digits) else {
      self.init(digits)
      return
    }
    self.init(significant: digits.dropFirst(plan.callingCode.utf8.count), in: plan)
  }

  /// Exports also write the calling code without "+".
  private init?(national digits: ArraySlice<UInt8>, in plan: NumberingPlan) {
    if let number = PhoneNumber(significant: digits, in: plan) {
      self = number
    } else if digits.starts(with: plan.callingCode.utf8) {
      self.init(significant: digits.dropFirst(plan.callingCode.utf8.count), in: plan)
    } else {
      return nil
    }
  }

  private init?(significant digits: ArraySlice<UInt8>, in plan: NumberingPlan) {
    guard let number = plan.significantNumber(of: digits) else { return nil }
    self.init(plan.callingCode.utf8 + number)
  }

  private init(_ digits: some Sequence<UInt8>) { e164 = "+" + String(decoding: Array(digits), as: UTF8.self) }

  /// The countries that `init` can complete a national number for.
  public static var countries: [String] { NumberingPlan.plans.keys.sorted() }
}

/// What two ways of writing one number share. Numbers are kept as they are; only keys are derived.
extension PhoneNumber {
  /// The same for two numbers that are surely one line: Mexico's 1 before mobile numbers fell away in 2019, and
  /// Brazil put a 9 before its mobile numbers, which began with 6 to 9; a landline, from 2 to 5, never gains one.
  public var matchKey: String {
    let digits = Array(e164.utf8)
    if e164.hasPrefix("+521") && digits.count == 14 { return "+52" + e164.dropFirst(4) }
    if e164.hasPrefix("+55") && digits.count == 13
      && (UInt8(ascii: "6")...UInt8(ascii: "9")).contains(digits[5])
    {
      return e164.prefix(5) + "9" + e164.dropFirst(5)
    }
    return e164
  }

  /// The same for two numbers that may be one line: Argentina's mobile numbers with and without the 9 that callers
  /// from abroad put before the area code; without it, the number may be a landline. Nil where nothing is unsure.
  public var looseKey: String? {
    guard e164.hasPrefix("+54") else { return nil }
    return e164.hasPrefix("+549") && e164.utf8.count == 14 ? "+54" + e164.dropFirst(4) : e164
  }
}
