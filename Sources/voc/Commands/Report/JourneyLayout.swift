import VocDesk

/// Where the steps and arrows of a map stand, in pixels.
///
/// Steps stand in columns from left to right by their mean place in tickets, the most frequent in the middle. Arrows that
/// skip columns bend above, those that go back below; each label stands where on its arrow it covers least.
struct JourneyLayout {
  struct Box {
    let activity: JourneyReport.Activity
    let column: Int
    /// From the middle line, downwards.
    let row: Int
    var centre: MapPoint
    var area: MapArea { MapArea(around: centre, width: 150, height: 54) }
  }

  struct Arrow {
    let edge: JourneyReport.Edge
    let note: String
    let width: Double
    var curve: MapCurve
    var label = MapPoint(x: 0, y: 0)
  }

  private(set) var boxes: [Box] = []
  /// The most frequent first.
  private(set) var arrows: [Arrow] = []
  private(set) var width = 640.0
  private(set) var height = 110.0
  static let margin = 24.0

  private static let columnStep = 255.0
  private static let rowStep = 118.0
  private static let mostInColumn = 4
  /// Steps whose mean places are nearer than this share a column.
  private static let nearness = 0.08
  /// Above the picture the heading stands, below it the legend.
  private static let (headRoom, footRoom) = (56.0, 60.0)

  /// `note`: what stands on an arrow.
  init(
    _ activities: [JourneyReport.Activity], _ edges: [JourneyReport.Edge],
    note: (JourneyReport.Edge) -> String
  ) {
    boxes = JourneyLayout.boxes(activities)
    let places = Dictionary(uniqueKeysWithValues: boxes.map { ($0.activity.name, $0) })
    let most = Double(edges.first?.waits.count ?? 1)
    for edge in edges {
      guard let from = places[edge.from], let to = places[edge.to] else { continue }
      let width = 1 + 7 * (Double(edge.waits.count) / most).squareRoot()
      arrows.append(
        Arrow(edge: edge, note: note(edge), width: width, curve: JourneyLayout.curve(from, to)))
    }
    moveIntoView()
    placeLabels()
  }

  private static func boxes(_ activities: [JourneyReport.Activity]) -> [Box] {
    var columns: [[JourneyReport.Activity]] = []
    for activity in activities.sorted(by: { ($0.position, $0.name) < ($1.position, $1.name) }) {
      let isNear = columns.last?.first.map { activity.position - $0.position < nearness } ?? false
      if isNear, let column = columns.indices.last, columns[column].count < mostInColumn {
        columns[column].append(activity)
      } else {
        columns.append([activity])
      }
    }
    return columns.enumerated().flatMap { column, members in
      let ordered = members.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
      return ordered.enumerated().map { place, activity in
        // 0, 1, -1, 2: around the middle line.
        let row = place.isMultiple(of: 2) ? -place / 2 : (place + 1) / 2
        return Box(
          activity: activity, column: column, row: row,
          centre: MapPoint(x: Double(column) * columnStep, y: Double(row) * rowStep))
      }
    }
  }

  private static func curve(_ from: Box, _ to: Box) -> MapCurve {
    let (start, end) = (from.area, to.area)
    let (a, b) = (from.centre, to.centre)
    let columns = to.column - from.column
    if from.activity.name == to.activity.name {
      return MapCurve(
        .init(x: a.x - 22, y: start.top), .init(x: a.x - 62, y: start.top - 58),
        .init(x: a.x + 62, y: start.top - 58), .init(x: a.x + 22, y: start.top))
    }
    if columns == 0 {
      if abs(from.row - to.row) == 1 {
        let isDown = a.y < b.y
        let x = a.x + (isDown ? 34 : -34)
        let (y, last) = isDown ? (start.bottom, end.top) : (start.top, end.bottom)
        return MapCurve(
          .init(x: x, y: y), .init(x: x, y: y), .init(x: x, y: last), .init(x: x, y: last))
      }
      return MapCurve(
        .init(x: start.right, y: a.y), .init(x: start.right + 70, y: a.y),
        .init(x: end.right + 70, y: b.y), .init(x: end.right, y: b.y))
    }
    if columns == 1 {
      let bend = (end.left - start.right) / 2
      return MapCurve(
        .init(x: start.right, y: a.y), .init(x: start.right + bend, y: a.y),
        .init(x: end.left - bend, y: b.y), .init(x: end.left, y: b.y))
    }
    let distance = 44 + 36 * Double(abs(columns))
    if columns > 1 {
      let y = min(start.top, end.top) - distance
      return MapCurve(
        .init(x: a.x + 30, y: start.top), .init(x: a.x + 90, y: y), .init(x: b.x - 90, y: y),
        .init(x: b.x - 30, y: end.top))
    }
    let y = max(start.bottom, end.bottom) + distance
    return MapCurve(
      .init(x: a.x - 30, y: start.bottom), .init(x: a.x - 90, y: y), .init(x: b.x + 90, y: y),
      .init(x: b.x + 30, y: end.bottom))
  }

  /// So that nothing stands outside the picture.
  private mutating func moveIntoView() {
    let points = arrows.flatMap { arrow in MapCurve.samples.map(arrow.curve.point) }
    let areas = boxes.map(\.area)
    guard let left = (points.map(\.x) + areas.map(\.left)).min(),
      let right = (points.map(\.x) + areas.map(\.right)).max(),
      let top = (points.map(\.y) + areas.map(\.top)).min(),
      let bottom = (points.map(\.y) + areas.map(\.bottom)).max()
    else { return }
    let shift = MapPoint(x: JourneyLayout.margin - left, y: JourneyLayout.headRoom + 14 - top)
    for index in boxes.indices { boxes[index].centre = boxes[index].centre + shift }
    for index in arrows.indices { arrows[index].curve = arrows[index].curve.moved(by: shift) }
    width = max(width, right - left + 2 * JourneyLayout.margin)
    height = bottom - top + 14 + JourneyLayout.headRoom + JourneyLayout.footRoom
  }

  private mutating func placeLabels() {
    var taken = boxes.map(\.area)
    for index in arrows.indices {
      let arrow = arrows[index]
      let areas = MapCurve.places.map { place in
        MapArea(around: arrow.curve.point(place), width: 6.3 * Double(arrow.note.count) + 4, height: 15)
      }
      let covered = areas.map { area in taken.reduce(0) { $0 + area.overlap($1) } }
      // The first among the best: the nearest to the middle.
      guard let least = covered.min(), let best = covered.firstIndex(of: least) else { continue }
      taken.append(areas[best])
      arrows[index].label = areas[best].centre + MapPoint(x: 0, y: 4)
    }
  }
}
