/// The plans of the countries that voc's users serve.
extension NumberingPlan {
  static let plans: [String: NumberingPlan] = [
    "AR": NumberingPlan(
      "54",
      [
        "11XXXXXXXX", "[2-3]XXXXXXXXX", "6XXXXXXXXX", "911XXXXXXXX", "9[2-3]XXXXXXXXX", "800XXXXXXX",
        "800XXXXXXXX", "810XXXXXXX",
      ], unfold: withoutArgentinas15),
    "BO": NumberingPlan(
      "591", trunks: ["0"] + (10...19).map { "0\($0)" },
      ["[2-4]XXXXXXX", "[6-7]XXXXXXX", "5[0-7]XXXXXX", "8001XXXXX"]),
    "BR": NumberingPlan(
      "55", trunks: ["0", "90"] + brazilsCarriers.flatMap { ["0" + $0, "90" + $0] },
      [
        // Since the ninth digit no mobile number begins with 6 to 8, but WhatsApp still tells old ones so.
        "[1-9][1-9][2-9]XXXXXXX", "[1-9][1-9]9XXXXXXXX", "800XXXXXX", "800XXXXXXX", "300XXXXXXX",
        "303XXXXXXX",
        "300XXXXX", "400XXXXX", "4020XXXX", "900XXXXXX", "900XXXXXXX", "500XXXXXX", "500XXXXXXX",
      ]),
    "CA": northAmerica,
    "CL": NumberingPlan("56", ["[2-9]XXXXXXXX", "600XXXXXXX", "600XXXXXXXX", "12300XXXXXX"]),
    "CO": NumberingPlan(
      "57", trunks: ["0456", "0444", "0414", "03", "05", "07", "09", "0"],
      [
        "3XXXXXXXXX", "60[1-8][1-9]XXXXXX", "46XXXXXX", "1800XXXXXXX", "190XXXXXXXX", "901XXXXXXX",
        "9408XXXXXX",
      ]),
    "CR": NumberingPlan(
      "506", trunks: [], ["2XXXXXXX", "[4-8]XXXXXXX", "3005XXXX", "800XXXXXXX", "90[0-9]XXXXXXX"]),
    "CU": NumberingPlan(
      "53", internationalPrefix: "119",
      [
        "5XXXXXXX", "6[2-4]XXXXXX", "7XXXXXX", "7XXXXXXX", "2[1-4]XXXXX", "2[1-4]XXXXXX", "3[1-3]XXXXXX",
        "3[2-3]XXXX", "3[2-3]XXXXX", "4[1-9]XXXXXX", "4[1-9]XXXXX", "4[8-9]XXXX", "8XXXXXXXXX",
      ]),
    "DO": northAmerica,
    "EC": NumberingPlan(
      "593", ["[2-7][2-8]XXXXXX", "9[3-9]XXXXXXX", "1800XXXXXX", "1800XXXXXXX", "1700XXXXXX"]),
    "ES": NumberingPlan("34", trunks: [], ["[6-9]XXXXXXXX", "51XXXXXXX"]),
    "GT": NumberingPlan("502", trunks: [], ["[2-7]XXXXXXX", "80XXXXXX", "1[8-9]XXXXXXXXX"]),
    "HN": NumberingPlan("504", trunks: [], ["[2-3]XXXXXXX", "[7-9]XXXXXXX", "8002XXXXXXX"]),
    "MX": NumberingPlan(
      // 01, 044 and 045 fell away in 2019 and live on in address books, as does the 1 after +52.
      "52", trunks: ["044", "045", "01"], ["[2-9]XXXXXXXXX", "1[2-9]XXXXXXXXX"]),
    "NI": NumberingPlan("505", trunks: [], ["2XXXXXXX", "[5-8]XXXXXXX", "1800XXXX"]),
    "PA": NumberingPlan(
      "507", trunks: [], ["[1-5]XXXXXX", "[7-9]XXXXXX", "6XXXXXXX", "800XXXXX", "8XXXXXXXXX"]),
    "PE": NumberingPlan("51", ["9XXXXXXXX", "1[0-9]XXXXXX", "[4-8]XXXXXXX"]),
    "PR": northAmerica,
    "PT": NumberingPlan("351", trunks: [], ["[2-3]XXXXXXXX", "[6-9]XXXXXXXX"]),
    "PY": NumberingPlan(
      "595",
      [
        "9[5-9]XXXXXXX", "[2-8][1-9]XXXXX", "[2-8][1-9]XXXXXX", "[2-8][1-9]XXXXXXX", "[2-9]0XXXXXX",
        "[2-9]0XXXXXXX",
      ]),
    "SV": NumberingPlan(
      "503", trunks: [], ["2XXXXXXX", "[5-7]XXXXXXX", "80[0-1]XXXX", "800XXXXXXXX", "900XXXX"]),
    "US": northAmerica,
    "UY": NumberingPlan(
      "598", ["2XXXXXXX", "4[2-7]XXXXXX", "9[1-9]XXXXXX", "1[7-9]XXXXXX", "80[0-5]XXXX", "90[0-8]XXXX"]),
    "VE": NumberingPlan(
      "58",
      ["2[1-9]XXXXXXXX", "4[1-2]XXXXXXXX", "[4-6]00XXXXXXX", "800XXXXXXX", "90[0-1]XXXXXXX", "501XXXXXXX"]),
  ]

  /// Every country of the North American plan: area code and exchange begin with 2 to 9.
  private static let northAmerica = NumberingPlan(
    "1", internationalPrefix: "011", trunks: ["1"], ["[2-9][0-8]X[2-9]XXXXXX"])

  /// Argentina dials 15 between the area code and a mobile number from within the country; E.164 has a 9 before the
  /// area code instead.
  private static func withoutArgentinas15(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    guard digits.count == 12 else { return nil }
    let area = String(decoding: digits.prefix(3), as: UTF8.self)
    let lengths = area.hasPrefix("11") ? [2] : argentinasAreasOfThree.contains(area) ? [3, 4] : [4]
    guard let length = lengths.first(where: { digits.dropFirst($0).starts(with: "15".utf8) }) else {
      return nil
    }
    return Array("9".utf8) + digits.prefix(length) + digits.dropFirst(length + 2)
  }

  /// The area codes of three digits (ENACOM); 11 has two, all others have four.
  private static let argentinasAreasOfThree: Set<String> = [
    "220", "221", "223", "230", "236", "237", "249", "260", "261", "263", "264", "266", "280", "291", "294",
    "297", "298", "299", "336", "341", "342", "343", "345", "348", "351", "353", "358", "362", "364", "370",
    "376", "379", "380", "381", "383", "385", "387", "388",
  ]

  /// Brazil dials two digits for the carrier between the trunk 0 and the area code (Anatel).
  private static let brazilsCarriers = [
    "12", "14", "15", "21", "22", "23", "25", "31", "41", "43", "55", "65", "99",
  ]
}
