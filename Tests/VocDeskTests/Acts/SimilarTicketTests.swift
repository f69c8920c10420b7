import Testing
import VocDesk

/// What a ticket's page proposes to whoever answers it.
@Suite struct SimilarTicketTests {
  private func centre(_ texts: String...) throws -> Centre {
    let centre = try Centre()
    for (index, text) in texts.enumerated() { try centre.create(customer: "Cliente \(index)", text: text) }
    return centre
  }

  private func similar(_ centre: Centre, to id: Int64) throws -> [Desk.SimilarTicket] {
    let desk = try centre.desk()
    return try desk.similarSolved(to: desk.view(ticket: id))
  }

  @Test func isSolvedAndSaysTheSameRareWords() throws {
    let centre = try centre(
      "La cafetera tira agua por abajo", "Sale agua de la cafetera desde ayer", "La cafetera gotea agua",
      "Quiero una factura de la cafetera", "El agua de la cafetera tira por abajo, otra vez")
    for id: Int64 in 2...4 {
      try centre.perform(
        .take, .reply(.init("Cambiamos la junta de #\(id).", isSent: true)), .solve(cause: "máquina"), on: id)
    }
    try centre.perform(.note("Solo entre nosotros"), on: 3)
    let found = try similar(centre, to: 1)
    #expect(found.map(\.ticket.id) == [3, 2])
    #expect(found.map(\.words) == [["agua", "cafetera"], ["agua", "cafetera"]])
    #expect(found.map(\.reply) == ["Cambiamos la junta de #3.", "Cambiamos la junta de #2."])
    #expect(found[0].ticket.cause == "máquina" && found[0].assignee == "Lucia")
    #expect(try similar(centre, to: 2).isEmpty, "a ticket that is over asks for nothing")
    try centre.perform(.solve(cause: nil), on: 5)
    #expect(
      try similar(centre, to: 1).first?.words.contains("abajo") == true, "more and rarer words come first")
  }

  @Test func oneWordIsEnoughWhereThereIsNoOther() throws {
    let centre = try centre("¿Y mi factura?", "Factura, por favor", "Hola", "👍 gracias")
    try centre.perform(.solve(cause: nil), on: 2)
    #expect(try similar(centre, to: 1).map(\.ticket.id) == [2])
    #expect(try similar(centre, to: 1).first?.reply == nil)
    #expect(try similar(centre, to: 3).isEmpty)
    #expect(try similar(centre, to: 4).isEmpty)
  }

  @Test func whatWeSaidDoesNotMakeSimilar() throws {
    let centre = try centre("Cafetera rota", "Molino roto")
    try centre.perform(.reply(.init("¿Cafetera rota o molino?", isSent: true)), on: 2)
    try centre.perform(.solve(cause: nil), on: 2)
    #expect(try similar(centre, to: 1).isEmpty)
  }
}
