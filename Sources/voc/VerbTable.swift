/// Every verb of voc, one row each, in the order in which help shows them.
enum VerbTable {
  static let all: [Verb] = [
    HelpCommand.verb
  ]
}
