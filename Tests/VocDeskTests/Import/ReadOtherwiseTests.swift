import Testing
import VocDesk
import VocDomain

/// The same file read in another way brings everything again, which is said.
@Suite struct ReadOtherwiseTests {
  @Test func aChatWithDayAndMonthTheOtherWayRound() throws {
    let fixture = try DeskFixture()
    var isDryRun = false
    func imported(_ order: DateOrder, as file: String) throws -> Int64? {
      let text =
        "2/2/26, 9:00 - Ana Mora: hola\n3/2/26, 10:00 - Ana Mora: ¿hola?\n3/2/26, 10:05 - Tienda: buenas\n"
      let report = try fixture.importText(text, as: file) { options in
        (options.dateOrder, options.identities, options.isDryRun) = (order, ["Tienda"], isDryRun)
      }
      return try #require(report.files.first).readOtherwiseBy
    }
    let name = "Chat de WhatsApp con Ana Mora.txt"
    #expect(try imported(.dmy, as: name) == nil)
    #expect(try imported(.dmy, as: "de nuevo/" + name) == nil)
    isDryRun = true
    #expect(try imported(.mdy, as: name) == 1)
    isDryRun = false
    // The second brought nothing.
    #expect(try imported(.mdy, as: name) == 1)
    _ = try fixture.desk().undoImport(3)
    #expect(try imported(.dmy, as: name) == nil)
    #expect(try imported(.mdy, as: "otra vez/" + name) == 1)
  }
}
