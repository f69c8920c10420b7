import Foundation
import Testing
import VocTesting

@testable import VocDesk

/// The second thread of an import: what it hands over, and how it ends.
@Suite(.notForEver) struct ReadAheadTests {
  private struct Broken: Error, Equatable { var by: String }

  /// What two threads count.
  private final class Count: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    var value: Int { lock.withLock { count } }
    func add() { lock.withLock { count += 1 } }
  }

  /// Has pieces read, and taken, at a pace of their own; either may break at a piece.
  private struct Run {
    var pieces: [[UInt8]]
    var readerBreaksAt: Int?
    var takerBreaksAt: Int?
    var taken: [[UInt8]] = []
    var isReaderOver = false
    var mostAhead = 0
    var thrown: Broken?

    init(_ chance: inout Chance) {
      let size = chance.one(of: [0, 1, 100, 100_000]) ?? 0
      pieces = (0..<chance.number(0...40)).map { Array(repeating: UInt8($0), count: size) }
      if chance.isTrue(oneIn: 2) { readerBreaksAt = chance.number(0...pieces.count) }
      if chance.isTrue(oneIn: 2) { takerBreaksAt = chance.number(0...pieces.count) }
    }

    mutating func perform(_ chance: inout Chance) throws {
      let (handed, over) = (Count(), Count())
      let (slowReader, slowTaker) = (chance.isTrue(oneIn: 3), chance.isTrue(oneIn: 3))
      do {
        try ReadAhead<[UInt8]>.run { [pieces, readerBreaksAt] hand in
          defer { over.add() }
          for (index, piece) in pieces.enumerated() {
            if index == readerBreaksAt { throw Broken(by: "reader") }
            if slowReader { usleep(50) }
            try hand(piece)
            handed.add()
          }
          if readerBreaksAt == pieces.count { throw Broken(by: "reader") }
        } take: { piece in
          if slowTaker { usleep(50) }
          mostAhead = max(mostAhead, handed.value - taken.count)
          if taken.count == takerBreaksAt { throw Broken(by: "taker") }
          taken.append(piece)
        }
      } catch let error as Broken {
        thrown = error
      }
      isReaderOver = over.value == 1
    }
  }

  @Test(arguments: 1...300)
  func piecesComeInOrderUntilSomebodyBreaks(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var run = Run(&chance)
    try run.perform(&chance)
    let count = run.pieces.count
    let read = min(run.readerBreaksAt ?? count, count)
    let takerBreaks = run.takerBreaksAt.map { $0 < read } ?? false
    #expect(run.taken == Array(run.pieces[..<(takerBreaks ? run.takerBreaksAt ?? 0 : read)]), "seed \(seed)")
    let wanted: Broken? =
      takerBreaks ? Broken(by: "taker") : run.readerBreaksAt.map { _ in Broken(by: "reader") }
    #expect(run.thrown == wanted, "seed \(seed)")
    #expect(run.isReaderOver, "seed \(seed)")
    // One is being taken, two wait.
    #expect(run.mostAhead <= 3, "seed \(seed)")
  }

  /// A reader that goes on after it was told to stop is told again, and nothing more of it is taken.
  @Test func aReaderThatSwallowsErrorsHangsNobody() {
    let handed = Count()
    var taken: [Int] = []
    #expect(throws: Broken(by: "taker")) {
      try ReadAhead<Int>.run { hand in
        for piece in 0..<1_000 {
          try? hand(piece)
          handed.add()
        }
      } take: { piece in
        taken.append(piece)
        if piece == 3 { throw Broken(by: "taker") }
      }
    }
    #expect(taken == [0, 1, 2, 3] && handed.value == 1_000)
  }

  @Test(arguments: 1...50)
  func workAlongsideIsWaitedFor(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let (fails, isSlow) = (chance.isTrue(oneIn: 2), chance.isTrue(oneIn: 2))
    let work = Alongside<UInt64> {
      if isSlow { usleep(200) }
      if fails { throw Broken(by: "worker") }
      return seed
    }
    if chance.isTrue(oneIn: 2) { usleep(200) }
    for _ in 1...2 {
      let result = Result { try work.value() }
      if fails {
        #expect(throws: Broken(by: "worker")) { try result.get() }
      } else {
        #expect(try result.get() == seed)
      }
    }
  }
}
