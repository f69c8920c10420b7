/// A phone number in E.164 (ITU-T E.164: at most 15 digits, the country's calling code first).
public struct PhoneNumber: Hashable, Sendable {
  public let e164: String

  /// Reads a number as people and exports write it; nil for text that is none.
  ///
  /// A number with "+" or "00" is international. Any other is national: it needs `country`
  /// (ISO 3166-1 alpha-2), and the trunk prefix 0 is dropped.
  public init?(_ text: String, country: String?) {
    guard let dialled = PhoneNumber.dialled(text) else { return nil }
    if dialled.isInternational {
      guard (7...15).contains(dialled.digits.count) else { return nil }
      e164 = "+" + dialled.digits
      return
    }
    guard let country, let code = PhoneNumber.callingCodes[country.uppercased()] else { return nil }
    let national = dialled.digits.drop { $0 == "0" }
    guard (7...11).contains(national.count) else { return nil }
    e164 = "+" + code + national
  }

  /// The digits, when the text holds nothing else than digits and the signs people put between them.
  private static func dialled(_ text: String) -> (digits: String, isInternational: Bool)? {
    var digits = ""
    var hasPlus = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case "+" where digits.isEmpty && !hasPlus: hasPlus = true
      case " ", "-", "(", ")", ".", "/", "\u{A0}", "\u{202F}", "\u{2011}", "\u{2010}", "\u{202A}", "\u{202C}":
        continue
      default: return nil
      }
    }
    if !hasPlus && digits.hasPrefix("00") { return (String(digits.dropFirst(2)), true) }
    return digits.isEmpty ? nil : (digits, hasPlus)
  }

  /// ITU-T E.164 country codes of the countries that voc's users serve.
  static let callingCodes: [String: String] = [
    "AR": "54", "BO": "591", "BR": "55", "CA": "1", "CL": "56", "CO": "57", "CR": "506", "CU": "53",
    "DO": "1",
    "EC": "593", "ES": "34", "GT": "502", "HN": "504", "MX": "52", "NI": "505", "PA": "507", "PE": "51",
    "PR": "1", "PT": "351", "PY": "595", "SV": "503", "US": "1", "UY": "598", "VE": "58",
  ]

  /// The countries that `init` can complete a national number for.
  public static var countries: [String] { callingCodes.keys.sorted() }
}
