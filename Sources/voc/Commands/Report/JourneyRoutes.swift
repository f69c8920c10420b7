/// Which way the arrows of a map take between its boxes.
///
/// To the next column they go straight on; those that skip columns bend above what is between, those that go back below
/// it. Arrows that touch one side of a box share it evenly.
struct JourneyRoutes {
  /// The places of both boxes among all.
  struct Ends: Hashable {
    let from: Int
    let to: Int
  }

  private enum Side: Hashable { case left, right, top, bottom }

  private struct Port: Hashable {
    let box: Int
    let side: Side
  }

  /// One for each pair of ends, in their order.
  private(set) var curves: [MapCurve] = []
  private let boxes: [JourneyLayout.Box]

  init(_ boxes: [JourneyLayout.Box], _ ends: [Ends]) {
    self.boxes = boxes
    let sides = ends.map(sides)
    var touching: [Port: [(arrow: Int, isStart: Bool, far: MapPoint)]] = [:]
    for (arrow, (ends, sides)) in zip(ends, sides).enumerated() {
      touching[Port(box: ends.from, side: sides.start), default: []]
        .append((arrow, true, boxes[ends.to].centre))
      touching[Port(box: ends.to, side: sides.end), default: []]
        .append((arrow, false, boxes[ends.from].centre))
    }
    var points = ends.map { (start: boxes[$0.from].centre, end: boxes[$0.to].centre) }
    for (port, touches) in touching {
      let ordered = touches.sorted {
        let (left, right) = (order($0.far, at: port), order($1.far, at: port))
        return (left.0, left.1, $0.arrow, $0.isStart ? 0 : 1) < (
          right.0, right.1, $1.arrow, $1.isStart ? 0 : 1
        )
      }
      for (place, touch) in ordered.enumerated() {
        let share = Double(place + 1) / Double(ordered.count + 1)
        let point = JourneyRoutes.point(on: port.side, of: boxes[port.box].area, at: share)
        if touch.isStart { points[touch.arrow].start = point } else { points[touch.arrow].end = point }
      }
    }
    curves = ends.indices.map { curve(ends[$0], sides[$0], points[$0].start, points[$0].end) }
  }

  /// So that arcs to the same direction lie within each other: of those to the right the widest begins leftmost.
  private func order(_ far: MapPoint, at port: Port) -> (Double, Double) {
    let centre = boxes[port.box].centre
    switch port.side {
    case .left, .right: return (far.y, 0)
    case .top, .bottom: return (far.x < centre.x ? -1 : far.x > centre.x ? 1 : 0, -far.x)
    }
  }

  private func sides(_ ends: Ends) -> (start: Side, end: Side) {
    let (from, to) = (boxes[ends.from], boxes[ends.to])
    switch to.column - from.column {
    case 0 where ends.from == ends.to: return (.top, .top)
    case 0 where abs(from.row - to.row) > 1: return (.right, .right)
    case 0: return from.row < to.row ? (.bottom, .top) : (.top, .bottom)
    case 1: return (.right, .left)
    case 2...:
      // What lies under the middle line is reached from below.
      let isBelow = min(from.row, to.row) >= 0 && max(from.row, to.row) > 0
      return isBelow ? (.bottom, .bottom) : (.top, .top)
    default: return (.bottom, .bottom)
    }
  }

  private static func point(on side: Side, of area: MapArea, at share: Double) -> MapPoint {
    switch side {
    case .left: MapPoint(x: area.left, y: area.top + area.height * share)
    case .right: MapPoint(x: area.right, y: area.top + area.height * share)
    case .top: MapPoint(x: area.left + area.width * share, y: area.top)
    case .bottom: MapPoint(x: area.left + area.width * share, y: area.bottom)
    }
  }

  private func curve(
    _ ends: Ends, _ sides: (start: Side, end: Side), _ start: MapPoint, _ end: MapPoint
  ) -> MapCurve {
    switch sides {
    case (.right, .left):
      let bend = (end.x - start.x) / 2
      return MapCurve(start, start + MapPoint(x: bend, y: 0), end + MapPoint(x: -bend, y: 0), end)
    case (.right, .right):
      return MapCurve(start, start + MapPoint(x: 80, y: 0), end + MapPoint(x: 80, y: 0), end)
    case (.bottom, .top), (.top, .bottom): return MapCurve(start, start, end, end)
    case (.top, _) where ends.from == ends.to:
      return MapCurve(start, start + MapPoint(x: -34, y: -62), end + MapPoint(x: 34, y: -62), end)
    default: return arc(ends, start, end, isAbove: sides.start == .top)
    }
  }

  /// Over, or under, everything in the columns between. A cubic with level controls comes three quarters of their way.
  private func arc(_ ends: Ends, _ start: MapPoint, _ end: MapPoint, isAbove: Bool) -> MapCurve {
    let columns = [boxes[ends.from].column, boxes[ends.to].column].sorted()
    let passed = boxes.indices.filter { index in
      index == ends.from || index == ends.to
        || (columns[0] < boxes[index].column && boxes[index].column < columns[1])
    }.map { boxes[$0].area }
    let room = 26 + 16 * Double(columns[1] - columns[0])
    let edge = (isAbove ? passed.map(\.top).min() : passed.map(\.bottom).max()) ?? start.y
    let y = isAbove ? edge - room : edge + room
    let level = (start.y + end.y) / 2
    let control = level + (y - level) / 0.75
    let lean = (end.x - start.x) * 0.12
    return MapCurve(
      start, MapPoint(x: start.x + lean, y: control), MapPoint(x: end.x - lean, y: control), end)
  }
}
