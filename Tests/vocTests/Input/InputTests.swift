import Testing

@testable import voc

@Suite struct TextInputTests {
  private func read(_ fake: FakeWorld, _ arguments: [String] = [], context: String = "") throws -> String {
    try TextInput.read(fake.invocation(["1"] + arguments, of: FakeVerbs.reply), context: context)
  }

  @Test func theMessageWinsThenTheInputThenTheEditor() throws {
    let fake = FakeWorld()
    fake.edited = "  del editor \n"
    #expect(try read(fake) == "del editor")
    #expect(try read(fake, context: "lo que dijo el cliente") == "del editor")
    fake.input = "de la entrada\ny más\n"
    #expect(try read(fake, ["-m", "--del mensaje"]) == "--del mensaje")
    #expect(try read(fake) == "de la entrada\ny más")
  }

  @Test func noTextIsAMistake() {
    let fake = FakeWorld()
    fake.edited = " \n"
    #expect(throws: UsageError.self) { try read(fake) }
    fake.input = "\n"
    #expect(throws: UsageError.self) { try read(fake) }
    #expect(throws: UsageError.self) { try read(fake, ["-m", " "]) }
    fake.input = "7"
    #expect(throws: UsageError.self) {
      try TextInput.read(fake.invocation(["1"], of: FakeVerbs.reply), inputIsTaken: true)
    }
    #expect(fake.input == "7")
  }
}

@Suite struct TicketNumbersTests {
  static let good: [(String, [Int64])] = [
    ("12", [12]), ("#12", [12]), ("3-7", [3, 4, 5, 6, 7]), ("#3-#5", [3, 4, 5]), ("3,5", [3, 5]),
    ("1-2,9,4-4", [1, 2, 9, 4]), ("9223372036854775807", [.max]),
    ("9223372036854775806-9223372036854775807", [.max - 1, .max]),
  ]

  @Test(arguments: good)
  func areUnderstood(word: String, numbers: [Int64]) throws {
    #expect(try TicketNumbers.parse(word) == numbers)
  }

  @Test(arguments: [
    "", "x", "#", "0", "-3", "3-", "7-3", "1-2-3", "3,", ",3", "1.5", "+4", "١٢", "1-525512345678",
    "99999999999999999999",
  ])
  func aBadOneNamesItself(word: String) {
    let error = #expect(throws: UsageError.self) { try TicketNumbers.parse(word) }
    #expect(error?.values["word"] == word)
  }

  /// What is said advises nothing that was just refused.
  @Test func severalOrBackwardsAreToldApart() {
    let several = #expect(throws: UsageError.self) { try TicketNumbers.one("22,23") }
    #expect(several?.todo(.es) == "Va un solo número de ticket: 12 o #12")
    let backwards = #expect(throws: UsageError.self) { try TicketNumbers.parse("#3-1") }
    #expect(backwards?.values["right"] == "1-3")
  }

  @Test func comeFromTheInputWhenThereAreNoWords() throws {
    let fake = FakeWorld()
    fake.input = "12\tabierto\tNo llega\r\n#13 x\n\n12\n"
    #expect(
      try TicketNumbers.read([], world: fake.world) == .init(numbers: [12, 13], cameFromInput: true))
    fake.input = "12"
    #expect(
      try TicketNumbers.read(["5", "4-5"], world: fake.world) == .init(numbers: [5, 4], cameFromInput: false))
    fake.input = nil
    #expect(throws: UsageError.self) { try TicketNumbers.read([], world: fake.world) }
  }
}
