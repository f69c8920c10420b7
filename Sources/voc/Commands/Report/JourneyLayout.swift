import VocDesk

/// Where the steps and arrows of a map stand, in pixels.
///
/// Steps stand in columns from left to right by their mean place in tickets, the most frequent in the middle; each
/// label stands where on its arrow it covers least.
struct JourneyLayout {
  struct Box {
    let activity: JourneyReport.Activity
    let column: Int
    /// From the middle line, downwards.
    let row: Int
    var centre: MapPoint
    var area: MapArea { MapArea(around: centre, width: 160, height: 54) }
  }

  struct Arrow {
    let edge: JourneyReport.Edge
    let note: String
    let width: Double
    var curve: MapCurve
    /// Where its note stands.
    var label = MapArea(around: MapPoint(x: 0, y: 0), width: 0, height: 0)
  }

  private(set) var boxes: [Box] = []
  /// The most frequent first.
  private(set) var arrows: [Arrow] = []
  private(set) var width = 640.0
  private(set) var height = 110.0
  static let margin = 24.0

  private static let columnStep = 300.0
  private static let rowStep = 124.0
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
    let places = Dictionary(uniqueKeysWithValues: boxes.indices.map { (boxes[$0].activity.name, $0) })
    let drawn = edges.compactMap { edge -> (edge: JourneyReport.Edge, ends: JourneyRoutes.Ends)? in
      guard let from = places[edge.from], let to = places[edge.to] else { return nil }
      return (edge, JourneyRoutes.Ends(from: from, to: to))
    }
    let curves = JourneyRoutes(boxes, drawn.map(\.ends)).curves
    let most = Double(edges.first?.waits.count ?? 1)
    arrows = zip(drawn, curves).map { drawn, curve in
      let width = 1 + 7 * (Double(drawn.edge.waits.count) / most).squareRoot()
      return Arrow(edge: drawn.edge, note: note(drawn.edge), width: width, curve: curve)
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
        MapArea(around: arrow.curve.point(place), width: 6 * Double(arrow.note.count) + 8, height: 16)
      }
      let covered = areas.map { area in taken.reduce(0) { $0 + area.overlap($1) } }
      // The first among the best: the nearest to the middle.
      guard let least = covered.min(), let best = covered.firstIndex(of: least) else { continue }
      taken.append(areas[best])
      arrows[index].label = areas[best]
    }
  }
}
