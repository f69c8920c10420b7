import Testing

@testable import voc

@Suite struct HelpTests {
  @Test(arguments: [FakeVerbs.table, VerbTable.all].indices, Language.allCases)
  func everyVerbHasItsPage(table: Int, language: Language) {
    let verbs = [FakeVerbs.table, VerbTable.all][table]
    for verb in verbs {
      let fake = FakeWorld()
      fake.environment["VOC_LANG"] = language.rawValue
      fake.width = 72
      let code = CommandLineProgram(verbs: verbs).run(arguments: ["help"] + verb.words, world: fake.world)
      #expect(code == .ok)
      #expect(fake.output.hasPrefix(String(verb.summary(language).prefix(30))))
      #expect(fake.output.contains("voc \(verb.name)"))
      for option in verb.allOptions { #expect(fake.output.contains(option.label(language))) }
      for example in verb.examples { #expect(fake.output.contains(example)) }
      for line in fake.output.split(separator: "\n") where !line.hasPrefix("  voc ") {
        #expect(DisplayWidth.columns(String(line)) <= 72, "\(line)")
      }
      let other = FakeWorld()
      other.environment = fake.environment
      other.width = 72
      _ = CommandLineProgram(verbs: verbs).run(arguments: verb.words + ["--help"], world: other.world)
      #expect(other.output == fake.output)
    }
  }

  @Test(arguments: VerbTable.all.map(\.name))
  func rowsOfTheTableAreComplete(name: String) throws {
    let verb = try #require(VerbTable.all.first { $0.name == name })
    #expect((1...2).contains(verb.words.count))
    #expect(!verb.examples.isEmpty)
    for example in verb.examples { #expect(example.hasPrefix("voc ")) }
    for language in Language.allCases {
      let summary = verb.summary(language)
      #expect(!summary.isEmpty && !summary.hasSuffix("."))
      #expect(summary.first?.isUppercase == true)
      for option in verb.options { #expect(!option.summary(language).isEmpty) }
    }
    let names = verb.allOptions.flatMap(\.names)
    #expect(Set(names).count == names.count)
    for option in verb.allOptions {
      #expect(option.name.hasPrefix("--"))
      for short in option.names.dropFirst() { #expect(short.hasPrefix("-")) }
    }
  }

  @Test func verbsAreNamedOnce() {
    let names = VerbTable.all.flatMap { verb in
      [verb.name] + verb.aliases.map { (verb.words.dropLast() + [$0]).joined(separator: " ") }
    }
    #expect(Set(names).count == names.count)
  }

  @Test func aNounShowsItsVerbs() {
    let fake = FakeWorld()
    #expect(fake.run("ticket", "--help") == .ok)
    #expect(
      fake.output == """
          ticket list   Lista los tickets abiertos
          ticket reply  Responde al cliente
          ticket solve  Resuelve tickets

        Cada verbo tiene su ayuda: voc help ticket list

        """)
    let other = FakeWorld()
    other.run("help", "ticket")
    #expect(other.output == fake.output)
    let alone = FakeWorld()
    #expect(alone.run("ticket") == .usage)
    #expect(alone.errors.hasSuffix(fake.output))
  }

  @Test func thePageOfAVerbReadsLikeThis() {
    let fake = FakeWorld()
    fake.width = 60
    fake.run("help", "ticket", "ls")
    #expect(
      fake.output == """
        Lista los tickets abiertos.

        Uso
          voc ticket list [FILTRO…] [opciones]

        Sin filtro muestra lo que nadie ha resuelto, primero lo que
        vence antes.

          FILTRO  status:open -tag:vip

        Opciones
          -L, --limit N         cuántos a lo sumo
          -l, --label ETIQUETA  solo con esta etiqueta; se puede
                                repetir
          --sort CAMPO          orden de la lista (due, created)
          -r, --reverse         al revés
          -q, --quiet           solo los números
          --json [CAMPOS]       responde en JSON; con campos
                                separados por comas, solo esos

        Opciones de todos los comandos
          --db ARCHIVO          base de datos que se usa, en lugar
                                de VOC_DB
          --as AGENTE           quién actúa, en lugar de VOC_AGENT
          --lang IDIOMA         idioma de los mensajes, en lugar de
                                VOC_LANG (es, en)
          -h, --help            muestra esta ayuda

        Campos de --json
          id, status, subject

        Ejemplo
          voc ticket list status:open -L 10

        """)
  }

  @Test func aVerbThatIsAlsoANounShowsBoth() {
    let fake = FakeWorld()
    fake.run("help", "import")
    #expect(fake.output.contains("voc import ARCHIVO… [opciones]"))
    #expect(fake.output.hasSuffix("\nAdemás\n  import list  Lista las importaciones\n"))
  }

  @Test func everyExitCodeIsExplained() {
    let fake = FakeWorld()
    #expect(fake.run("help", "exit-codes") == .ok)
    #expect(fake.output.split(separator: "\n").count == ExitCode.allCases.count + 1)
  }

  @Test func theVersionIsPlain() {
    let fake = FakeWorld()
    #expect(fake.run("--version") == .ok)
    #expect(fake.output == "voc \(Version.text)\n")
  }
}
