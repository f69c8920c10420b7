import Testing

@testable import VocChannels

@Suite struct TimeLengthTests {
  @Test(arguments: [
    ("75", 75), ("75,5", 76), ("75.4", 75), ("1:15", 75), ("0:01:15", 75), ("00:01:15.250", 75),
    ("100:00:00", 360_000),
    ("1h 5m", 3900), ("5 min 30 seg", 330), ("1 hora", 3600), ("PT1H5M3S", 3903), ("P1DT1H", 90_000),
    ("0", 0),
    ("90 s", 90),
  ])
  func lengthsInEveryWriting(text: String, seconds: Int64) {
    #expect(TimeLength.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", "-5", "un rato", "1:75", "1:2:3:4", "5 parsecs", "12 10 x", "99999999999", "1e9", "1,2,3", "h", ":30",
    "nan",
    "999999999999999999999999999",
  ])
  func whatIsNoLengthOfTime(text: String) {
    #expect(TimeLength.seconds(text) == nil)
  }
}
