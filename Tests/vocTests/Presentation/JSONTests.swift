import Foundation
import Testing

@testable import voc

@Suite struct JSONTests {
  @Test func objectsKeepTheirOrder() {
    let value: JSON = ["b": 1, "a": [true, "x"], "c": .null, "d": .double(0.5), "e": .double(.nan)]
    #expect(value.text == #"{"b":1,"a":[true,"x"],"c":null,"d":0.5,"e":null}"#)
    #expect(value.selecting(["c", "b", "z"]).text == #"{"c":null,"b":1}"#)
    #expect(JSON.double(.infinity).text == "null")
    #expect(JSON.double(1e300).text == "1e+300")
  }

  @Test func textsAreQuoted() {
    #expect(
      JSON.string("\"\\\n\r\t\u{0}\u{1B}\u{7F}\u{202E}ñ😀/").text
        == #""\"\\\n\r\t\u0000\u001b\u007f\u202eñ😀/""#)
  }

  @Test func foundationReadsWhatIsWritten() throws {
    var random = SplitMix(seed: 1)
    for round in 0..<1000 {
      let value = JSONTests.value(&random, depth: 3)
      let data = Data(value.text.utf8)
      let back = try JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
      #expect(JSONTests.matches(value, back), "seed 1, round \(round): \(value.text)")
    }
  }

  private static func value(_ random: inout SplitMix, depth: Int) -> JSON {
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .int(Int64(truncatingIfNeeded: random.next()))
    case 3: return .double(Double.random(in: -1e6...1e6, using: &random))
    case 4: return .string(random.text())
    case 5: return .array((0..<3).map { _ in value(&random, depth: depth - 1) })
    default:
      return .object((0..<3).map { .init("k\($0)\(random.text(upTo: 3))", value(&random, depth: depth - 1)) })
    }
  }

  private static func matches(_ value: JSON, _ read: Any) -> Bool {
    switch value {
    case .null: return read is NSNull
    case .bool(let expected): return read as? Bool == expected
    case .int(let expected): return (read as? NSNumber)?.int64Value == expected
    case .double(let expected):
      // Foundation reads numbers through Decimal and loses the last bits.
      guard Double(value.text) == expected, let number = read as? NSNumber else { return false }
      return (number.doubleValue - expected).magnitude <= 16 * expected.ulp
    case .string(let expected): return (read as? String).map { Array($0.utf8) } == Array(expected.utf8)
    case .array(let expected):
      guard let items = read as? [Any], items.count == expected.count else { return false }
      return zip(expected, items).allSatisfy { matches($0, $1) }
    case .object(let expected):
      guard let members = read as? [String: Any], members.count == expected.count else { return false }
      return expected.allSatisfy { member in members[member.name].map { matches(member.value, $0) } ?? false }
    }
  }
}
