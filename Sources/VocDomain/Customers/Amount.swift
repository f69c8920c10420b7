/// Amounts as people write them: "1250", "1250.5", "12.500,00", "$ 1,250.75".
public enum Amount {
  /// What a number says, at most 15 digits before its decimals; nil for anything else, for a negative one, and for
  /// what may be two numbers: "1.250" is a thousand here and one and a quarter there.
  public static func read(_ text: String) -> Double? {
    let signs = Set("$€£ \u{A0}\u{202F}")
    let body = text.filter { !signs.contains($0) }
    guard let marks = decimalMark(of: body) else { return nil }
    var digits = ""
    for character in body where character != marks.group {
      digits.append(character == marks.decimal ? "." : character)
    }
    let whole = digits.prefix { $0 != "." }
    guard (1...15).contains(whole.count), digits.last != ".", let value = Double(digits) else { return nil }
    return value
  }

  /// Which mark stands before the decimals and which between groups; nil where neither can be told.
  private static func decimalMark(of text: String) -> (decimal: Character?, group: Character?)? {
    guard text.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "," }) else { return nil }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let marks = text.filter { $0 == "." || $0 == "," }
    guard let last = marks.last, let first = marks.first else { return (nil, nil) }
    let isGrouped =
      parts.dropFirst().dropLast().allSatisfy { $0.count == 3 } && (1...3).contains(parts[0].count)
    if marks.dropLast().allSatisfy({ $0 == first }) && first != last {
      return isGrouped ? (last, first) : nil
    }
    guard marks.allSatisfy({ $0 == first }) else { return nil }
    let tail = parts.last?.count ?? 0
    if marks.count > 1 { return isGrouped && tail == 3 ? (nil, first) : nil }
    // One mark before three digits: only a number that no group can begin with tells.
    return tail == 3 && (1...3).contains(parts[0].count) && parts[0] != "0" ? nil : (last, nil)
  }
}
