import Testing
import VocDomain

@Suite struct ZoneNameTests {
  @Test(arguments: [
    "UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "Etc/Zulu", "Etc/UCT", "Greenwich", "GMT0", "utc",
  ])
  func theNamesOfUTCAreOneZone(name: String) {
    #expect(ZoneClock.isSame(name, "Etc/UTC") && ZoneClock.isSame("UTC", name))
  }

  /// Of the same hours now, but not by the same rules.
  @Test(arguments: [
    ("Europe/London", "UTC"), ("Africa/Abidjan", "GMT"), ("Etc/GMT+1", "UTC"),
    ("Atlantic/Reykjavik", "Etc/UTC"),
    ("America/Bogota", "America/Lima"),
  ])
  func allOthersAreKnownByTheirNames(one: String, other: String) {
    #expect(!ZoneClock.isSame(one, other) && ZoneClock.isSame(one, one))
  }
}
