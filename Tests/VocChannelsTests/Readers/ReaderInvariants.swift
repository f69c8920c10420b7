import Testing
import VocChannels
import VocDomain

/// What must hold for every reader on every file.
enum ReaderInvariants {
  /// What else must hold of what was made of damaged bytes.
  typealias Check = (_ outcome: ReaderOutcome, _ bytes: [UInt8], _ note: Comment) throws -> Void

  /// The bytes give the same in chunks of any length.
  static func chunks(
    _ reader: any ExportReader.Type, _ bytes: [UInt8], options: ReadingOptions = ReadingOptions(),
    _ note: Comment? = nil
  ) {
    let whole = try? ReaderOutcome(reader, bytes, options: options)
    for chunk in [1, 2, 3, 7, 64] {
      let pieces = try? ReaderOutcome(reader, bytes, options: options, chunk: chunk)
      #expect(pieces == whole, note ?? "chunks of \(chunk)")
    }
  }

  /// Nothing traps on damaged files, and what is handed out stands on lines that the file has.
  static func mutations(
    _ reader: any ExportReader.Type, _ files: [[UInt8]], options: ReadingOptions = ReadingOptions(),
    rounds: Int = 150, seed: UInt64 = 20_261_121, name: String? = nil, also: Check = { _, _, _ in }
  ) throws {
    var random = SplitMix(state: seed)
    for (index, original) in files.enumerated() {
      for round in 0..<rounds {
        var bytes = original
        for _ in 0..<Int.random(in: 1...8, using: &random) { damage(&bytes, &random) }
        let note: Comment = "\(name ?? "file \(index)") seed \(seed) round \(round)"
        _ = reader.recognises(ExportHead(bytes: Array(bytes.prefix(1 << 16)), fileName: name ?? "-"))
        do {
          let outcome = try ReaderOutcome(reader, bytes, options: options, name: name ?? "-")
          check(outcome, bytes, note)
          let pieces = try ReaderOutcome(reader, bytes, options: options, name: name ?? "-", chunk: 5)
          #expect(pieces == outcome, note)
          try also(outcome, bytes, note)
        } catch is UnreadableExport {
          continue
        }
      }
    }
  }

  /// The same for a fixture, each with numbers of its own.
  static func mutations(
    _ reader: any ExportReader.Type, _ fixture: ExportFixture, options: ReadingOptions = ReadingOptions(),
    rounds: Int, also: Check = { _, _, _ in }
  ) throws {
    try mutations(
      reader, [try fixture.bytes], options: options, rounds: rounds, name: fixture.name, also: also)
  }

  /// Bytes that are no file at all, behind `prefix`, are read or refused.
  static func noise(
    _ reader: any ExportReader.Type, after prefix: String = "", options: ReadingOptions = ReadingOptions(),
    rounds: Int = 200, also: Check = { _, _, _ in }
  ) throws {
    var random = SplitMix(state: 99)
    for round in 0..<rounds {
      let noise = (0..<Int.random(in: 0...400, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let bytes = Array(prefix.utf8) + noise
      let note: Comment = "noise \(round)"
      let isRecognised = reader.recognises(ExportHead(bytes: noise, fileName: "-"))
      #expect(!isRecognised, note)
      guard let outcome = try? ReaderOutcome(reader, bytes, options: options) else { continue }
      check(outcome, bytes, note)
      try also(outcome, bytes, note)
    }
  }

  private static func check(_ outcome: ReaderOutcome, _ bytes: [UInt8], _ note: Comment) {
    // An encoding of two bytes, or lone CRs, can only make fewer lines of the same bytes.
    let lines = 1 + bytes.count { $0 == 10 || $0 == 13 }
    #expect(outcome.records.allSatisfy { (1...lines).contains($0.line) }, note)
    #expect(
      outcome.problems.allSatisfy {
        $0.line >= 1 && $0.lineCount >= 1 && $0.line + $0.lineCount - 1 <= lines
      },
      note)
    // JSON that the end of the file cuts off may have nothing left to show.
    #expect(outcome.problems.allSatisfy { !$0.raw.isEmpty || $0.reason == .json }, note)
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let spice: [UInt8] =
      Array("\0\n\r\"\",;|{}[]:\\%#/019-+. \teTnZ".utf8) + [0x80, 0xA0, 0xC3, 0xD8, 0xF0, 0xFF]
    let start = Int.random(in: bytes.indices, using: &random)
    let end = min(bytes.count, start + Int.random(in: 0...40, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[start] = spice.randomElement(using: &random) ?? 0
    case 2: bytes.insert(spice.randomElement(using: &random) ?? 0, at: start)
    case 3: bytes.removeSubrange(start..<end)
    case 4: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 5: bytes.remove(at: start)
    default: if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeSubrange(start...) }
    }
  }
}
