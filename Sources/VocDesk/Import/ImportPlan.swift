import Foundation
import VocChannels
import VocDomain
import VocStore

/// What will be read from which file, settled for all files before anything is written.
struct ImportPlan {
  struct File {
    var export: ExportFile
    var content: Content
    /// Of the file unpacked, in hexadecimal; empty where the records are only read.
    var sha256 = ""
  }

  enum Content {
    /// Whose side is whose is nil where the records are only read.
    case chat(WhatsAppSurvey, order: DateOrder, evidence: DateOrder.Evidence?, sides: ChatSides?)
    case records(any ExportReader)
  }

  /// What the database knows about the channel of a format's exports.
  struct KnownChannel {
    var identities: [String] = []
    var country: String?
    /// Nil where nothing tells it: then a file with local times is refused.
    var zone: String?
  }

  var files: [File] = []
  /// Files of a folder that are no exports.
  var skipped: [String] = []
  private let options: ImportOptions
  private let now: Instant
  private let isToImport: Bool
  private let known: (ExportFormat) throws -> KnownChannel

  /// Reads every file once. Throws `ImportRefusals` with all that stands in the way, or `VocError`.
  init(
    paths: [String], options: ImportOptions, now: Instant, searchPath: String, isToImport: Bool,
    known: @escaping (ExportFormat) throws -> KnownChannel
  ) throws {
    self.options = options
    self.now = now
    self.isToImport = isToImport
    self.known = known
    var refusals: [ImportRefusal] = []
    var finder = ExportFinder(searchPath: searchPath)
    for path in paths {
      do {
        let (exports, isMixed) = try finder.exports(at: path)
        let found = files.count + refusals.count
        for export in exports { try add(export, isMixed: isMixed, refusals: &refusals) }
        if isMixed && files.count + refusals.count == found { throw VocError.noExports(path) }
      } catch let refusal as ImportRefusal {
        refusals.append(refusal)
      }
    }
    skipped += finder.skipped
    if !refusals.isEmpty { throw ImportRefusals(refusals: refusals) }
    try sortFiles()
  }

  private mutating func add(_ export: ExportFile, isMixed: Bool, refusals: inout [ImportRefusal]) throws {
    do {
      let head = ExportHead(bytes: try export.head(), fileName: export.source.name)
      let format = options.format ?? FormatSniffer.format(of: head)
      if isMixed && format == nil && !isTable(export) {
        skipped.append(export.name)
      } else {
        files.append(try isToImport ? digested(export, format: format) : file(export, format: format))
      }
    } catch let error as UnreadableExport {
      refusals.append(ImportRefusal(file: export.name, reason: ImportRefusal.Reason(error)))
    } catch let refusal as ImportRefusal {
      refusals.append(refusal)
    }
  }

  private func digested(_ export: ExportFile, format: ExportFormat?) throws -> File {
    var (digest, file) = try Alongside.both {
      try export.sha256()
    } here: {
      try self.file(export, format: format)
    }
    file.sha256 = digest
    return file
  }

  /// Whether what was said of the files makes this one a table.
  private func isTable(_ export: ExportFile) -> Bool {
    let ending = (export.name as NSString).pathExtension.lowercased()
    return options.speaksOfATable && ["csv", "tsv"].contains(ending)
  }

  private func file(_ export: ExportFile, format: ExportFormat?) throws -> File {
    let format =
      format ?? (options.speaksOfATable ? FormatSniffer.format(ofTableWith: options.map) : .whatsapp)
    if format == .whatsapp { return try chat(export) }
    guard let reader = ExportReaders.reader(of: format) else { throw UnreadableExport.noHeader }
    let channel = try known(format)
    let survey = try reader.init(surveying: export.source, options: options.reading(channel, now: now))
    let findings = survey.findings
    if findings.isOrderMissing && options.dateOrder == nil {
      throw ImportRefusal(file: export.name, reason: .dateOrder)
    }
    if isToImport && findings.hasLocalTimes && options.zone == nil && channel.zone == nil {
      throw ImportRefusal(file: export.name, reason: .zone)
    }
    if isToImport && !findings.undecidedSenders.isEmpty {
      throw ImportRefusal(file: export.name, reason: .whoAreWe(findings.undecidedSenders))
    }
    return File(export: export, content: .records(survey))
  }

  private func chat(_ export: ExportFile) throws -> File {
    let channel = try known(.whatsapp)
    let country = options.country ?? channel.country
    // Without a format the survey says what is wrong with the file: empty, binary, no header…
    let survey = try WhatsAppExport.survey(export.source, country: country)
    // Of a date without four digits in front nobody can say that it begins with the year.
    let isUnlikeYMD = options.dateOrder == .ymd && survey.order != .ymd
    guard let order = options.dateOrder ?? survey.order, !isUnlikeYMD else {
      throw ImportRefusal(file: export.name, reason: .dateOrder)
    }
    let sides = ChatSides(
      survey, fileName: export.source.name, given: options.identities, known: channel.identities,
      country: country)
    if isToImport && sides == nil {
      throw ImportRefusal(file: export.name, reason: .whoAreWe(survey.senders))
    }
    return File(
      export: export,
      content: .chat(
        survey, order: order, evidence: options.dateOrder == nil ? survey.evidence : .given, sides: sides))
  }

  /// People first, then tickets, then what refers to them, answers last: so that little has to wait, and the order in which
  /// somebody names the files makes no difference.
  private mutating func sortFiles() throws {
    let ranked = try files.map { (rank: try rank($0), file: $0) }
    files = ranked.sorted { left, right in
      (left.rank, left.file.export.name) < (right.rank, right.file.export.name)
    }.map(\.file)
  }

  private func rank(_ file: File) throws -> Int {
    struct Enough: Error {}
    guard case .records(let reader) = file.content else { return 2 }
    var rank = 2
    do {
      try reader.read(file.export.source) { record in
        switch record {
        case .party: rank = 0
        case .ticket: rank = 1
        case .answer: rank = 3
        default: rank = 2
        }
        throw Enough()
      } problem: { _ in
        throw Enough()
      }
    } catch is Enough {}
    return rank
  }
}

extension ImportOptions {
  /// What a reader is told of all that was said.
  func reading(_ channel: ImportPlan.KnownChannel, now: Instant) -> ReadingOptions {
    var reading = ReadingOptions()
    reading.now = now
    (reading.map, reading.events, reading.survey, reading.order) = (map, events, survey, dateOrder)
    reading.identities = identities + agents + channel.identities
    reading.country = country ?? channel.country
    return reading
  }
}

extension ImportRefusal.Reason {
  init(_ error: UnreadableExport) {
    switch error {
    case .empty: self = .empty
    case .binary: self = .binary
    case .encoding(let name): self = .encoding(name)
    case .noHeader: self = .noHeader
    case .missingColumns(let needed, let found): self = .missingColumns(needed: needed, found: found)
    case .unknownColumn(let name, let nearest): self = .unknownColumn(name, nearest: nearest)
    case .unknownField(let name, let nearest): self = .unknownField(name, nearest: nearest)
    case .beyondScale(let column, let survey, let value, let line, let place):
      self = .beyondScale(column: column, survey, value: value, line: line, place: place)
    case .unplacedWord(let column, let survey, let word, let line, let place):
      self = .unplacedWord(column: column, survey, word: word, line: line, place: place)
    }
  }
}
