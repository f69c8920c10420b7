import VocDomain

/// An invented customer: the same number gives the same person, so that none has to be remembered.
struct DemoPerson {
  enum Language: String {
    case spanish = "es"
    case portuguese = "pt-BR"
    case english = "en"
  }

  let firstName: String
  let name: String
  let country: String
  let language: Language
  let segment: Customer.Segment
  let stage: Customer.Stage
  let phone: String
  let email: String?
  let manner: DemoManner

  init(number: Int64, seed: UInt64) {
    var dice = SplitMix64(seed: seed, stream: UInt64(number))
    let home = DemoPerson.homes[dice.index(weights: DemoPerson.homeWeights)]
    country = home.country
    let isBrazilian = home.country == "BR"
    language =
      isBrazilian
      ? (dice.chance(0.92) ? .portuguese : .spanish) : (dice.chance(0.97) ? .spanish : .english)
    firstName = dice.pick(isBrazilian ? DemoPerson.brazilianNames : DemoPerson.spanishNames)
    let families = isBrazilian ? DemoPerson.brazilianFamilies : DemoPerson.spanishFamilies
    var name = firstName
    name += " " + dice.pick(families)
    if dice.chance(0.45) { name += " " + dice.pick(families) }
    self.name = name
    segment = [.a, .b, .c][dice.index(weights: [12, 33, 55])]
    stage = dice.pick(Customer.Stage.allCases)
    phone = home.phone(number, dice: &dice)
    email =
      dice.chance(0.4)
      ? Folding.folded(firstName).replacing(" ", with: "") + "\(number)@"
        + dice.pick(DemoPerson.mailHosts) : nil
    manner = DemoManner(dice: &dice)
  }

  private struct Home {
    var country: String
    var callingCode: String
    /// Area codes or mobile prefixes, with what a national number begins with.
    var areas: [String]
    /// The digit before the last seven, where the area leaves room for it.
    var digits: ClosedRange<Int>?

    /// A number of a valid shape that no other customer of the country has.
    func phone(_ number: Int64, dice: inout SplitMix64) -> String {
      // An odd factor that 5 does not divide maps 0..<10^7 onto itself.
      let tail = String(Int(number) &* 7_368_787 % 10_000_000)
      let padded = String(repeating: "0", count: 7 - tail.utf8.count) + tail
      return "+" + callingCode + dice.pick(areas) + (digits.map { "\(dice.number(in: $0))" } ?? "") + padded
    }
  }

  private static let homes = [
    Home(country: "MX", callingCode: "52", areas: ["55", "33", "81", "56"], digits: 1...8),
    Home(
      country: "CO", callingCode: "57", areas: ["300", "301", "310", "311", "312", "315", "320"], digits: nil),
    Home(country: "AR", callingCode: "54", areas: ["911"], digits: 2...6),
    Home(country: "PE", callingCode: "51", areas: ["9"], digits: 1...9),
    Home(country: "CL", callingCode: "56", areas: ["9"], digits: 3...9),
    Home(
      country: "BR", callingCode: "55", areas: ["119", "219", "319", "419", "519", "719"], digits: 6...9),
  ]
  private static let homeWeights = [34, 18, 14, 12, 9, 13]

  private static let mailHosts = ["correo.example", "mail.example", "empresa.example"]

  private static let spanishNames = [
    "María", "José", "Guadalupe", "Juan", "Lucía", "Carlos", "Sofía", "Luis", "Valentina", "Jorge", "Camila",
    "Miguel", "Fernanda", "Andrés", "Daniela", "Diego", "Ximena", "Ricardo", "Paola", "Sebastián", "Renata",
    "Álvaro", "Rocío", "Emiliano", "Antonella", "Martín", "Julieta", "Nicolás", "Constanza", "Matías",
    "Yolanda", "Héctor", "Beatriz", "Óscar", "Mónica", "Ramón", "Elena", "Iván", "Pilar", "Tomás", "Noemí",
    "Rubén", "Adriana", "Gustavo", "Inés", "Raúl", "Verónica", "Efraín", "Begoña", "Wilmer",
  ]
  private static let spanishFamilies = [
    "Hernández", "García", "Martínez", "López", "González", "Rodríguez", "Pérez", "Sánchez", "Ramírez",
    "Flores", "Quispe", "Mamani", "Rojas", "Díaz", "Muñoz", "Soto", "Contreras", "Silva", "Fernández",
    "Gómez",
    "Romero", "Álvarez", "Torres", "Ruiz", "Restrepo", "Ospina", "Cárdenas", "Zapata", "Núñez", "Peña",
    "Ibáñez", "Cisneros", "Huamán", "Chávez", "Villanueva", "Aguirre", "Benítez", "Acosta", "Ledesma",
    "Figueroa", "Espinoza", "Araya", "Tapia", "Vergara", "Ochoa", "Zúñiga", "Barrera", "Montes", "Solís",
    "Cabrera",
  ]
  private static let brazilianNames = [
    "João", "Ana", "Thiago", "Júlia", "Rafael", "Letícia", "Gabriel", "Beatriz", "Luiz", "Camila", "Vinícius",
    "Larissa", "Caio", "Débora", "Antônio", "Conceição", "Márcio", "Patrícia", "Fábio", "Simone",
  ]
  private static let brazilianFamilies = [
    "Silva", "Santos", "Oliveira", "Souza", "Pereira", "Ferreira", "Almeida", "Araújo", "Gonçalves",
    "Ribeiro",
    "Magalhães", "Barbosa", "Rocha", "Nascimento", "Carvalho", "Simões", "Teixeira", "Moreira", "Falcão",
    "Antunes",
  ]
}
