public import VocDomain

/// A national public holiday.
public struct Holiday: Hashable, Sendable {
  /// When it is observed: a holiday that the law moves stands on the day it is moved to.
  public let date: CivilDate
  /// In Spanish; in Portuguese for Brazil.
  public let name: String
  /// The law that says so.
  public let source: String
}

/// The public holidays that national law fixes, computed without a network, for 2015 to 2035.
///
/// Left out: days for banks, schools or offices alone, half days, those of a region or a city, those that an
/// employer may choose to keep, and what a government decrees for one year, as bridges, censuses and mourning
/// are. A calendar's exceptions are for those. Decrees of past years that moved a holiday of the law are in.
public enum Holidays {
  /// ISO 3166-1 alpha-2, sorted.
  public static let countries: [String] = laws.keys.sorted()

  /// A country's holidays of one year by date; two may share one. Empty for a country that is not in
  /// `countries`.
  public static func days(of country: String, in year: Int) -> [Holiday] {
    guard let law = laws[country] else { return [] }
    // New Year's Day may be kept on the last day of the year before.
    let holidays = (year - 1...year + 1).flatMap { law.holidays(ofYear: $0) }
    return holidays.filter { $0.date.components.year == year }.sorted { $0.date < $1.date }
  }

  static func isHoliday(_ date: CivilDate, in country: String) -> Bool {
    days(of: country, in: date.components.year).contains { $0.date == date }
  }

  static let laws: [String: HolidayLaw] = [
    "AR": .argentina, "BO": .bolivia, "BR": .brazil, "CL": .chile, "CO": .colombia, "CR": .costaRica,
    "DO": .dominicanRepublic, "EC": .ecuador, "ES": .spain, "GT": .guatemala, "HN": .honduras,
    "MX": .mexico, "NI": .nicaragua, "PA": .panama, "PE": .peru, "PR": .puertoRico, "PY": .paraguay,
    "SV": .elSalvador, "UY": .uruguay, "VE": .venezuela,
  ]
}

/// The holidays of one country.
struct HolidayLaw: Sendable {
  /// The law of those rules that name none of their own.
  let law: String
  let rules: [HolidayRule]

  init(_ law: String, _ rules: [HolidayRule]) {
    self.law = law
    self.rules = rules
  }

  func holidays(ofYear year: Int) -> [Holiday] {
    rules.flatMap { rule in
      rule.dates(ofYear: year).map { Holiday(date: $0, name: rule.name, source: rule.source ?? law) }
    }
  }
}
