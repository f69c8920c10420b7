/// How one greets at an hour of the day.
public enum Greeting {
  /// In the language (BCP 47), else in that of the country: Portuguese in Brazil and Portugal, else Spanish.
  public static func text(language: String?, country: String?, hour: Int) -> String {
    let words =
      switch code(language, country) {
      case "pt": ["Bom dia", "Boa tarde", "Boa noite"]
      case "en": ["Good morning", "Good afternoon", "Good evening"]
      default: ["Buenos días", "Buenas tardes", "Buenas noches"]
      }
    return switch hour {
    case 5..<12: words[0]
    case 12..<19: words[1]
    default: words[2]
    }
  }

  private static func code(_ language: String?, _ country: String?) -> String {
    guard let language, !language.isEmpty else {
      return ["BR", "PT"].contains(country?.uppercased() ?? "") ? "pt" : "es"
    }
    return language.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }
}
