/// The words by which languages are told apart and that say nothing by themselves; folded, hand-written.
enum LanguageWords {
  /// Articles, pronouns, auxiliaries and greetings.
  static func function(_ language: TextLanguage) -> Set<String> {
    switch language {
    case .spanish: words(functionES)
    case .portuguese: words(functionPT)
    case .english: words(functionEN)
    case .unknown: []
    }
  }

  /// Words of customer service, which tell a language but have a meaning.
  static func service(_ language: TextLanguage) -> Set<String> {
    switch language {
    case .spanish: words(serviceES)
    case .portuguese: words(servicePT)
    case .english: words(serviceEN)
    case .unknown: []
    }
  }

  /// Words that turn the one after them, in any of the languages.
  static let negators: Set<String> = [
    "no", "sin", "ni", "nao", "sem", "nem", "not", "without", "cannot", "never", "nunca",
  ]

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }

  private static let functionES = """
    a ahora al algo ante antes aqui asi aun aunque ayer buenas buenos cada como con cual cuales cuando de \
    del desde dias donde durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta \
    estaba estaban estamos estan estar estas este estimada estimado estimados esto estos estoy favor fue \
    fueron gracias ha haber habia habian hace hacen hacer hacia hago han has hasta hay he hemos hizo hola \
    hoy la las le les lo los luego manana mas me mi mientras mio mis mucho muy noches nos nosotros nuestra \
    nuestro nuestros o otra otras otro otros para pero podria por porque puede pueden puedo pues que quien \
    quienes quiere quiero quisiera saludos se segun senor senora ser si sido siempre sobre son su sus \
    tambien tardes te tenemos tener tengo tenia tiene tienen toda todas todavia todo todos tu tus un una \
    unas uno unos usted ustedes va vamos van voy y ya yo
    """

  private static let functionPT = """
    a agora ai ainda ali amanha ante antes ao aos apenas aquela aquele aqui as assim ate bem boa bom cada \
    com como da das de dela dele deles depois desde dia do dos durante e ela elas ele eles em embora \
    enquanto entre era eram essa esse esta estamos estao estar estava estavam este estou eu favor faz fazem \
    fazer fez fica ficou fiz foi foram gostaria ha hoje ir isso isto ja la lhe mais mas me mesma mesmo meu \
    meus minha minhas muita muito muitos na nas nem noite nos nossa nossas nosso nossos num numa o obrigada \
    obrigado oi ola onde ontem os ou outra outras outro outros para pela pelas pelo pelos pode podem poderia \
    pois por porque posso pra precisa preciso prezados quais qual quando quanto que quem quer quero sao se \
    seja sem sempre senhor senhora ser seu seus sido sim so sobre sua suas tambem tarde te tem temos tenho \
    ter teve tinha tive toda todas todo todos tu tudo um uma umas uns vai vamos vao voce voces vou
    """

  private static let functionEN = """
    a about after afternoon all also am an and any are as at be because been before being both but by can \
    could d dear did didn do does doesn doing don during each evening for from get got had has have having \
    he hello her here hers hey hi him his how i if in into is isn it its just let like ll m may me might \
    more morning most much must my now of off on once only or other our out over own please re regards s she \
    should so some such t than thank thanks that the their them then there these they this those through to \
    today tomorrow too until up us ve very was wasn we were what when where which while who whom why will \
    with won would yes yesterday you your yours
    """

  private static let serviceES = """
    ano anos atencion ayuda buena bueno cliente clientes correo cuenta cuentas dinero envio excelente \
    factura llega llegado llego llevo mal meses nadie necesita necesito ningun ninguna no nunca pagina pago \
    pedido pesimo problema problemas responden respuesta resuelven semanas servicio sigo solucion tarjeta \
    telefono tienda veces
    """

  private static let servicePT = """
    ajuda atendimento boleto cartao chega chegou cliente clientes comprei consegui conseguimos consigo conta \
    dinheiro disse disseram encomenda fatura gostei loja mes meses nao nenhum nenhuma ninguem no nunca otima \
    otimo pagamento parabens pedido pessimo problema problemas produto recebi resolve responde resposta \
    semana semanas servico solucao telefone vez vezes voltar
    """

  private static let serviceEN = """
    account again always answer app bad best bill bought buy card charged customer days delivery email good \
    great help item know money months need never no nobody not nothing order payment phone problem problems \
    product received refund reply service shipping still store support waiting want weeks work working works \
    worst yet
    """
}
