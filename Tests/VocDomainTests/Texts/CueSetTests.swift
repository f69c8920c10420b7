import Testing
import VocDomain

struct CueSetTests {
  @Test func eachCueHasItsOwnBits() {
    var all = CueSet()
    for (index, cue) in Cue.allCases.enumerated() {
      #expect(all[cue] == 0)
      all[cue] = 1 + index % 3
    }
    #expect(all.cues == Cue.allCases)
    for (index, cue) in Cue.allCases.enumerated() { #expect(all[cue] == 1 + index % 3) }
    #expect(CueSet(bits: all.bits) == all)
    #expect(all.bits & ~CueSet.mask(of: Cue.allCases) == 0)
    for cue in Cue.allCases { all[cue] = 0 }
    #expect(all.isEmpty && all == CueSet())
  }

  /// What is kept stays readable: these numbers never change.
  @Test(
    arguments: [
      (Cue.urgency, 3), (.complaint, 12), (.legal, 48), (.churn, 192), (.competitor, 768), (.praise, 3072),
      (.repeatContact, 12288),
    ] as [(Cue, Int64)])
  func theMaskOfEach(cue: Cue, mask: Int64) { #expect(CueSet.mask(of: [cue]) == mask) }

  @Test(arguments: [(-5, 0), (0, 0), (2, 2), (3, 3), (9, 3), (.max, 3), (.min, 0)])
  func weightsAreClipped(given: Int, kept: Int) {
    var set = CueSet()
    set[.legal] = given
    #expect(set[.legal] == kept)
    #expect(set.cues == (kept == 0 ? [] : [.legal]))
  }

  @Test func aUnionKeepsTheMostOfEach() {
    var (one, other) = (CueSet(), CueSet())
    (one[.legal], one[.churn]) = (1, 3)
    (other[.legal], other[.praise]) = (2, 2)
    one.formUnion(other)
    #expect(one[.legal] == 2 && one[.churn] == 3 && one[.praise] == 2 && one[.urgency] == 0)
  }

  @Test func bitsOfNoCueAreDropped() {
    #expect(CueSet(bits: -1).bits == CueSet.mask(of: Cue.allCases))
    #expect(CueSet(bits: 1 << 40).isEmpty)
  }
}
