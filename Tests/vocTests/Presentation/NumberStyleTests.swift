import Testing

@testable import voc

@Suite struct NumberStyleTests {
  private let comma = NumberStyle(language: .es, decimalMark: ",")
  private let mexico = NumberStyle(language: .es, decimalMark: ".")
  private let english = NumberStyle(language: .en, decimalMark: ".")

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1234, "1234", "1,234"), (12_345, "12.345", "12,345"),
    (-1_234_567, "-1.234.567", "-1,234,567"),
    (Int.min, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
  ])
  func integersAreGrouped(value: Int, spanish: String, inEnglish: String) {
    #expect(comma.integer(value) == spanish)
    #expect(english.integer(value) == inEnglish)
  }

  @Test(arguments: [
    (0.0, 1, "0,0"), (3.14159, 2, "3,14"), (-0.04, 1, "0,0"), (-0.05, 1, "-0,1"), (0.999, 2, "1,00"),
    (2.5, 0, "3"), (12_345.678, 1, "12.345,7"), (0.007, 3, "0,007"), (.nan, 1, "—"), (.infinity, 1, "—"),
  ])
  func decimalsAreRounded(value: Double, places: Int, text: String) {
    #expect(comma.decimal(value, places: places) == text)
  }

  /// A bound that is not 0 never reads as 0, or a change would seem to hold that nothing changed.
  @Test(arguments: [
    (-0.3, 0, "-0,3"), (-0.04, 0, "-0,04"), (0.04, 1, "0,04"), (-10.2, 0, "-10"), (0.5, 0, "1"), (0, 0, "0"),
    (0.00000001, 0, "0,0000"),
  ])
  func boundsThatAreNotZeroAreNotShownAsZero(value: Double, places: Int, text: String) {
    #expect(comma.bound(value, places: places) == text)
  }

  @Test func perCent() {
    #expect(comma.percent(0.8345, places: 1) == "83,5\u{A0}%")
    #expect(mexico.percent(0.8345, places: 1) == "83.5\u{A0}%")
    #expect(english.percent(0.8345) == "83%")
    #expect(mexico.integer(12_345) == "12,345")
  }

  static let locales: [(Language, [String: String], Character)] = [
    (.es, [:], ","), (.en, ["LANG": "es_AR.UTF-8"], "."), (.es, ["LANG": "es_MX.UTF-8"], "."),
    (.es, ["LANG": "es_AR.UTF-8"], ","), (.es, ["LANG": "es"], ","), (.es, ["LANG": "en_US.UTF-8"], ","),
    (.es, ["LANG": "es_GT@x"], "."), (.es, ["LC_NUMERIC": "es_CL", "LANG": "es_MX"], ","),
    (.es, ["LC_ALL": "es_PR", "LC_NUMERIC": "es_CL"], "."), (.es, ["LANG": "pt_BR"], ","),
    (.es, ["VOC_LANG": "es-MX", "LANG": "es_AR"], "."), (.es, ["VOC_LANG": "es", "LANG": "es_DO"], "."),
  ]

  @Test(arguments: locales)
  func theCountryDecidesTheMark(language: Language, environment: [String: String], mark: Character) {
    #expect(NumberStyle(language: language, environment: environment).decimalMark == mark)
  }
}
