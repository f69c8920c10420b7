import VocDomain

/// "2026-11-16".
func dayText(_ date: CivilDate) -> String {
  let (year, month, day) = date.components
  return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
}
