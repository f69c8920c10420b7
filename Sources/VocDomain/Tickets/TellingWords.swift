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

  /// What Spanish, Portuguese and English have in every conversation.
  static let common = Set(
    """
    about after again agora ahora ainda alem algo alguien algum alguma algumas alguna algunas alguno algunos \
    alguns alla alli also always another ante antes anyone anything aparte aquel aquella aqui around \
    asimismo assim aunque ayer bastante because been before being bien boas both buen buena buenas bueno \
    buenos cada cannot casi caso cierto claro coisa comigo como conmigo contigo contra cosa cosas could cual \
    cuales cualquier cuando cuanto cuantos cuenta cuya dado debe deben debo decir dejar dejo dela dele deles \
    demas dentro depois desde despues dessa desse desta deste dias dice dicen digo dijeron dijo does doing \
    dois donde done durante each eles ella ellas ellos else encima entao entonces entre eran eres esas esos \
    essa esse esta estaba estado estan estar estas este estimada estimado esto estos estou estoy even ever \
    every everything fala favor fazer ficar foram from fuera fueron gente getting give going good gracias \
    haber habia hace hacen hacer hacia hago hasta have having hello help hemos here hice hoje hola igual \
    incluso into isso isto jamas junto just know like luego mais manana many maybe mayor mejor menos mesma \
    mesmo mientras minha minhas misma mismo mismos momento more morning most much mucha muchas mucho muchos \
    muita muito must nada nadie necesito need nessa nesse never ninguna ninguno noche nosotros nossa nosso \
    nothing nuestra nuestro nunca obrigada obrigado ojala onde only other otra otras otro otros outra outro \
    over para parece parte pela pelo pero please poco pode podem podria podrian pois porque posso preciso \
    puede pueden puedo pues qual quando quanto queda quedo quem quer quero quien quienes quiere quiero \
    quisiera really saber saludos same segun sempre senhor senhora sera seria seus should sido siempre \
    siendo sigo sigue since sino sobre sola solo some somente someone something somos still such sure tambem \
    tambien tampoco tanto tarde tardes tell tengo tenho tenia than thank thanks that their them then there \
    these they thing things think this those though tiene tienen time toda todas todavia today todo todos \
    tras tudo unas unos usted ustedes vamos veces verdad very vezes vino voce voces vuelvo want wanted well \
    were what when where which while will with without would your yours
    """.split(separator: " ").map(String.init))
}
