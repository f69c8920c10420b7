extension DemoBook {
  static let portuguese = DemoBook(
    """
    products: café de Minas, moedor manual, moedor elétrico, café descafeinado, kit barista, filtro V60, espumador de leite, jogo de xícaras, plano mensal, café do Cerrado
    cities: São Paulo, Rio de Janeiro, Belo Horizonte, Curitiba, Porto Alegre, Recife, Salvador, Brasília, Florianópolis, Fortaleza
    carriers: Correios, Jadlog, Loggi, a transportadora, o entregador
    days: na segunda, na terça, na quarta, na quinta, na sexta, ontem, anteontem, na semana passada
    h [Oi.|Olá!|Bom dia.|Boa tarde.|Boa noite.|Oi, tudo bem?]
    a [Oi|Olá|Bom dia] {name}, [aqui é|quem fala é] {agent}, do Café Andino.
    n [Liguei para|Falei com] {carrier}: [está em rota|não acham o código|tentam de novo amanhã] (pedido {order}).
    b Olá! Sou o assistente do Café Andino. [Já chamo uma pessoa.|Um atendente responde em instantes.]
    + [Ótimo atendimento|Atendimento excelente|Muito rápido], [obrigado|obrigada|recomendo] [❤️|👏|]
    - [Péssimo atendimento|Demoraram demais|Ninguém responde], [esperei {hour} dias|o {product} veio quebrado|não volto mais].
    = [Tudo certo|Foi bom], [mas demorou|o frete é caro|faltam opções].
    # entrega | retraso en la entrega | 30 | -1 | 3
    s [Pedido {order} não chegou|Atraso na entrega em {city}|Cadê meu pedido?]
    o [Meu pedido|O pedido] {order} [não chegou|ainda não chegou|está atrasado], [era pra chegar {day}|já são {hour} dias|preciso urgente].
    o Comprei {product} {day} e [até agora nada|o rastreio não muda|consta como entregue mas não recebi].
    r [Peço desculpas pela demora|Sinto muito]. [Estou verificando|Vou falar] com {carrier} sobre o pedido {order}.
    r [A entrega será amanhã até as {hour}h|O pacote saiu de {city} hoje|O endereço estava incompleto, pode confirmar?]
    f [Ainda nada|E aí, alguma novidade?|Continuo esperando] [😡|🙏|]
    c [Chegou|Acabou de chegar], [obrigado|muito obrigada|valeu] [😊|!]
    # pedido | consulta de pedido | 25 | 1 | 2
    s [Dúvida sobre {product}|Mudança no pedido {order}]
    o Vocês [têm|ainda têm] {product}? [Quanto custa|Qual o valor] com entrega em {city}?
    o Quero [trocar|mudar|cancelar] o pedido {order}, [errei o produto|coloquei o endereço errado].
    r [Temos sim|Claro], [custa|sai por] {amount} [com frete|mais frete]. [Posso fechar o pedido?|Envio o link?]
    f [Perfeito, pode fechar|Aceita pix?|E o {product}, tem?|Qual o prazo pra {city}?]
    c [Paguei agora|Pix feito], obrigado [☕|👍|]
    # facturación | error en el cobro | 20 | -1 | 2
    s [Cobrança duplicada de {amount}|Nota fiscal do pedido {order}]
    o [Fui cobrado duas vezes|Tem uma cobrança duplicada de] {amount} [no cartão|na assinatura]. [Podem estornar?|Como resolvo?]
    o Preciso da nota fiscal do pedido {order}, [é pra empresa|o CNPJ veio errado].
    r [Enviei a nota por e-mail|O estorno de {amount} foi solicitado e leva {hour} dias|Pode mandar um print da fatura?]
    f [Não recebi|Ainda aparece na fatura|O valor está errado], [podem reenviar?|e agora?]
    c [Tudo certo agora|Recebi], obrigada
    # falla | producto defectuoso | 15 | -2 | 3
    s [Minha máquina parou|{product} veio quebrado]
    o [A máquina de espresso|O moedor|Meu produto] [não liga|está vazando|veio quebrado|parou {day}]. [Ainda tem garantia|Pedido {order}].
    r [Sinto muito|Que pena]. Pode enviar [um vídeo|fotos|o número de série] para acionar a garantia?
    f [Já fiz isso e nada|Segue o vídeo|Continua igual] [😩|]
    c [Funcionou|Chegou a troca], valeu!
    # felicitación | agradecimiento | 10 | 2 | 1
    s [Obrigado pelo atendimento|Café maravilhoso]
    o [Só queria elogiar|Parabéns a] {agent}, [me ajudou muito|super atenciosa]. [O {product} é uma delícia|Melhor café de {city}] [❤️|☕|😍]
    r [Que alegria|Muito obrigado], {name}! Bom café ☕
    f [Imagina|Eu que agradeço] [🤗|]
    c [Abraço|Até mais] 😊
    """)
}
