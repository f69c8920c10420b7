import Foundation
import Testing
import VocDomain
import VocRouting

/// Every country's holidays against those of the Python package holidays, 2020 to 2032.
@Suite struct HolidaysOracleTests {
  private static func oracle() throws -> [String: Set<String>] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Oracles/holidays.txt")
    var dates: [String: Set<String>] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      dates[String(words[0]), default: []].formUnion(words.dropFirst(2).map { "\(words[1])-\($0)" })
    }
    return dates
  }

  @Test func theOracleHasTheSameCountries() throws {
    #expect(try HolidaysOracleTests.oracle().keys.sorted() == Holidays.countries)
    #expect(Holidays.countries.count == 20)
  }

  struct Deviation: Sendable {
    let country: String
    let reason: String
    var more = ""
    var less = ""
  }

  /// Where voc says otherwise, and by which law.
  static let deviations = [
    Deviation(
      country: "AR",
      reason: "bridges, census, World Cup and papal visit: decrees of one year (Ley 27.399, art. 7)",
      less: """
        2020-03-23 2020-07-10 2020-12-07 2021-05-24 2021-10-08 2021-11-22 2022-05-18 2022-10-07 2022-11-21
        2022-12-09 2022-12-20 2023-05-26 2023-06-19 2023-10-13 2024-04-01 2024-06-21 2024-10-11 2025-05-02
        2025-08-15 2025-11-21 2026-03-23 2026-07-10 2026-11-09 2026-12-07
        """),
    Deviation(
      country: "AR",
      reason:
        "Maundy Thursday is a day on which the employer chooses (Ley 20.744, art. 167); 2026's is 2 April",
      less: """
        2020-04-09 2021-04-01 2022-04-14 2023-04-06 2024-03-28 2025-04-17 2027-03-25 2028-04-13 2029-03-29
        2030-04-18 2031-04-10 2032-03-25
        """),
    Deviation(
      country: "BO", reason: "the Day of Dignity is not among those of Decreto Supremo 2750: people work",
      less: """
        2020-10-17 2021-10-17 2022-10-17 2023-10-17 2024-10-17 2025-10-17 2026-10-17 2027-10-17 2028-10-17
        2029-10-17 2030-10-17 2031-10-17 2032-10-17
        """),
    Deviation(country: "CL", reason: "a bridge by a law for that day alone", less: "2022-09-16"),
    Deviation(
      country: "CR", reason: "Ley 10438 took back what Ley 9875 had moved", more: "2024-07-25",
      less: "2024-07-29"),
    Deviation(
      country: "EC",
      reason:
        "the rest moves and the date itself is a workday (Código del Trabajo, art. 65, reformed 2016-12-20);"
        + " of two days in a row on Friday and Saturday the second moves to Thursday",
      more: "2029-11-01",
      less: """
        2020-05-24 2021-05-01 2021-08-10 2021-10-09 2021-11-03 2021-12-25 2022-01-01 2022-05-01 2022-05-24
        2022-08-10 2022-10-09 2022-11-02 2022-12-25 2023-01-01 2023-05-24 2023-08-10 2024-05-01 2024-08-10
        2024-10-09 2024-11-02 2024-11-03 2025-05-01 2025-05-24 2025-08-10 2025-10-09 2025-11-02 2026-05-24
        2027-05-01 2027-08-10 2027-10-09 2027-11-03 2027-12-25 2028-01-01 2028-05-24 2028-08-10 2029-05-01
        2029-05-24 2029-10-09 2029-11-03 2030-05-01 2030-08-10 2030-10-09 2030-11-02 2030-11-03 2031-05-01
        2031-05-24 2031-08-10 2031-10-09 2031-11-02 2032-05-01 2032-08-10 2032-10-09 2032-11-03 2032-12-25
        """),
    Deviation(
      country: "GT", reason: "the Assumption is the feast of the capital only (Código de Trabajo, art. 127)",
      less: """
        2020-08-15 2021-08-15 2022-08-15 2023-08-15 2024-08-15 2025-08-15 2026-08-15 2027-08-15 2028-08-15
        2029-08-15 2030-08-15 2031-08-15 2032-08-15
        """),
    Deviation(
      country: "PA",
      reason: "every new President's first day, Monday too (Código de Trabajo, arts. 46 and 47)",
      more: "2029-07-01 2029-07-02"),
    Deviation(
      country: "PE", reason: "Easter Sunday is not in Decreto Legislativo 713, art. 6",
      less: """
        2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16
        2029-04-01 2030-04-21 2031-04-13 2032-03-28
        """),
    Deviation(
      country: "PR", reason: "Friday for Saturday is for employees of the federation only (5 U.S.C. 6103)",
      less: """
        2020-07-03 2021-06-18 2021-12-24 2021-12-31 2026-07-03 2027-06-18 2027-12-24 2027-12-31 2032-06-18
        2032-12-24 2032-12-31
        """),
    Deviation(
      country: "UY", reason: "every new President's first day (Decreto-Ley 10.396, Decreto 120/985)",
      more: "2025-03-01 2030-03-01"),
    Deviation(
      country: "VE", reason: "a canonisation: decree of one year (Decreto 5.170)",
      less: "2025-10-19 2025-10-20"),
  ]

  private static func dates(_ country: String, _ text: KeyPath<Deviation, String>) -> [String] {
    deviations.filter { $0.country == country }
      .flatMap { $0[keyPath: text].split(whereSeparator: \.isWhitespace).map(String.init) }
  }

  @Test(arguments: Holidays.countries)
  func agreesButForTheReasonsGiven(country: String) throws {
    let theirs = try #require(try HolidaysOracleTests.oracle()[country])
    let ours = Set((2020...2032).flatMap { Holidays.days(of: country, in: $0) }.map { dayText($0.date) })
    #expect(ours.subtracting(theirs).sorted() == HolidaysOracleTests.dates(country, \.more))
    #expect(theirs.subtracting(ours).sorted() == HolidaysOracleTests.dates(country, \.less).sorted())
  }
}
