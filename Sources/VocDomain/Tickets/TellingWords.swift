/// The words that tell what a conversation is about.
public enum TellingWords {
  /// The distinct words of some texts in the order in which they come, folded: of four letters or more, without digits,
  /// and none that every conversation has.
  public static func candidates(in texts: some Sequence<String>) -> [String] {
    var seen: Set<Substring> = []
    return texts.flatMap { text in
      words(of: text).filter { $0.count >= 4 && !common.contains(String($0)) && seen.insert($0).inserted }
        .map(String.init)
    }
  }

  /// The folded words of a text; one with a digit or a sign in it falls apart there, and the parts beside a digit are
  /// none: 4500ml.
  public static func words(of text: String) -> [Substring] {
    Folding.folded(text).split { !$0.isLetter && !$0.isNumber }.filter { $0.allSatisfy(\.isLetter) }
  }

  /// What Spanish, Portuguese and English have in every conversation, of four letters or more.
  static let common = Set(
    """
    ahora algo alguien alguna algunas alguno algunos alla alli ante antes aparte aqui aquel aquella asimismo aunque \
    ayer bastante bien buen buena buenas bueno buenos cada casi caso cierto claro como conmigo contigo contra cosa \
    cosas cual cuales cualquier cuando cuanto cuantos cuenta cuya dado debe deben debo decir dejar dejo demas dentro \
    desde despues dice dicen digo dijeron dijo donde donde durante ella ellas ellos encima entonces entre eran eres \
    esas esos esta estaba estado estan estar estas este estimado estimada esto estos estoy favor fuera fueron gente \
    gracias haber habia hace hacen hacer hacia hago hasta hemos hice hola igual incluso jamas junto luego manana mayor \
    mejor menos mientras misma mismo mismos momento mucha muchas mucho muchos nada nadie necesito ninguna ninguno \
    noche nosotros nuestra nuestro nunca ojala otra otras otro otros para parece parte pero poco podria podrian \
    porque puede pueden puedo pues queda quedo quien quienes quiere quiero quisiera saber saludos segun sera seria \
    siempre siendo sido sigue sigo sino sobre solo somos soy sola tambien tampoco tanto tarde tardes tengo tenia \
    tiene tienen toda todas todavia todo todos tras unas unos usted ustedes vamos veces verdad vino vuelvo \
    agora ainda alem algum alguma algumas alguns antes aqui assim bastante boas bom cada coisa como comigo dela dele \
    deles depois desde dessa desse desta deste dias dois ela eles entao entre era essa esse estou fala fazer ficar \
    foram hoje isso isto mais mesma mesmo minha minhas muita muito nada nao nessa nesse nossa nosso obrigada obrigado \
    onde outra outro para pela pelo pode podem pois porque posso preciso qual quando quanto quem quer quero sempre \
    senhor senhora seria seus sobre somente sua tambem tanto tarde tenho toda todo tudo vezes voce voces \
    about after again also always another anyone anything around because been before being both cannot could does \
    doing done each else even ever every everything from getting give going good have having hello help here into just \
    know like many maybe more morning most much must need never nothing only other over please really same should \
    since some someone something still such sure tell than thank thanks that their them then there these they thing \
    things think this those though time today very want wanted well were what when where which while will with without \
    would your yours
    """.split(separator: " ").map(String.init))
}
