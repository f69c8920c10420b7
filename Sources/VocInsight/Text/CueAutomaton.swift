/// Many cue patterns in one deterministic automaton, run from the beginning of each word.
///
/// Thompson's construction and the subset construction (Aho, Lam, Sethi & Ullman, "Compilers", 2nd edition, 3.7), made
/// whole at the start so that it is a value that never changes. A start at a word dies after a few codes, and no
/// pattern is longer than some words, so a text takes time in proportion to its length.
struct CueAutomaton: Sendable {
  private let columns: [UInt8]
  private let width: Int
  /// The state after a state, by column; 0 is dead, 1 the start.
  private let next: [Int32]
  /// The patterns, as bits, that end in a state.
  private let accepted: [UInt64]

  /// Of at most 64 patterns.
  init(_ patterns: [CuePattern]) {
    precondition(patterns.count <= 64, "a pattern is a bit of a word")
    var graph = CueGraph()
    let starts = patterns.enumerated().map { graph.add($1, ending: $0) }
    let (columns, members) = graph.columns()
    self.columns = columns
    width = members.count
    var next: [Int32] = Array(repeating: 0, count: 2 * width)
    let start = graph.closure(of: starts)
    var sets: [[Int32]] = [[], start]
    var numbers = [start: 1]
    numbers[[]] = 0
    var state = 1
    while state < sets.count {
      for column in 1..<max(width, 1) {
        let following = graph.closure(of: graph.steps(from: sets[state], on: members[column]))
        if let known = numbers[following] {
          next[state * width + column] = Int32(known)
        } else {
          numbers[following] = sets.count
          next[state * width + column] = Int32(sets.count)
          sets.append(following)
          next.append(contentsOf: repeatElement(0, count: width))
        }
      }
      state += 1
    }
    self.next = next
    accepted = sets.map { graph.accepted(in: $0) }
  }

  /// Calls `found` with the patterns, as bits, of every stretch of whole words that is one of them: by its start,
  /// from the left; of one start, the shortest first.
  @inline(__always)
  func search(_ codes: [UInt8], found: (Range<Int>, UInt64) -> Void) {
    codes.withUnsafeBufferPointer { codes in
      FoldingTable.isWord.withUnsafeBufferPointer { isWord in
        next.withUnsafeBufferPointer { next in
          var start = 0
          while start < codes.count {
            if isWord[Int(codes[start])] {
              run(codes, from: start, isWord, next, found)
              while start < codes.count, isWord[Int(codes[start])] { start += 1 }
            }
            start += 1
          }
        }
      }
    }
  }

  @inline(__always)
  private func run(
    _ codes: UnsafeBufferPointer<UInt8>, from start: Int, _ isWord: UnsafeBufferPointer<Bool>,
    _ next: UnsafeBufferPointer<Int32>, _ found: (Range<Int>, UInt64) -> Void
  ) {
    var state = 1
    var index = start
    while index < codes.count {
      state = Int(next[state * width + Int(columns[Int(codes[index])])])
      if state == 0 { return }
      index += 1
      let isWordEnd =
        isWord[Int(codes[index - 1])] && (index == codes.count || !isWord[Int(codes[index])])
      if isWordEnd && accepted[state] != 0 { found(start..<index, accepted[state]) }
    }
  }
}

/// The nondeterministic automaton of some patterns, each with an end of its own.
private struct CueGraph {
  private enum Node {
    case step(CuePattern.CodeSet, to: Int32)
    case fork(Int32, Int32)
    case end(pattern: Int)
  }

  private var nodes: [Node] = []

  private mutating func make(_ node: Node) -> Int32 {
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  /// Adds a pattern; returns where it begins.
  mutating func add(_ pattern: CuePattern, ending number: Int) -> Int32 {
    add(pattern, before: make(.end(pattern: number)))
  }

  private mutating func add(_ pattern: CuePattern, before following: Int32) -> Int32 {
    switch pattern {
    case .oneOf(let set): return make(.step(set, to: following))
    case .sequence(let parts): return parts.reversed().reduce(following) { add($1, before: $0) }
    case .anyOf(let choices):
      let starts = choices.map { add($0, before: following) }
      return starts.dropFirst().reduce(starts.first ?? following) { make(.fork($0, $1)) }
    case .optional(let inner): return make(.fork(add(inner, before: following), following))
    case .oneOrMore(let inner):
      let fork = make(.fork(following, following))
      let start = add(inner, before: fork)
      nodes[Int(fork)] = .fork(start, following)
      return start
    }
  }

  /// Codes that no pattern tells apart share a column; column 0 is of those that none takes. With each column one
  /// of its codes.
  func columns() -> (columns: [UInt8], members: [UInt8]) {
    var sets: Set<CuePattern.CodeSet> = []
    for case .step(let set, _) in nodes { sets.insert(set) }
    let ordered = Array(sets)
    var numbers = [Array(repeating: false, count: ordered.count): UInt8(0)]
    var members: [UInt8] = [0]
    let columns = (0...255).map { (code: Int) -> UInt8 in
      let signature = ordered.map { $0.contains(UInt8(code)) }
      if let number = numbers[signature] { return number }
      let number = UInt8(truncatingIfNeeded: members.count)
      numbers[signature] = number
      members.append(UInt8(code))
      return number
    }
    return (columns, members)
  }

  /// The nodes reached without a code, in ascending order; forks are left out.
  func closure(of starts: [Int32]) -> [Int32] {
    var reached: Set<Int32> = []
    var pending = starts
    while let node = pending.popLast() {
      guard reached.insert(node).inserted else { continue }
      if case .fork(let one, let other) = nodes[Int(node)] { pending += [one, other] }
    }
    return reached.filter { if case .fork = nodes[Int($0)] { false } else { true } }.sorted()
  }

  func steps(from set: [Int32], on code: UInt8) -> [Int32] {
    set.compactMap { node in
      if case .step(let codes, let to) = nodes[Int(node)], codes.contains(code) { to } else { nil }
    }
  }

  func accepted(in set: [Int32]) -> UInt64 {
    set.reduce(0) { accepted, node in
      if case .end(let pattern) = nodes[Int(node)] { accepted | 1 << UInt64(pattern) } else { accepted }
    }
  }
}
