import Testing

@testable import VocDesk
@testable import voc

@Suite struct JourneyLayoutTests {
  private func graph(_ seed: UInt64) -> ([JourneyReport.Activity], [JourneyReport.Edge]) {
    var random = SplitMix(seed: seed)
    let number = Int.random(in: 1...12, using: &random)
    let activities = (0..<number).map { index in
      JourneyReport.Activity(
        name: "step \(index)", count: Int.random(in: 1...500, using: &random), starts: 0, ends: 0,
        repeats: 0, position: Double.random(in: 0...1, using: &random))
    }
    let edges = (0..<Int.random(in: 0...30, using: &random)).map { _ in
      JourneyReport.Edge(
        from: "step \(Int.random(in: 0..<number, using: &random))",
        to: "step \(Int.random(in: 0..<number, using: &random))",
        waits: .init(
          count: Int.random(in: 1...900, using: &random), mean: 0, median: 0, p90: 0, total: 0), held: [:])
    }.sorted { $0.waits.count > $1.waits.count }
    return (activities, edges)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func nothingStandsOutsideOrOnAnother(seed: UInt64) {
    let (activities, edges) = graph(seed)
    let layout = JourneyLayout(activities, edges) { "\($0.waits.count) · 12 min" }
    #expect(layout.boxes.count == activities.count && layout.arrows.count == edges.count)
    for (index, box) in layout.boxes.enumerated() {
      let area = box.area
      #expect(area.left >= 0 && area.right <= layout.width && area.top >= 50, "seed \(seed)")
      #expect(area.bottom <= layout.height - 50, "seed \(seed)")
      for other in layout.boxes[..<index] { #expect(area.overlap(other.area) == 0, "seed \(seed)") }
    }
    for arrow in layout.arrows {
      for share in MapCurve.samples {
        let point = arrow.curve.point(share)
        #expect((0...layout.width).contains(point.x) && (0...layout.height).contains(point.y), "seed \(seed)")
      }
      #expect((1...8).contains(arrow.width), "seed \(seed)")
    }
  }

  /// Each arrow begins and ends at the side of its boxes.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func arrowsTouchTheirBoxes(seed: UInt64) {
    let (activities, edges) = graph(seed)
    let layout = JourneyLayout(activities, edges) { _ in "" }
    for arrow in layout.arrows {
      for (name, point) in [(arrow.edge.from, arrow.curve.start), (arrow.edge.to, arrow.curve.end)] {
        let area = layout.boxes.first { $0.activity.name == name }?.area
        let touch = MapArea(around: point, width: 1, height: 1)
        #expect((area?.overlap(touch) ?? 0) > 0, "seed \(seed): \(name)")
      }
    }
  }

  @Test func aMapOfNothingHasRoomForWords() {
    let layout = JourneyLayout([], []) { _ in "" }
    #expect(layout.boxes.isEmpty && layout.width > 300 && layout.height > 80)
  }
}
