/// A column's name as it is compared: letters and digits only, lower case, without accents.
enum HeaderKey {
  static func fold(_ name: String) -> String {
    var key = ""
    for scalar in name.lowercased().unicodeScalars {
      if let plain = plain[scalar] {
        key += plain
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        key.unicodeScalars.append(scalar)
      }
    }
    return key
  }

  /// The letters with marks of Spanish, Portuguese and their neighbours; a mark on its own is no letter.
  private static let plain: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    let groups = [
      "a": "áàâäãåª", "e": "éèêë", "i": "íìîï", "o": "óòôöõº", "u": "úùûü", "n": "ñ", "c": "ç", "y": "ýÿ",
    ]
    for (letter, marked) in groups {
      for scalar in marked.unicodeScalars { table[scalar] = letter }
    }
    return table
  }()
}
