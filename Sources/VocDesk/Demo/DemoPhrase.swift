import VocDomain

/// A sentence with gaps and alternatives: "[Hola|Buenas], mi pedido {order} no llega".
struct DemoPhrase {
  enum Gap: String, CaseIterable {
    case name, agent, product, order, amount, city, carrier, day, hour
  }

  private enum Part {
    case text([UInt8])
    case gap(Gap)
    case choice([[Part]])
  }

  private let parts: [Part]

  /// A bracket that does not close or a gap that does not exist is a mistake in our own books.
  init(_ text: String) {
    var rest = text[...]
    parts = DemoPhrase.parse(&rest)
    precondition(rest.isEmpty, "left over in a phrase: \(rest)")
  }

  /// Reads up to the end, or to the "|" or "]" that ends an alternative.
  private static func parse(_ rest: inout Substring) -> [Part] {
    var parts: [Part] = []
    var literal = ""
    func flush() {
      if !literal.isEmpty { parts.append(.text(Array(literal.utf8))) }
      literal = ""
    }
    while let character = rest.first, character != "|", character != "]" {
      rest.removeFirst()
      switch character {
      case "[":
        flush()
        var alternatives = [parse(&rest)]
        while rest.first == "|" {
          rest.removeFirst()
          alternatives.append(parse(&rest))
        }
        precondition(rest.first == "]", "an open bracket in a phrase")
        rest.removeFirst()
        parts.append(.choice(alternatives))
      case "{":
        flush()
        let name = String(rest.prefix { $0 != "}" })
        guard let gap = Gap(rawValue: name) else { preconditionFailure("no gap is called \(name)") }
        rest = rest.dropFirst(name.count + 1)
        parts.append(.gap(gap))
      default: literal.append(character)
      }
    }
    flush()
    return parts
  }

  func write(to buffer: inout [UInt8], facts: DemoFacts, dice: inout SplitMix64) {
    DemoPhrase.write(parts, to: &buffer, facts: facts, dice: &dice)
  }

  private static func write(
    _ parts: [Part], to buffer: inout [UInt8], facts: DemoFacts, dice: inout SplitMix64
  ) {
    for part in parts {
      switch part {
      case .text(let bytes): buffer += bytes
      case .gap(let gap): facts.write(gap, to: &buffer)
      case .choice(let alternatives):
        write(alternatives[dice.below(alternatives.count)], to: &buffer, facts: facts, dice: &dice)
      }
    }
  }
}

/// What the sentences of one ticket are about, the same in all of them.
struct DemoFacts {
  var name: String
  var agent: String
  var product: String
  var city: String
  var carrier: String
  var day: String
  var order: Int
  var amount: Int
  /// Put before the amount.
  var currency: String
  var hour: Int

  func write(_ gap: DemoPhrase.Gap, to buffer: inout [UInt8]) {
    switch gap {
    case .name: buffer += name.utf8
    case .agent: buffer += agent.utf8
    case .product: buffer += product.utf8
    case .order: buffer += "\(order)".utf8
    case .amount: buffer += "\(currency)\(amount)".utf8
    case .city: buffer += city.utf8
    case .carrier: buffer += carrier.utf8
    case .day: buffer += day.utf8
    case .hour: buffer += "\(hour)".utf8
    }
  }
}
