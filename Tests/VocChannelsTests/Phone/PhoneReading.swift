import Foundation
import VocChannels
import VocDomain

/// All that reading a log of a telephone switch gives.
struct PhoneReading: Equatable {
  var calls: [CallRecord] = []
  var states: [AgentStateRecord] = []
  var others = 0
  var problems: [ImportProblem] = []
  var hasLocalTimes = false
  var offset: Int64?

  init(
    _ reader: any ExportReader.Type, _ source: ByteSource, options: ReadingOptions = ReadingOptions()
  ) throws {
    let export = try reader.init(surveying: source, options: options)
    hasLocalTimes = export.findings.hasLocalTimes
    offset = export.findings.offset
    try export.read(source) { record in
      switch record {
      case .call(let call): calls.append(call)
      case .agentState(let state): states.append(state)
      default: others += 1
      }
    } problem: {
      problems.append($0)
    }
  }
}

/// The fixtures of one format under Fixtures, byte for byte; every name and number in them is invented.
struct PhoneFixture {
  let folder: URL

  init(_ format: String) {
    folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(format)")
  }

  var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasSuffix(".md") }
        .sorted()
    }
  }

  func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appendingPathComponent(name)))
  }

  func source(_ name: String) throws -> ByteSource { ByteSource(name: name, bytes: try bytes(name)) }
}

/// A line for each call that holds everything that it tells, for tables of expectations.
func summary(_ call: CallRecord) -> String {
  let at =
    switch call.at {
    case .instant(let instant): "\(instant.unixSeconds)"
    case .local(let local): "local \(local.wallSeconds)"
    }
  let fields: [String?] = [
    "\(call.line)", call.key, at, call.direction.rawValue, call.customer.phone ?? "-",
    call.customer.name ?? "-",
    call.agent?.name ?? "-", call.queue ?? "-", call.wait.map { "w\($0)" } ?? "-",
    call.talk.map { "t\($0)" } ?? "-", call.hold.map { "h\($0)" }, call.disposition.rawValue,
    call.transfers > 0 ? "x\(call.transfers)" : nil,
    call.fragments.isEmpty ? nil : "fragments \(call.fragments.count)",
  ]
  return fields.compactMap(\.self).joined(separator: " ")
}

func summary(_ state: AgentStateRecord) -> String {
  let at =
    switch state.at {
    case .instant(let instant): "\(instant.unixSeconds)"
    case .local(let local): "local \(local.wallSeconds)"
    }
  let name = state.agent.name ?? "-"
  return "\(state.line) \(at) \(name) \(state.state.rawValue) \(state.queue ?? "-") \(state.reason ?? "-")"
}
