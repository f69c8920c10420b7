import VocDomain

/// The invented business: Café Andino, its channels and its agents.
enum DemoHouse {
  static let name = "Café Andino"
  static let zone = "America/Mexico_City"

  struct Door {
    var channel: Channel
    var weight: Int
    /// The usual seconds until an agent answers there.
    var patience: Double
  }

  static let doors = [
    Door(channel: channel("WhatsApp Ventas", "whatsapp", zone, "MX"), weight: 30, patience: 1_500),
    Door(
      channel: channel("WhatsApp Soporte", "whatsapp", "America/Bogota", "CO"), weight: 28, patience: 2_700),
    Door(channel: channel("Chat web", "chat", zone, "MX"), weight: 18, patience: 240),
    Door(channel: channel("Teléfono", "phone", "America/Lima", "PE"), weight: 14, patience: 40),
    Door(
      channel: channel("Instagram", "social", "America/Argentina/Buenos_Aires", "AR"), weight: 10,
      patience: 7_200),
  ]
  static let doorWeights = doors.map(\.weight)
  static let webChat = 2

  private static func channel(_ name: String, _ kind: String, _ zone: String, _ country: String) -> Channel {
    Channel(id: 0, kind: kind, name: name, zone: zone, country: country, identities: [Self.name])
  }

  struct Hand {
    var name: String
    /// How much better than the others customers find them, in points of mood.
    var skill: Double
    /// Their replies take this many times as long as usual.
    var slowness: Double

    var firstName: String { name.split(separator: " ").first.map(String.init) ?? name }
    var email: String {
      Folding.folded(name).replacing(" ", with: ".") + "@cafeandino.example"
    }
  }

  static let hands = [
    Hand(name: "Mariana Solís", skill: 0.8, slowness: 0.6), Hand(name: "Jorge Peña", skill: 0.1, slowness: 1),
    Hand(name: "Luciana Ferreyra", skill: 0.5, slowness: 0.8),
    Hand(name: "Óscar Quispe", skill: -0.2, slowness: 1.2),
    Hand(name: "Tatiana Ríos", skill: 0.3, slowness: 0.9),
    Hand(name: "Bruno Carvalho", skill: 0.4, slowness: 0.7),
    Hand(name: "Ximena Núñez", skill: -0.6, slowness: 1.8),
    Hand(name: "Álvaro Restrepo", skill: 0, slowness: 1),
    Hand(name: "Pilar Huamán", skill: 0.6, slowness: 1.1),
    Hand(name: "Ezequiel Bustos", skill: -0.4, slowness: 1.4),
    Hand(name: "Renata Ibáñez", skill: 0.2, slowness: 0.8),
    Hand(name: "Camilo Zapata", skill: 0, slowness: 1.3),
    Hand(name: "Letícia Rocha", skill: 0.7, slowness: 0.9),
    Hand(name: "Iván Contreras", skill: -0.1, slowness: 1),
  ]
}
