/// A point of a picture, in pixels from its top left.
struct MapPoint: Equatable {
  var x: Double
  var y: Double

  static func + (left: MapPoint, right: MapPoint) -> MapPoint {
    MapPoint(x: left.x + right.x, y: left.y + right.y)
  }

  /// As SVG writes it, to a tenth.
  var text: String { "\(MapPoint.tenths(x)) \(MapPoint.tenths(y))" }

  /// With a point, whatever the country.
  static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}

/// A rectangle of a picture.
struct MapArea: Equatable {
  let left: Double
  let top: Double
  let width: Double
  let height: Double
  var right: Double { left + width }
  var bottom: Double { top + height }
  var centre: MapPoint { MapPoint(x: left + width / 2, y: top + height / 2) }

  init(around centre: MapPoint, width: Double, height: Double) {
    (left, top) = (centre.x - width / 2, centre.y - height / 2)
    (self.width, self.height) = (width, height)
  }

  /// How much of it another covers, in square pixels.
  func overlap(_ other: MapArea) -> Double {
    max(0, min(right, other.right) - max(left, other.left))
      * max(0, min(bottom, other.bottom) - max(top, other.top))
  }
}

/// A cubic Bézier curve.
struct MapCurve: Equatable {
  let start: MapPoint
  let first: MapPoint
  let second: MapPoint
  let end: MapPoint

  init(_ start: MapPoint, _ first: MapPoint, _ second: MapPoint, _ end: MapPoint) {
    (self.start, self.first, self.second, self.end) = (start, first, second, end)
  }

  /// Its commands in SVG.
  var path: String { "M\(start.text)C\(first.text) \(second.text) \(end.text)" }

  func moved(by shift: MapPoint) -> MapCurve {
    MapCurve(start + shift, first + shift, second + shift, end + shift)
  }

  /// The point at a share of its way, 0...1 (Bernstein's form).
  func point(_ t: Double) -> MapPoint {
    let rest = 1 - t
    let weights = [rest * rest * rest, 3 * rest * rest * t, 3 * rest * t * t, t * t * t]
    return zip(weights, [start, first, second, end]).reduce(MapPoint(x: 0, y: 0)) { sum, part in
      sum + MapPoint(x: part.0 * part.1.x, y: part.0 * part.1.y)
    }
  }

  /// Enough to tell how far it reaches.
  static let samples = (0...16).map { Double($0) / 16 }
  /// Where a label may stand: from the middle outwards.
  static let places = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]
}
