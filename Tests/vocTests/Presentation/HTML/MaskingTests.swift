import Testing

@testable import voc

@Suite struct MaskingTests {
  @Test(arguments: [
    ("Mi número es +52 55 1234 5678, gracias", "Mi número es +•••, gracias"),
    ("Escribe a ana.mora@correo.mx ya", "Escribe a ••• ya"),
    ("pedido 81126 no llega", "pedido ••• no llega"), ("tardó 3 días y 12 horas", "tardó 3 días y 12 horas"),
    ("https://x.mx/u/ana", "•••"), ("", ""), ("(11) 4567-8901", "(•••"), ("99999", "•••"),
  ])
  func whatTellsWhoIsHidden(text: String, masked: String) { #expect(Masking.masked(text) == masked) }

  @Test(arguments: [
    ("Sebastián Aguirre Ibáñez", "Sebastián A."), ("Ana", "Ana"), ("", ""), ("+52 55 1234 5678", "+•••"),
    ("ana@correo.mx Mora", "••• M."),
  ])
  func aNameIsShort(name: String, short: String) { #expect(Masking.shortName(name) == short) }
}
