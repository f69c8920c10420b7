import Testing
import VocDomain

@testable import VocChannels

@Suite struct OrderEvidenceTests {
  @Test(arguments: [
    ("android-es-mx-12h-nbsp.txt", DateOrder.dmy, DateOrder.Evidence.numbers),
    ("android-es-pa-month-first.txt", .mdy, .numbers),
    ("samples/chatminer_test_yyyymmdd_24hrs.txt", .ymd, .numbers),
    ("ios-media-name-dates.txt", .mdy, .mediaNames),
    ("android-chronology.txt", .dmy, .chronology),
    ("android-chronology-month-first.txt", .mdy, .chronology),
    ("samples/chatistics__chat3.txt", .dmy, .chronology),
    ("android-es-cl-dashes.txt", .dmy, .shape),
    ("android-es-co-mixed-padding.txt", .dmy, .shape),
    ("android-en-us-narrow-space.txt", .mdy, .shape),
    ("samples/wca_ios_en.txt", .dmy, .shape),
    ("samples/nmoya_old_ios.txt", .dmy, .shape),
    ("samples/wca_android_it.txt", .dmy, .region),
    ("android-ambiguous-phones.txt", .dmy, .region),
  ])
  func decidesTheOrder(file: String, order: DateOrder, evidence: DateOrder.Evidence) throws {
    let survey = try Fixture.read(file).survey
    #expect(survey.order == order)
    #expect(survey.evidence == evidence)
  }

  @Test(arguments: ["android-ambiguous.txt", "android-ambiguous-spanish.txt", "android-ambiguous-panama.txt"])
  func staysUndecidedWhereNothingProvesOneOrder(file: String) throws {
    let outcome = try Fixture.read(file)
    #expect(outcome.survey.order == nil)
    #expect(outcome.survey.evidence == nil)
    #expect(outcome.records.first?.at.written.hasPrefix("2024-04-03") == true, "read day first meanwhile")
  }

  @Test(arguments: [
    ("US", DateOrder.mdy), ("pa", .mdy), ("PR", .mdy), ("MX", .dmy), ("ES", .dmy),
  ])
  func theCountryIsTheLastResort(country: String, order: DateOrder) throws {
    for file in ["android-ambiguous.txt", "android-ambiguous-spanish.txt"] {
      let survey = try Fixture.read(file, country: country).survey
      #expect(survey.order == order)
      #expect(survey.evidence == .region)
    }
  }

  @Test func aLanguageOutweighsTheCountry() throws {
    #expect(try Fixture.read("samples/wca_android_it.txt", country: "US").survey.order == .dmy)
  }

  @Test func theSameNumbersTwiceNeedNoOrder() throws {
    let survey = try Outcome("05/05/24, 10:00 - A: x\n06/06/24, 10:00 - A: y\n").survey
    #expect(survey.order == .dmy)
    #expect(survey.evidence == .sameEitherWay)
  }

  @Test func whatIsGivenTakesThePlaceOfTheSurvey() throws {
    let outcome = try Fixture.read("android-ambiguous.txt", order: .mdy)
    #expect(outcome.stamps == ["2024-03-04 09:00:00", "2024-03-04 09:05:00"])
    let yearFirst = try Fixture.read("samples/chatminer_test_yyyymmdd_24hrs.txt", order: .mdy)
    #expect(yearFirst.records.count == 9)
    #expect(yearFirst.stamps.first == "2019-01-01 11:25:00")
  }

  @Test func conflictingNumbersLeaveTheFewerLinesInTheBody() throws {
    let outcome = try Outcome(
      "13/06/24, 10:00 - A: uno\n14/06/24, 10:00 - A: dos\n06/15/24, 10:00 - B: pegado\n16/06/24, 10:00 - A: tres\n"
    )
    #expect(outcome.texts == ["uno", "dos\n06/15/24, 10:00 - B: pegado", "tres"])
    #expect(outcome.survey.order == .dmy)
  }

  @Test(arguments: [
    ("12/11/2024, 10:00 - A: x", nil),  // old Android let the user choose MM/dd/yyyy
    ("[02/11/2024, 10:00:00] A: x", DateOrder.dmy),
    ("02/11/24, 10:00 a. m. - A: x", nil),  // dots are Spanish, and es-PA is MM/dd
    ("2/11/24, 10:00 am - A: x", nil),
    ("2/11/24, 10:00 AM - A: x", .mdy),
    ("02.11.24, 10:00 - A: x", .dmy),
  ])
  func shapesProveAsMuchAsRegionsWrite(line: String, order: DateOrder?) throws {
    #expect(try Outcome(line + "\n").survey.order == order)
  }

  @Test(arguments: [
    ("IMG-20240313-WA0001.jpg", "2024-03-13"), ("00000001-PHOTO-2024-03-12-15-46-01.jpg", "2024-03-12"),
    ("PTT-20240230-WA0001.opus", nil), ("IMG-2024031-WA0001.jpg", nil), ("a-20240313.jpg", nil), ("", nil),
    ("x-y-IMG-20240313-WA1", "2024-03-13"),
  ])
  func mediaNamesTellTheirDay(name: String, day: String?) {
    let found = Array(name.utf8).withUnsafeBytes { MediaNameDate.find(in: ByteView($0)) }
    #expect(found.map { String($0.midnight.written.prefix(10)) } == day)
  }
}
