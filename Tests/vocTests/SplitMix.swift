/// A small seeded generator (Steele, Lea, Flood 2014), so that a failing property can be repeated.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Text from an alphabet that holds what is hard to show.
  mutating func text(upTo length: Int = 30) -> String {
    let alphabet: [String] = [
      "a", "Z", "ñ", "e\u{301}", "漢", "👩‍👩‍👧", "🇲🇽", "❤️", " ", "\t", "\n", "\r\n", "\"", "\\", ",", ";", "=", "-",
      "\u{0}", "\u{1B}[31m", "\u{85}", "\u{202E}", "\u{2066}", "\u{2028}", "\u{FEFF}", "\u{301}", "ｱ", "１",
      "한", "𝒳",
    ]
    return (0..<Int.random(in: 0...length, using: &self)).map { _ in
      alphabet.randomElement(using: &self) ?? ""
    }
    .joined()
  }
}
