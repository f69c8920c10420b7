/// The files of Lexicons as text.
enum EmbeddedText {
  static let lexiconES = text(PackageResources.lexicon_es_txt)
  static let lexiconPT = text(PackageResources.lexicon_pt_txt)
  static let lexiconEN = text(PackageResources.lexicon_en_txt)
  static let cuesES = text(PackageResources.cues_es_tsv)
  static let cuesPT = text(PackageResources.cues_pt_tsv)
  static let cuesEN = text(PackageResources.cues_en_tsv)

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
