extension ZoneClock {
  /// Whether two names mean the same zone: those of UTC are one zone.
  public static func isSame(_ one: String, _ other: String) -> Bool {
    one == other || namesOfUTC.contains(one.lowercased()) && namesOfUTC.contains(other.lowercased())
  }

  /// The links to Etc/UTC and Etc/GMT of the IANA database (its files `etcetera` and `backward`), in lower case.
  private static let namesOfUTC: Set<String> = {
    let names = [
      "utc", "uct", "universal", "zulu", "gmt", "gmt0", "gmt+0", "gmt-0", "greenwich",
    ]
    return Set(names + names.map { "etc/" + $0 })
  }()
}
