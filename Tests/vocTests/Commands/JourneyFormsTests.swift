import Foundation
import FoundationXML
import Testing
import VocDesk
import VocTesting

@testable import voc

/// The map, the graph and the tables of `voc report journey`.
@Suite struct JourneyFormsTests {
  private let folder: TemporaryFolder
  private let fake = FakeWorld()
  /// Everything that XML, Graphviz or a terminal would take for its own.
  private static let awkward = "a\"\\<b> & 'c'\u{1B}[2J -> {d}"

  init() throws {
    folder = try TemporaryFolder()
    fake.environment["VOC_DB"] = folder["voc.db"]
    fake.environment["LANG"] = "en_US.UTF-8"
  }

  /// Two tickets, one of which goes round in a circle.
  private func importLog() throws {
    let quoted = JourneyFormsTests.awkward.replacing("\"", with: "\"\"")
    let log = """
      case,event,time
      1,Begin,2026-01-05 10:00:00
      1,"\(quoted)",2026-01-05 10:00:01
      1,Begin,2026-01-05 10:00:03
      1,Begin,2026-01-05 10:01:03
      1,End,2026-01-06 10:01:03
      2,Begin,2026-01-05 10:00:00
      2,"\(quoted)",2026-01-05 10:00:02

      """
    let path = try folder.write(log, to: "log.csv")
    _ = try voc("import", path, "--channel", "Desk", "--timezone", "UTC", "--event", "End=closed")
  }

  private func run(_ arguments: [String]) -> ExitCode {
    (fake.output, fake.errors) = ("", "")
    return CommandLineProgram(verbs: VerbTable.all).run(arguments: arguments, world: fake.world)
  }

  @discardableResult
  private func voc(_ arguments: String...) throws -> String {
    #expect(run(arguments) == .ok, "\(arguments) \(fake.errors)")
    return fake.output
  }

  @Test func theMapIsXMLThatRunsNothing() throws {
    try importLog()
    let map = try voc("report", "journey", "--svg", "-")
    let parser = XMLParser(data: Data(map.utf8))
    let reader = MapReader()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.elements.isSubset(of: ["svg", "title", "desc", "defs", "marker", "path", "rect", "text"]))
    #expect(reader.texts.contains { $0.contains("How tickets went") })
    // The box has its first lines, the description all of it.
    #expect(reader.texts.contains { $0.contains("a\"\\<b> & 'c'\\u{1B}[2J -> {d}") })
    #expect(!reader.attributes.contains { $0.hasPrefix("on") || $0.contains("href") })
    #expect(!map.contains("nan") && !map.contains("inf"))
  }

  @Test func aMapAgreesWithItsNumber() throws {
    try importLog()
    #expect(try voc("report", "journey", "--svg", "-").contains(">2 tickets. Each arrow"))
    #expect(try voc("report", "journey", "id:1", "--svg", "-").contains(">1 ticket. Each arrow"))
  }

  @Test func aMapOfNothingSaysSo() throws {
    let map = try voc("report", "journey", "--svg", "-")
    #expect(XMLParser(data: Data(map.utf8)).parse() && map.contains("No data"))
  }

  @Test func aMapIsAFileThatIsNotWrittenOver() throws {
    try importLog()
    #expect(try voc("report", "journey", "--svg", folder["map.svg"]) == "")
    #expect(FileManager.default.fileExists(atPath: folder["map.svg"]))
    #expect(run(["report", "journey", "--svg", folder["map.svg"]]) == .conflict)
    try voc("report", "journey", "--svg", folder["map.svg"], "--replace")
    #expect(run(["report", "journey", "--svg", folder["voc.db"], "--replace"]) == .conflict)
  }

  @Test func theGraphIsGraphviz() throws {
    try importLog()
    let lines = try voc("report", "journey", "--dot").split(separator: "\n").map(String.init)
    let node = "\"a\\\"\\\\<b> & 'c'\\\\u{1B}[2J -> {d}"
    #expect(lines.contains("  \(node)\" [label=\(node)\\n2\"];"), "\(lines)")
    #expect(
      lines.contains(
        "  \"Begin\" -> \(node)\" [label=\"2 · —\", penwidth=6.0, color=\"#B34700\"];"), "\(lines)")
    #expect(lines.first == "digraph journey {" && lines.last == "}")
  }

  @Test func csvHasEachPairInExactSeconds() throws {
    try importLog()
    let lines = try voc("report", "journey", "--csv").split(separator: "\r\n").map(String.init)
    #expect(lines[0].hasPrefix("from,to,count,mean,median,p90,total,warning,company_seconds"))
    #expect(lines.contains("Begin,Begin,1,60.000,60.000,60.000,60,too-small,60,0,0,0"))
    #expect(lines.contains("Begin,End,1,86400.000,86400.000,86400.000,86400,too-small,0,0,0,86400"))
    #expect(
      lines[1].hasPrefix("Begin,\"a\"\"\\<b> & 'c'\\u{1B}[2J -> {d}\",2,1.500,1.500,1.900,3,too-small,3,"))
  }

  @Test(arguments: [
    ["--dot", "--csv"], ["--svg", "x.svg", "--json"], ["--dot", "--svg", "x"], ["--replace"],
    ["--md", "--dot"],
    ["--since", "2026-02", "--until", "2026-01"], ["--dot", "--table", "edges"],
  ])
  func formsThatExcludeEachOther(options: [String]) {
    #expect(run(["report", "journey"] + options) == .usage)
    #expect(!folder.contents.contains("x.svg"))
  }

  @Test func everyTouchpointHasItsWords() {
    #expect(Set(TouchpointWording.phrases.keys) == Set(JourneyReport.touchpoints))
  }
}

private final class MapReader: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var attributes: Set<String> = []
  var texts: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(name)
    self.attributes.formUnion(attributes.keys)
    texts.append("")
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = texts.indices.last { texts[last] += text }
  }
}
