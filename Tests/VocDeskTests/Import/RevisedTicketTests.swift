import Testing
import VocTesting

@testable import VocDesk

/// What a later file says otherwise of a message, on a ticket that somebody works on.
@Suite struct RevisedTicketTests {
  private let missed = """
    "","5512345678","7009","from-trunk","","SIP/troncal-00000001","SIP/7009-00000002","Dial","SIP/7009",\
    "2026-02-01 20:40:00",,"2026-02-01 20:40:10",10,0,"NO ANSWER","DOCUMENTATION","1770000000.1",""

    """
  private let taken = """
    "","5512345678","7010","from-trunk","","SIP/troncal-00000001","SIP/7010-00000003","Dial","SIP/7010",\
    "2026-02-01 20:40:10","2026-02-01 20:40:15","2026-02-01 20:41:15",65,60,"ANSWERED","DOCUMENTATION",\
    "1770000000.1",""

    """

  @Test func aMissedCallThatWasAnsweredAfterAllWaitsNoMore() throws {
    let fixture = try DeskFixture()
    _ = try fixture.desk().addAgent(name: "Lucia", email: nil)
    try fixture.importText(missed, as: "Master.csv.1")
    #expect(try fixture.rows("SELECT CAST(waiting_since AS TEXT) FROM ticket") == ["1770000000"])
    _ = try fixture.desk().perform([.take], on: [1])
    try fixture.importText(taken, as: "Master.csv")
    #expect(try fixture.rows("SELECT coalesce(CAST(waiting_since AS TEXT), '-') FROM ticket") == ["-"])
    expectSame(try fixture.faults(), [], "faults")
  }
}
