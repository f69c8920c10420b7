import Testing

@testable import voc

@Suite struct HangingLineTests {
  private func line(_ parts: [String], breaks: Bool = false) -> HangingLine {
    HangingLine(
      lead: HangingLine.Part(text: "De:  "), indent: 5,
      parts: parts.map { HangingLine.Part(text: $0, breaks: breaks) })
  }

  @Test func itBreaksBetweenParts() {
    let lines = line(["Ana López", "+52 55 1234", "ana@example.com"]).lines(width: 26)
    #expect(lines == ["De:  Ana López ·", "     +52 55 1234 ·", "     ana@example.com"])
  }

  @Test func aPartForWhichNoLineHasRoomBreaksAtItsWords() {
    #expect(line(["uno dos tres cuatro"]).lines(width: 15) == ["De:  uno dos", "     tres", "     cuatro"])
    #expect(line(["漢字漢字漢字漢字"]).lines(width: 15) == ["De:  漢字漢字漢", "     字漢字"])
    #expect(line(["a", "uno dos"], breaks: true).lines(width: 15) == ["De:  a · uno", "     dos"])
  }

  @Test func paintCountsNothingAndEndsWithItsLine() {
    let line = HangingLine(
      indent: 2,
      parts: [HangingLine.Part(text: "uno dos", breaks: true) { "<\($0)>" }, HangingLine.Part(text: "tres")])
    #expect(line.lines(width: 40) == ["<uno dos> · tres"])
    #expect(line.lines(width: 8) == ["<uno>", "  <dos> ·", "  tres"])
  }

  /// In a pipe it is what was written, to the last space; on any terminal no word is lost and no line too long.
  @Test(arguments: [["a  b ", "", "c"], ["漢字 👩‍👩‍👧 e\u{301}", "palabralarguísima de veras"]], [true, false])
  func nothingIsLost(parts: [String], breaks: Bool) {
    let line = line(parts, breaks: breaks)
    #expect(line.lines(width: .max / 2) == ["De:  " + parts.joined(separator: " · ")])
    for width in 12...60 {
      let lines = line.lines(width: width)
      #expect(lines.allSatisfy { DisplayWidth.columns($0) <= width }, "\(width): \(lines)")
      let all = "De:" + parts.joined(separator: "·")
      #expect(lines.joined().filter { $0 != " " } == all.filter { $0 != " " }, "\(width)")
    }
  }
}
