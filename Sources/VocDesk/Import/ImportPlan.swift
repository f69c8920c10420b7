import Foundation
import VocChannels
import VocDomain
import VocStore

/// What will be read from which file, settled for all files before anything is written.
struct ImportPlan {
  struct File {
    var export: ExportFile
    var content: Content
  }

  enum Content {
    /// Whose side is whose is nil where the records are only read.
    case chat(WhatsAppSurvey, order: DateOrder, evidence: DateOrder.Evidence?, sides: ChatSides?)
    case answers(SurveyTableSurvey, order: DateOrder?)
  }

  var files: [File] = []
  /// Files of a folder that are no exports.
  var skipped: [String] = []

  /// Reads every file once. Throws `ImportRefusals` with all that stands in the way, or `VocError`.
  init(
    paths: [String], options: ImportOptions, channel: Channel?, searchPath: String, needsSides: Bool
  ) throws {
    var refusals: [ImportRefusal] = []
    for path in paths {
      do {
        let (exports, isMixed) = try exports(at: path, searchPath: searchPath)
        let found = files.count + refusals.count
        for export in exports {
          do {
            if isMixed, try ImportPlan.isForeign(export, options: options) {
              skipped.append(export.name)
            } else {
              files.append(
                try ImportPlan.file(export, options: options, channel: channel, needsSides: needsSides))
            }
          } catch let error as UnreadableExport {
            refusals.append(ImportRefusal(file: export.name, reason: ImportRefusal.Reason(error)))
          } catch let refusal as ImportRefusal {
            refusals.append(refusal)
          }
        }
        if isMixed && files.count + refusals.count == found { throw VocError.noExports(path) }
      } catch let refusal as ImportRefusal {
        refusals.append(refusal)
      }
    }
    if !refusals.isEmpty { throw ImportRefusals(refusals: refusals) }
  }

  /// The files behind a path: itself, those of a folder, those inside a .zip, or standard input for "-".
  ///
  /// A folder, and an archive of several texts, may hold other things than exports.
  private mutating func exports(
    at path: String, searchPath: String
  ) throws -> (files: [ExportFile], isMixed: Bool) {
    if path == "-" { return ([try ExportFile(spooling: 0, name: "-")], false) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw VocError.fileNotFound(path)
    }
    if !isFolder.boolValue {
      let files = try ImportPlan.members(of: path, searchPath: searchPath)
      return (files, files.count > 1)
    }
    let folder = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    var files: [ExportFile] = []
    for name in try ImportPlan.folderContents(path) {
      do {
        files += try ImportPlan.members(of: folder + name, searchPath: searchPath)
      } catch let refusal as ImportRefusal {
        // An archive of photographs beside the chats.
        guard case .zipWithoutChat = refusal.reason else { throw refusal }
        skipped.append(folder + name)
      }
    }
    return (files, true)
  }

  /// Whether a file among others is no export, as far as its first lines and what was said of it tell.
  private static func isForeign(_ export: ExportFile, options: ImportOptions) throws -> Bool {
    let ending = (export.name as NSString).pathExtension.lowercased()
    if options.speaksOfATable && ["csv", "tsv"].contains(ending) { return false }
    return try format(of: export) == nil
  }

  private static func folderContents(_ path: String) throws -> [String] {
    guard let enumerator = FileManager.default.enumerator(atPath: path) else {
      throw VocError.fileUnreadable(path, reason: String(cString: strerror(errno)))
    }
    var names: [String] = []
    while let name = enumerator.nextObject() as? String {
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
      let ending = (name as NSString).pathExtension.lowercased()
      if !isHidden && ["txt", "csv", "tsv", "zip"].contains(ending) { names.append(name) }
    }
    return names.sorted()
  }

  private static func members(of path: String, searchPath: String) throws -> [ExportFile] {
    let file = try ExportFile(path: path)
    guard ZipArchive.isZip(try file.head()) else { return [file] }
    let texts = try ZipArchive(path: path, searchPath: searchPath).texts()
    if texts.isEmpty { throw ImportRefusal(file: path, reason: .zipWithoutChat) }
    return texts
  }

  private static func format(of export: ExportFile) throws -> ExportFormat? {
    FormatSniffer.format(of: try export.head()).flatMap {
      switch $0 {
      case .whatsApp: .whatsapp
      case .surveyTable: .surveyCSV
      }
    }
  }

  private static func file(
    _ export: ExportFile, options: ImportOptions, channel: Channel?, needsSides: Bool
  ) throws -> File {
    let format =
      try options.format ?? format(of: export) ?? (options.speaksOfATable ? .surveyCSV : nil)
    switch format {
    case .surveyCSV:
      let survey = try SurveyTable.survey(
        export.source,
        options: SurveyTable.Options(map: options.map, survey: options.survey, order: options.dateOrder))
      if survey.isOrderMissing && options.dateOrder == nil {
        throw ImportRefusal(file: export.name, reason: .dateOrder)
      }
      return File(export: export, content: .answers(survey, order: options.dateOrder ?? survey.order))
    default:
      // Without a format the survey says what is wrong with the file: empty, binary, no header…
      let survey = try WhatsAppExport.survey(export.source, country: options.country ?? channel?.country)
      guard let order = options.dateOrder ?? survey.order else {
        throw ImportRefusal(file: export.name, reason: .dateOrder)
      }
      let sides = ChatSides(
        survey, fileName: export.source.name, given: options.identities, known: channel?.identities ?? [],
        country: options.country ?? channel?.country)
      if needsSides && sides == nil {
        throw ImportRefusal(file: export.name, reason: .whoAreWe(survey.senders))
      }
      return File(
        export: export,
        content: .chat(
          survey, order: order, evidence: options.dateOrder == nil ? survey.evidence : .given, sides: sides))
    }
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
    }
  }
}
