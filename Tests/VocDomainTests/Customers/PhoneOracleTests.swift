import Foundation
import Testing
import VocDomain

/// Every number of Oracles/phonenumbers.tsv, read by voc and by the phonenumbers package.
@Suite struct PhoneOracleTests {
  struct Row: Sendable {
    var country: String
    /// "valid", "possible" (a right length, but in a range that nobody has been given) or "invalid".
    var verdict: String
    /// "mobile", "fixed", "either" or "other"; "" unless valid.
    var type: String
    var e164: String
    var text: String

    var wanted: String? { verdict == "valid" ? e164 : nil }
    var found: String? { PhoneNumber(text, country: country)?.e164 }
  }

  static let rows: [Row] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Oracles/phonenumbers.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(country: cells[0], verdict: cells[1], type: cells[2], e164: cells[3], text: cells[4])
    }
  }()

  /// Where voc answers otherwise, and why; how many rows of the table there are.
  static let deviations: [(reason: String, rows: Int, holds: @Sendable (Row) -> Bool)] = [
    (
      "Mexico's 01, 044, 045 and 1, abolished in 2019, live on in address books and in WhatsApp's +521", 64,
      { $0.country == "MX" && $0.verdict == "invalid" }
    ),
    ("Chile's trunk 0 before area codes and 9 is still written", 34, { $0.country == "CL" }),
    (
      "WhatsApp still tells Brazilian mobile numbers by their eight digits", 6,
      { $0.country == "BR" && $0.verdict == "possible" }
    ),
    (
      "people write 00 before international numbers in countries that would dial a carrier after it", 18,
      { ["BO", "BR", "CO"].contains($0.country) && $0.text.hasPrefix("00") }
    ),
    (
      "a 0 before a Colombian mobile number, not the carrier 03", 6,
      { $0.country == "CO" && $0.text.hasPrefix("03") }
    ),
    (
      "ranges that nobody has been given yet: they are given out faster than programs are updated", 5,
      { ["PA", "UY"].contains($0.country) && $0.verdict == "possible" }
    ),
  ]

  @Test func vocReadsWhatTheOracleReads() {
    #expect(Self.rows.count >= 2_000 && Set(Self.rows.map(\.country)).count == 20)
    var counts = [Int](repeating: 0, count: Self.deviations.count)
    for row in Self.rows where row.found != row.wanted {
      let index = Self.deviations.firstIndex { $0.holds(row) }
      #expect(index != nil, "\(row): voc reads \(row.found ?? "nothing")")
      if let index { counts[index] += 1 }
    }
    #expect(counts == Self.deviations.map(\.rows))
    // 97 of 100 rows are read alike.
    #expect(counts.reduce(0, +) * 100 < Self.rows.count * 4)
  }

  /// What is written in whatever way is read the same again from its E.164.
  @Test func aNumberIsReadAgainFromItsE164() {
    for row in Self.rows {
      guard let number = PhoneNumber(row.text, country: row.country) else { continue }
      #expect(PhoneNumber(number.e164, country: nil) == number, "\(row)")
      #expect(PhoneNumber(number.matchKey, country: nil)?.matchKey == number.matchKey, "\(row)")
    }
  }

  /// A landline never gains a digit, and no two numbers that the oracle tells apart share a key.
  @Test func keysJoinNothingThatTheOracleTellsApart() {
    var owners: [String: Set<String>] = [:]
    for row in Self.rows where row.verdict == "valid" {
      guard row.found == row.e164, let number = PhoneNumber(row.e164, country: nil) else { continue }
      owners[number.matchKey, default: []].insert(number.e164)
      let isOldMobile = row.type == "mobile" && number.e164.hasPrefix("+55") && number.e164.count == 13
      #expect((number.matchKey == number.e164) != isOldMobile, "\(row)")
      if row.e164.hasPrefix("+54"), row.type == "fixed" { #expect(number.looseKey == number.e164, "\(row)") }
      if row.e164.hasPrefix("+54"), row.type == "mobile", row.e164.hasPrefix("+549") {
        #expect(number.looseKey == "+54" + number.e164.dropFirst(4), "\(row)")
      }
    }
    #expect(owners.count > 300 && owners.allSatisfy { $0.value.count == 1 })
  }
}
