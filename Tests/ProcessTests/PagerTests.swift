import Testing
import VocTesting

/// Long lists on a terminal of their own.
@Suite(.serialized) struct PagerTests {
  var program: Program

  init() throws { program = try Program() }

  @Test(.notForEver) func aLongListGoesThroughThePager() throws {
    var paging = program
    paging.environment["VOC_PAGER"] = "sed s/^/paged:/"
    let terminal = try PseudoTerminal(paging, ["import", "formats"], rows: 12, columns: 80)
    #expect(terminal.end() == 0)
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("paged:whatsapp") && !output.contains("\nwhatsapp"))
    #expect(terminal.modes == terminal.usualModes)
  }

  @Test(.notForEver) func aPagerThatLeavesIsNoError() throws {
    var paging = program
    paging.environment["PAGER"] = "head -n 1"
    let terminal = try PseudoTerminal(paging, ["import", "formats"], rows: 5, columns: 80)
    #expect(terminal.end() == 0)
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("whatsapp"))
  }

  /// less itself: the first screen, a key, and the terminal as it was.
  @Test(.notForEver) func lessShowsAScreenAtATime() throws {
    guard try program.shell("command -v less").code == 0 else { return }
    let terminal = try PseudoTerminal(program, ["import", "formats"], rows: 12, columns: 80)
    terminal.wait(for: "whatsapp")
    // Ctrl+C is for less, which forgets the keys that it had not read by then.
    for key in ["\u{3}", "q", "q", "q"] {
      terminal.type(key)
      terminal.readOn(seconds: 0.5)
    }
    #expect(terminal.end() == 0)
    #expect(terminal.modes == terminal.usualModes)
  }

  @Test(.notForEver) func aShortListDoesNot() throws {
    var paging = program
    paging.environment["VOC_PAGER"] = "sed s/^/paged/"
    let terminal = try PseudoTerminal(paging, ["import", "formats"], rows: 200, columns: 80)
    #expect(terminal.end() == 0)
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("paged"))
  }
}
