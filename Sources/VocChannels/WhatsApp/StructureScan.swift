import VocDomain

/// First pass over an export: which shapes its headers have, and how its records end.
struct StructureScan {
  /// The shapes met, in the order of their first line.
  struct Shapes {
    /// More would be no export; a line of yet another shape is no header.
    private static let limit = 64
    private(set) var all: [ShapeStatistics] = []
    private var last = 0

    /// Headers of all shapes.
    var count: Int { all.reduce(0) { $0 + $1.count } }

    /// The shape with the most headers; of two alike the earlier.
    var winner: ShapeStatistics? {
      all.reduce(nil) { best, next in best.map { next.count > $0.count ? next : $0 } ?? next }
    }

    mutating func add(_ header: Header, rest: ByteView) {
      if last >= all.count || all[last].shape != header.shape {
        if let found = all.firstIndex(where: { $0.shape == header.shape }) {
          last = found
        } else {
          guard all.count < Shapes.limit else { return }
          last = all.count
          all.append(ShapeStatistics(shape: header.shape))
        }
      }
      all[last].add(header, rest: rest)
    }
  }

  /// Headers on any line.
  private var everywhere = Shapes()
  /// Headers on the first line and on lines after a CRLF.
  private var afterCRLF = Shapes()
  /// Lines after a CRLF, blank ones left out.
  private var crlfStarts = 0
  private var crlfLines = 0
  /// The shape of the first line that is not blank, where that is a header.
  private var firstShape: HeaderShape?
  /// Something else than blanks stands somewhere.
  private(set) var hasText = false
  private var previousEnding = LineReader.Ending.crlf
  /// Bytes that are no UTF-8 stand before the first header.
  private(set) var hasForeignText = false

  mutating func take(_ line: LineReader.Line) {
    let isStart = previousEnding == .crlf
    previousEnding = line.ending
    if line.ending == .crlf { crlfLines += 1 }
    let bytes = ByteView(line.bytes)
    guard let header = HeaderReader.read(bytes), header.isPossible else {
      if everywhere.all.isEmpty, !hasForeignText { hasForeignText = !TextCheck.isUTF8(bytes) }
      if (isStart || !hasText) && !bytes.isBlank {
        if isStart { crlfStarts += 1 }
        hasText = true
      }
      return
    }
    if !hasText {
      hasText = true
      firstShape = header.shape
    }
    let rest = bytes.from(header.restStart)
    everywhere.add(header, rest: rest)
    if isStart {
      crlfStarts += 1
      afterCRLF.add(header, rest: rest)
    }
  }

  /// What the second pass goes by; nil where no line is a header.
  func plan() -> ReadPlan? {
    let isRecordMode = endsRecordsWithCRLF
    let shapes = isRecordMode ? afterCRLF : everywhere
    guard let winner = shapes.winner else { return nil }
    let isMixture = firstShape != nil && firstShape != winner.shape
    let winnerDecision = OrderEvidence.decide(winner)
    let planned = shapes.all.map { statistics in
      let isWinner = statistics.shape == winner.shape
      var decision = isWinner ? winnerDecision : OrderEvidence.decide(statistics)
      if decision == nil, !isMixture, statistics.shape.hasDates(of: winner.shape) {
        decision = winnerDecision
      }
      return ReadPlan.Shape(
        shape: statistics.shape, order: decision?.order, evidence: decision?.evidence,
        isTrusted: isMixture || isWinner, isWinner: isWinner)
    }
    return ReadPlan(shapes: planned, isRecordMode: isRecordMode)
  }

  /// True where a CRLF is the end of a record, and an LF a line break within one.
  ///
  /// iOS writes so, without exception in 14,230 records of real exports. Where that holds, a header after an LF was typed or pasted by somebody.
  private var endsRecordsWithCRLF: Bool {
    guard crlfLines > 0, let winner = afterCRLF.winner else { return false }
    let headers = afterCRLF.count
    // One damaged record in a thousand does not switch the guard off.
    guard (crlfStarts - headers) * 1000 <= crlfStarts else { return false }
    // An export with LF endings may hold a pasted CR, and two "records" then; Android's always have LF.
    let share = winner.shape.isIOS ? 10 : 90
    return headers * 100 >= everywhere.count * share
  }
}

/// What the first pass decided: which lines open a record, and how to read their dates.
struct ReadPlan: Sendable {
  struct Shape: Sendable {
    let shape: HeaderShape
    /// Nil while undecided.
    var order: DateOrder?
    var evidence: DateOrder.Evidence?
    /// Opens a record wherever it stands; a shape that is not must fit in time between its neighbours.
    let isTrusted: Bool
    let isWinner: Bool
  }

  var shapes: [Shape]
  /// Only the first line and lines after a CRLF can be headers.
  let isRecordMode: Bool

  /// Of the trusted shapes the winner speaks for the file, unless another is undecided.
  var order: DateOrder? {
    let trusted = shapes.filter(\.isTrusted)
    guard trusted.allSatisfy({ $0.order != nil }) else { return nil }
    return trusted.first(where: \.isWinner)?.order
  }

  var evidence: DateOrder.Evidence? { order == nil ? nil : shapes.first(where: \.isWinner)?.evidence }

  /// Gives the shapes that are still open an order.
  mutating func settle(_ order: DateOrder, evidence: DateOrder.Evidence) {
    for index in shapes.indices where shapes[index].order == nil {
      shapes[index].order = order
      shapes[index].evidence = evidence
    }
  }

  /// Reads day and month as somebody said.
  ///
  /// A year that stands first stays there, and so do the dates of a second shape whose numbers prove their
  /// order: what was said is about the open ones.
  func overridden(by order: DateOrder?) -> ReadPlan {
    guard let order, order != .ymd else { return self }
    var plan = self
    for index in plan.shapes.indices {
      let shape = plan.shapes[index]
      if shape.shape.isYearFirst || (!shape.isWinner && shape.evidence == .numbers) { continue }
      plan.shapes[index].order = order
      plan.shapes[index].evidence = .given
    }
    return plan
  }

  /// What the plan says of a header's shape; nil for a shape that no header of this file has.
  @inline(__always)
  func shape(of header: Header) -> Shape? {
    for shape in shapes where shape.shape == header.shape { return shape }
    return nil
  }
}
