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
    a aca ahora al algo alla ante antes aqui asi aun aunque ayer buenas buenos cada como con cual cuales \
    cuando cuyo de del desde dia dias donde dos durante e el ella ellas ellos en entre era eran eres es \
    esa esas ese eso esos esta estaba estaban estamos estan estar estas este estimada estimado estimados \
    esto estos estoy favor fue fueron gracias ha haber habia habian hace hacen hacer hacia hago han has \
    hasta hay he hemos hizo hola hoy la las le les lo los luego manana mas me mi mientras mio mis mucho \
    muy noche noches nos nosotros nuestra nuestro nuestros o otra otras otro otros para pero podria por \
    porque puede pueden puedo pues que quien quienes quiere quiero quisiera saludos se segun senor \
    senora ser seria si sido siempre sobre somos son su sus tal tambien tarde tardes te tenemos tener \
    tengo tenia tiene tienen toda todas todavia todo todos tres tu tus un una unas uno unos usted \
    ustedes va vamos van vos voy y ya yo
    """

  private static let functionPT = """
    a agora ai ainda ali amanha ante antes ao aos apenas aquela aquele aqueles aqui as assim ate bem boa \
    bom cada cade com como da das de dela dele deles depois desde dia dias do dois dos duas durante e eh \
    ela elas ele eles em embora enquanto entre era eram essa esse esta estamos estao estar estava \
    estavam este estou eu favor faz fazem fazer fez fica ficou fiz foi foram gostaria ha hoje ir isso \
    isto ja la lhe mais mas me mesma mesmo meu meus minha minhas muita muito muitos na nas ne nem nessa \
    nesse nesta neste noite nos nossa nossas nosso nossos num numa o obrigada obrigado oi ola onde ontem \
    os ou outra outras outro outros para pela pelas pelo pelos pode podem poderia pois por porque posso \
    pq pra precisa preciso prezados quais qual quando quanto que quem quer quero sao se seja sem sempre \
    senhor senhora ser sera seria seu seus sido sim so sobre sua suas tal tambem tarde tbm te tem temos \
    tenho ter teve tinha tive toda todas todo todos tres tu tudo um uma umas uns vai vamos vao vc vcs \
    voce voces vou
    """

  private static let functionEN = """
    a about after afternoon all also am an and any anyone are aren as at be because been before being \
    both but by can could couldn d dear did didn do does doesn doing don during each evening for from \
    get got had has have having he hello her here hers hey hi him his how i if in into is isn it its \
    just let like ll m may me might more morning most much must my now of off on once only or other our \
    out over own please re regards s she should so some someone something such t than thank thanks that \
    the their them then there these they this those three through to today tomorrow too two until up us \
    ve very was wasn we were what when where which while who whom why will with won would wouldn yes \
    yesterday you your yours
    """

  private static let serviceES = """
    ano anos atencion ayuda bien buena bueno cambiar cancelar cliente clientes cobraron comprar compre \
    consulta correo cuanto cuenta cuentas cuesta devolucion dijeron dinero direccion entrar entrega \
    envio espero excelente factura gusta gustaria hacer lejos listo llamada llega llegado llegar llego \
    llevo mal mandaron mande mejor meses nadie necesita necesito ningun ninguna no nota nunca ojala \
    orden pagina pago pague paquete pedi pedido perfecto pesimo precio precios pregunta problema \
    problemas quedaron quedo recibi recibido reembolso responden respuesta resuelto resuelven rota roto \
    semanas servicio sigo sigue siguen sirve solucion tarjeta telefono tienda veces vez vueltas
    """

  private static let servicePT = """
    acesso ajuda assinatura atendimento atraso bem boleto cancelar cartao certo chega chegar chegou \
    cliente clientes cobrada cobrado cobranca cobraram comprar comprei consegui conseguimos consigo \
    conta custa demais demoraram demorou deu devolucao dinheiro disse disseram duvida encomenda endereco \
    entrar entrega entregue espero fatura fazer gosta gostei legal loja longe mal mandaram mandei melhor \
    mes meses nao nenhum nenhuma ninguem no nota nunca otima otimo pacote pagamento paguei parabens \
    parou pedi pedido perfeita perfeito pergunta pessimo preco precos problema problemas produto pronto \
    quanto quebrada quebrado recebi recebido recomendo reembolso resolve resolvido responde resposta \
    semana semanas senha serve servico solucao telefone trocar veio vez vezes voltar voltei
    """

  private static let serviceEN = """
    account address again always answer app bad best bill bought broken buy cancel card charge charged \
    customer days delivery email good great help item know login money months need never no nobody not \
    nothing order package password payment phone price problem problems product question received refund \
    reply service shipping still store subscription support waiting want website weeks work working \
    works worst yet
    """
}
