import VocDesk
import VocDomain

/// The map of a journey as SVG: steps from left to right by where they stand in tickets, arrows as wide as they are
/// frequent. No script and nothing from elsewhere.
struct JourneyMap {
  private let report: JourneyReport
  private let invocation: Invocation
  private let heading: String
  private let layout: JourneyLayout
  /// More would be a tangle; the table has all.
  private static let mostNodes = 18
  private static let mostEdges = 32

  init(_ report: JourneyReport, _ invocation: Invocation) {
    (self.report, self.invocation) = (report, invocation)
    let whole = Phrase(es: "todos los tickets", en: "all tickets")
    heading =
      invocation.say(Phrase(es: "Recorrido de los tickets", en: "How tickets went")) + ": "
      + invocation.text(of: report.period, all: whole)
    let activities = Array(report.activities.prefix(JourneyMap.mostNodes))
    let names = Set(activities.map(\.name))
    let edges = report.edges.filter { names.contains($0.from) && names.contains($0.to) }
    layout = JourneyLayout(activities, Array(edges.prefix(JourneyMap.mostEdges))) {
      JourneySheet.note($0.waits, invocation.numbers)
    }
  }

  var text: String {
    let width = Int(layout.width)
    let height = Int(layout.height)
    var parts = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      role="img" aria-labelledby="title desc" lang="\(invocation.language.rawValue)" \
      font-family="system-ui, sans-serif" font-size="12" fill="\(MapColour.text)">
      """,
      "<title id=\"title\">\(Escaping.html(heading))</title>",
      "<desc id=\"desc\">\(Escaping.html(description))</desc>", arrowHeads,
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#FFFFFF\"/>",
      label(heading, at: .init(x: JourneyLayout.margin, y: 28), size: 16),
    ]
    if report.tickets == 0 {
      parts.append(label(noData, at: .init(x: JourneyLayout.margin, y: 60)))
      return (parts + ["</svg>"]).joined(separator: "\n") + "\n"
    }
    parts += layout.arrows.map(arrow)
    parts += layout.boxes.map(box)
    parts += layout.arrows.map(note)
    parts += legend
    return (parts + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  // MARK: - Parts

  private var arrowHeads: String {
    let heads = MapColour.allCases.map { colour in
      """
      <marker id="\(colour)" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="14" markerHeight="14" \
      markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z" fill="\(colour.rawValue)"/></marker>
      """
    }
    return "<defs>\(heads.joined())</defs>"
  }

  private func arrow(_ arrow: JourneyLayout.Arrow) -> String {
    let colour = MapColour(arrow.edge)
    return """
      <path d="\(arrow.curve.path)" fill="none" stroke="\(colour.rawValue)" stroke-width="\(tenths(arrow.width))"\
      \(colour.dashes) marker-end="url(#\(colour))"/>
      """
  }

  /// How often and how long, on the arrow.
  private func note(_ arrow: JourneyLayout.Arrow) -> String {
    let area = arrow.label
    let ground = """
      <rect x="\(tenths(area.left))" y="\(tenths(area.top))" width="\(tenths(area.width))" \
      height="\(tenths(area.height))" rx="4" fill="#FFFFFF" fill-opacity="0.9"/>
      """
    let point = area.centre + MapPoint(x: 0, y: 4)
    return ground + label(arrow.note, at: point, anchor: "middle", size: 11)
  }

  private func box(_ box: JourneyLayout.Box) -> String {
    let words = TouchpointWording.text(box.activity.name, invocation.language)
    let lines = TextWrap.lines(Escaping.line(words), width: 20).prefix(2).map {
      DisplayWidth.truncated($0, to: 20)
    }
    let middle = box.centre.y - Double(lines.count) * 7 + 4
    var parts = [
      """
      <rect x="\(tenths(box.area.left))" y="\(tenths(box.area.top))" width="\(tenths(box.area.width))" \
      height="\(tenths(box.area.height))" rx="8" fill="#FFFFFF" stroke="\(MapColour.text)" stroke-width="1.5"/>
      """
    ]
    for (index, line) in lines.enumerated() {
      let point = MapPoint(x: box.centre.x, y: middle + Double(index) * 14)
      parts.append(label(line, at: point, anchor: "middle", isBold: true))
    }
    let point = MapPoint(x: box.centre.x, y: middle + Double(lines.count) * 14)
    parts.append(label(invocation.numbers.integer(box.activity.count), at: point, anchor: "middle"))
    return parts.joined(separator: "\n")
  }

  private var legend: [String] {
    let y = layout.height - 18
    var x = JourneyLayout.margin
    var parts: [String] = []
    for colour in MapColour.allCases {
      let words = invocation.say(colour.phrase)
      parts.append(
        """
        <path d="M\(tenths(x)) \(tenths(y - 4))h34" fill="none" stroke="\(colour.rawValue)" stroke-width="4"\
        \(colour.dashes)/>
        """)
      parts.append(label(words, at: .init(x: x + 42, y: y)))
      x += 64 + Double(words.count) * 6.6
    }
    return parts
  }

  private func label(
    _ text: String, at point: MapPoint, anchor: String = "start", size: Int = 12,
    isBold: Bool = false
  ) -> String {
    let weight = isBold ? " font-weight=\"600\"" : ""
    return """
      <text x="\(tenths(point.x))" y="\(tenths(point.y))" text-anchor="\(anchor)" font-size="\(size)"\(weight)>\
      \(Escaping.html(text))</text>
      """
  }

  // MARK: - In words

  private var noData: String {
    invocation.say(
      Phrase(es: "Sin datos: ningún ticket en este periodo.", en: "No data: no ticket in this period."))
  }

  /// What the picture shows, for who cannot see it.
  private var description: String {
    if report.tickets == 0 { return noData }
    var sentences = [
      JourneyMap.tickets(report.tickets, in: invocation.numbers),
      invocation.say(
        Phrase(
          es:
            "Cada flecha: cuántas veces y la mediana de la espera (* menos de 30; —: menos de 10). Las más frecuentes:",
          en: "Each arrow: how often, and the median wait (* under 30; —: under 10). The most frequent:")),
    ]
    sentences += layout.arrows.prefix(12).map { arrow in
      let (from, to) = (arrow.edge.from, arrow.edge.to)
      return
        "\(TouchpointWording.text(from, invocation.language)) → \(TouchpointWording.text(to, invocation.language)), \(arrow.note);"
    }
    let left = report.edges.count - layout.arrows.count
    if left > 0 { sentences.append(JourneyMap.notDrawn(left, in: invocation.numbers)) }
    return sentences.joined(separator: " ")
  }

  private static let tickets = CountedPhrase(
    one: Phrase(both: "{n} ticket."), other: Phrase(both: "{n} tickets."))
  private static let notDrawn = CountedPhrase(
    one: Phrase(
      es: "No se dibuja {n} flecha menos frecuente.", en: "{n} less frequent arrow is not drawn."),
    other: Phrase(
      es: "No se dibujan {n} flechas menos frecuentes.", en: "{n} less frequent arrows are not drawn."))

  private func tenths(_ value: Double) -> String { MapPoint.tenths(value) }
}

extension MapColour {
  /// The colour is never all that tells.
  fileprivate var dashes: String {
    switch self {
    case .company: ""
    case .customer: " stroke-dasharray=\"9 5\""
    case .other: " stroke-dasharray=\"2 5\""
    }
  }

  fileprivate var phrase: Phrase {
    switch self {
    case .company: Phrase(es: "el cliente espera por nosotros", en: "the customer waits for us")
    case .customer: Phrase(es: "esperamos al cliente", en: "we wait for the customer")
    case .other: Phrase(es: "nadie, o un tercero", en: "nobody, or a third party")
    }
  }
}
