import Testing
import VocChannels
import VocDomain

@Suite struct ZendeskMutationTests {
  @Test func eachFixtureIsItsOwnFormatsOnly() throws {
    for fixture in try ZendeskFixture.all {
      let head = ExportHead(bytes: try fixture.bytes, fileName: fixture.name)
      let claims = ZendeskFixture.readers.filter { $0.value.recognises(head) }.map(\.key)
      // Without one sound ticket nothing tells the format.
      #expect(claims == (fixture.name == "missing-fields.json" ? [] : [fixture.folder]), "\(fixture)")
    }
  }

  @Test(arguments: [
    #"{"tickets":[{"id":1,"subject":"x","status":2,"requester_id":5,"source":1,"created_at":"2026-01-01T00:00:00Z"}]}"#,
    #"{"chats":{"list":[{"type":"personal_chat","id":1,"messages":[]}]}}"#,
    #"{"type":"conversation","id":"1","source":{"author":{"type":"user"}},"created_at":1}"#,
    #"{"users":[{"id":1,"name":"Ana","role":"agent"}]}"#, "[]", "{}", "", "id,name\n1,Ana\n",
  ])
  func otherFormatsAreNotTaken(text: String) {
    let head = ExportHead(bytes: Array(text.utf8), fileName: "export")
    #expect(ZendeskFixture.readers.values.allSatisfy { !$0.recognises(head) })
  }

  @Test func chunksOfAnyLengthReadTheSame() throws {
    for reader in ZendeskFixture.readers.values {
      for fixture in ExportFixture.all(of: reader.format) {
        ReaderInvariants.chunks(reader, try fixture.bytes, "\(fixture.testDescription)")
      }
    }
  }

  @Test func damagedFilesNeverTrap() throws {
    for reader in ZendeskFixture.readers.values {
      for fixture in ExportFixture.all(of: reader.format) {
        try ReaderInvariants.mutations(reader, fixture, rounds: 100) { _, bytes, _ in
          let head = ExportHead(bytes: bytes, fileName: fixture.name)
          for other in ZendeskFixture.readers.values { _ = other.recognises(head) }
        }
      }
    }
  }
}
