import Testing
import VocTesting

@testable import voc

/// What goes through the pager, and when.
@Suite struct PagedOutputTests {
  private func formats(_ change: (FakeWorld) -> Void, _ options: String...) -> FakeWorld {
    let fake = FakeWorld()
    fake.paged = ""
    fake.height = 10
    change(fake)
    #expect(CommandLineProgram.run(arguments: ["import", "formats"] + options, world: fake.world) == .ok)
    return fake
  }

  @Test func whatIsHigherThanTheScreen() throws {
    let fake = formats { _ in }
    #expect(fake.output == "")
    #expect((fake.paged ?? "").contains("whatsapp"))
    #expect(fake.errors == "(pager closed)\n")
  }

  @Test func nothingElse() {
    for (fake, name) in [
      (formats { $0.height = 400 }, "it fits"), (formats({ _ in }, "--no-pager"), "--no-pager"),
      (formats({ _ in }, "--json"), "--json"), (formats { $0.outputIsTerminal = false }, "a pipe"),
      (formats { $0.paged = nil }, "no pager"),
    ] {
      #expect(fake.paged ?? "" == "" && fake.output.contains("whatsapp") && fake.errors == "", "\(name)")
    }
  }

  /// Help has no database to ask; the pages of tickets and customers say of themselves that they are pages.
  @Test func pagesAsWell() {
    for words in [["help"], ["help", "filters"], ["ticket", "--help"], ["help", "ticket", "list"]] {
      let fake = FakeWorld()
      (fake.paged, fake.height) = ("", 10)
      #expect(CommandLineProgram.run(arguments: words, world: fake.world) == .ok)
      #expect(fake.paged?.isEmpty == false && fake.output == "", "\(words)")
      (fake.paged, fake.outputIsTerminal) = ("", false)
      #expect(CommandLineProgram.run(arguments: words, world: fake.world) == .ok)
      #expect(fake.paged == "" && !fake.output.isEmpty, "\(words) in a pipe")
    }
    #expect(Set(VerbTable.all.filter(\.isPage).map(\.name)) == ["help", "ticket view", "customer view"])
    let fake = FakeWorld()
    (fake.paged, fake.height) = ("", 10)
    #expect(CommandLineProgram.run(arguments: ["help", "--no-pager"], world: fake.world) == .ok)
    #expect(fake.paged == "" && !fake.output.isEmpty)
  }

  @Test func aReaderWhoLeavesIsNoError() {
    let fake = formats { $0.pagedUntil = 1 }
    #expect(fake.errors == "(pager closed)\n" && fake.output == "")
  }

  @Test func noticesWaitForTheReader() {
    let fake = FakeWorld()
    fake.paged = ""
    fake.height = 2
    let paged = PagedOutput(fake.world)
    paged.world.out("a\n")
    paged.world.err("!\n")
    #expect(fake.output == "" && fake.errors == "")
    paged.world.out("b\n")
    #expect(fake.paged == "a\nb\n" && fake.errors == "")
    paged.finish()
    #expect(fake.errors == "(pager closed)\n!\n")
  }

  @Test func thePagerReadsOurLetters() {
    #expect(PagerProcess.variables(["LANG": "C"])["LESSCHARSET"] == "utf-8")
    #expect(PagerProcess.variables(["LESSCHARSET": "latin1"])["LESSCHARSET"] == "latin1")
  }

  @Test(arguments: [
    (["TERM": "xterm", "PAGER": "cat"], nil), (["TERM": "dumb", "PAGER": "/bin/sh"], nil),
    (["TERM": "xterm", "PAGER": "/bin/sh"], "/bin/sh"),
    (["TERM": "xterm", "PAGER": "/bin/sh", "VOC_PAGER": "cat"], nil),
    (["TERM": "xterm", "VOC_PAGER": "sh -e", "PATH": "/bin"], "sh -e"),
    (["TERM": "xterm", "PAGER": "no-such-pager", "PATH": "/bin:/usr/bin"], nil), (["PAGER": "/bin/sh"], nil),
    (["TERM": "xterm", "PATH": "/nada"], nil),
  ])
  func thePagerIsTheReaders(environment: [String: String], command: String?) {
    #expect(PagerProcess.command(environment) == command)
  }
}
