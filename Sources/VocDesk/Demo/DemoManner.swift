import VocDomain

/// How somebody types: accents or none, capitals or none, slips and emoji.
struct DemoManner {
  private let dropsAccents: Bool
  private let dropsCapitals: Bool
  private let slips: Double
  private let emoji: Double

  init(dice: inout SplitMix64) {
    dropsAccents = dice.chance(0.45)
    dropsCapitals = dice.chance(0.4)
    slips = dice.pick([0, 0, 0.05, 0.15, 0.4])
    emoji = dice.pick([0, 0, 0.05, 0.25])
  }

  /// Rewrites what was typed since `start`.
  func apply(to text: inout [UInt8], from start: Int, dice: inout SplitMix64) {
    if dropsAccents { DemoManner.dropAccents(of: &text, from: start) }
    if dropsCapitals, start < text.count, (65...90).contains(text[start]) { text[start] += 32 }
    if dice.chance(slips) { DemoManner.slip(in: &text, from: start, dice: &dice) }
    if dice.chance(emoji) { text += (" " + dice.pick(DemoManner.faces)).utf8 }
  }

  private static let faces = ["🙏", "😊", "😅", "👍", "☕", "🙌", "😕", "🥲", "👀", "🤔", "❤️", "😤"]

  /// Vowels lose theirs and the opening signs "¿" and "¡" go; "ñ" and "ç" stay.
  private static func dropAccents(of text: inout [UInt8], from start: Int) {
    var end = start
    var index = start
    while index < text.count {
      let byte = text[index]
      let next = index + 1 < text.count ? text[index + 1] : 0
      if byte == 0xC2 && (next == 0xBF || next == 0xA1) {
        index += 2
        continue
      }
      if byte == 0xC3, let plain = plainLetters[next] {
        text[end] = plain
        index += 2
      } else {
        text[end] = byte
        index += 1
      }
      end += 1
    }
    text.removeLast(text.count - end)
  }

  /// By the second byte of their UTF-8 (the first is C3): á é í ó ú ã õ â ê ô Á É Í Ó Ú.
  private static let plainLetters: [UInt8: UInt8] = [
    0xA1: 97, 0xA9: 101, 0xAD: 105, 0xB3: 111, 0xBA: 117, 0xA3: 97, 0xB5: 111, 0xA2: 97, 0xAA: 101, 0xB4: 111,
    0x81: 65, 0x89: 69, 0x8D: 73, 0x93: 79, 0x9A: 85,
  ]

  /// Swaps two letters, types one twice or leaves one out.
  private static func slip(in text: inout [UInt8], from start: Int, dice: inout SplitMix64) {
    guard text.count - start > 8 else { return }
    let index = start + 1 + dice.below(text.count - start - 2)
    func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
    guard isLetter(text[index]), isLetter(text[index + 1]) else { return }
    switch dice.below(3) {
    case 0: text.swapAt(index, index + 1)
    case 1: text.insert(text[index], at: index)
    default: text.remove(at: index)
    }
  }
}
