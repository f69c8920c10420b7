extension DemoBook {
  static let spanish = DemoBook(
    """
    products: café de Chiapas, molino manual, molino eléctrico, hervidor de cuello de ganso, café descafeinado, kit de barista, juego de tazas, espumador de leche, café de Huila, filtro V60, termo de acero, café molido de medio kilo, chocolate de mesa, plan mensual, tamper de acero, café de Veracruz, molinillo de bolsillo, portafiltro
    cities: Ciudad de México, Guadalajara, Monterrey, Puebla, Mérida, Bogotá, Medellín, Cali, Barranquilla, Lima, Arequipa, Trujillo, Buenos Aires, Córdoba, Rosario, Santiago, Valparaíso, Concepción
    carriers: Estafeta, DHL, Servientrega, Coordinadora, Olva Courier, Andreani, Chilexpress, la paquetería, el repartidor
    days: el lunes, el martes, el miércoles, el jueves, el viernes, el sábado, ayer, antier, la semana pasada, hace diez días
    h [Hola|Hola buenas|Buenas|Buen día|Buenos días|Buenas tardes|Qué tal|Disculpe|Muy buenas noches][.|!|...]
    h [Hola,|Buenas,|Buenos días,] [una consulta|una pregunta|necesito ayuda|les molesto de nuevo].
    a [Hola|Buen día|Buenas tardes] {name}, [soy|le saluda|te saluda] {agent} de Café Andino.
    a [Gracias por escribirnos|Gracias por comunicarse|Qué gusto saludarte], {name}. [Soy {agent}.|Le atiende {agent}.]
    n [Llamé a|Hablé con|Escribí a] {carrier}: [dicen que está en ruta|no tienen registro de la guía|lo reintentan mañana|el paquete está en la bodega de {city}].
    n [Cliente molesto, tratar con cuidado|Es la segunda vez que escribe por lo mismo|Ya se le ofreció un cupón|Revisar con facturación] (pedido {order}).
    b [¡Hola!|¡Bienvenido!] Soy el asistente de Café Andino. [En un momento le atiende una persona.|Un asesor le responderá en breve.|Nuestro horario es de 8 a 20 h.]
    + [Excelente|Muy buena|Súper|Rapidísima|Impecable] [atención|la atención de {agent}|respuesta], [gracias|muy agradecida|la recomiendo|sigan así].
    + Me [resolvieron|solucionaron|arreglaron] todo en [minutos|el mismo día|un solo mensaje]. [El café, riquísimo.|Mil gracias.|10 de 10 👏|❤️]
    + [El {product} es buenísimo|El {product} llegó perfecto|Amé el {product}] y {agent} [fue muy amable|me explicó todo|se portó increíble].
    - [Pésimo servicio|Muy mala atención|Una decepción|Nunca más]: [esperé {hour} días|nadie contesta|me tuvieron dando vueltas|me cobraron dos veces].
    - El {product} llegó [roto|abierto|vencido|incompleto] y [nadie se hace responsable|todavía espero el reembolso|me piden fotos y fotos].
    - [Tardan demasiado en responder|Hay que repetir todo cada vez|No cumplieron con la fecha] [😡|👎||, así no].
    = [Todo bien|Bien|Correcto|Normal], [aunque tardaron un poco|pero el envío es caro|podría ser más rápido|falta más variedad de café].
    = [Sería bueno tener|Me gustaría|Estaría bien tener] [seguimiento en línea|pago con transferencia|más sucursales en {city}|horario de domingo].
    # entrega | retraso en la entrega | 26 | -1 | 3
    s [Pedido {order} no llega|No ha llegado mi {product}|Retraso en la entrega a {city}|¿Dónde está mi pedido?]
    o [Mi pedido|El pedido|La orden] {order} [no ha llegado|sigue sin llegar|debía llegar {day} y nada|aparece entregado pero no lo tengo].
    o Compré [un|el] {product} {day} y [hasta hoy no llega|todavía no sé nada|me dijeron 3 días y ya van {hour}]. [Me urge|Es un regalo|Ya estoy preocupada|¿Qué pasó?]
    o ¿[Me pueden decir|Saben|Me ayudan a saber] dónde viene mi paquete? {carrier} [no contesta|dice que no lo tiene|marca "en tránsito" desde {day}]. Es el {order}.
    r [Lamento la demora|Una disculpa por el retraso|Le pido una disculpa]. [Ya estoy revisando|Estoy verificando] con {carrier} el pedido {order}.
    r [Me confirman que|Según {carrier},] [su paquete sale hoy de {city}|se entrega mañana antes de las {hour}|hubo un retraso por lluvias en {city}|la dirección estaba incompleta].
    r ¿Me [confirma|comparte|regala] [su dirección completa|un teléfono de contacto|una referencia del domicilio], por favor?
    f [Sigo esperando|Nada todavía|Hola?? alguien?|Y entonces?] [ya van {hour} días|me dijeron que era hoy|en serio necesito el {product}|😡|🙏]
    f [La dirección es|Vivo en] [Av. Reforma {order}|calle 45 # {hour}-20|Jr. Los Álamos 1{hour}|Pasaje Las Rosas {hour}], {city}. [Es la casa azul|Depto {hour}|Tocar fuerte].
    c [Ya llegó|Acaba de llegar|Me lo entregaron recién], [gracias|muchas gracias|mil gracias por la ayuda] [🙌|😊||!!]
    # pedido | consulta de pedido | 20 | 1 | 2
    s [Consulta por {product}|Cambio en el pedido {order}|Quiero comprar {product}|Pedido para oficina en {city}]
    o ¿[Tienen|Les queda|Hay] {product}? [Quiero {hour}|Sería para regalo|Es para mi oficina en {city}]. ¿[Cuánto cuesta|Qué precio tiene|Hacen envíos a {city}]?
    o Quiero [cambiar|agregar algo a|modificar] mi pedido {order}, [me equivoqué de {product}|quiero sumar un {product}|pongan molido grueso], ¿se puede?
    r [Claro que sí|Con gusto|Por supuesto], [tenemos {product} disponible|nos quedan {hour} piezas|hay en la tienda de {city}]. [Cuesta|Sale en|El total es de] {amount} [con envío|más envío|IVA incluido].
    r [Ya quedó actualizado|Listo, modifiqué] su pedido {order}. [El nuevo total es {amount}.|Le llega la confirmación por correo.|Sale hoy mismo por {carrier}.]
    f [Perfecto|Genial|Va], [¿y cómo pago?|¿aceptan transferencia?|mándenme el link|lo quiero entonces|¿cuándo llegaría a {city}?]
    f [Y el|Oye y el|También quería preguntar por el] {product}, ¿[lo tienen en grano|viene con garantía|cuánto sale|hay descuento por {hour} piezas]?
    c [Listo, ya pagué|Pagado|Ya hice la transferencia], [gracias|quedo atenta|espero el paquete] [☕|👍|]
    # reembolso | devolución de dinero | 11 | -1 | 3
    s [Reembolso del pedido {order}|Quiero devolver {product}|No me han devuelto {amount}]
    o Quiero [que me devuelvan|el reembolso de|saber cuándo me regresan] [mi dinero|los {amount}|lo que pagué] del pedido {order}. [Cancelé {day}|El {product} no era lo que pedí|Nunca llegó].
    o [Devolví|Regresé] el {product} {day} y [no veo el reembolso|el banco dice que no hay nada|sigue sin aparecer en mi tarjeta].
    r El reembolso de {amount} [ya fue solicitado|quedó autorizado|sale hoy]; [tarda de 3 a 5 días hábiles|su banco lo refleja en {hour} días|le mando el comprobante].
    r Para [procesar|tramitar] la devolución necesito [una foto del {product}|el número de guía|los últimos 4 dígitos de la tarjeta|el nombre del titular].
    f [Ya lo mandé|Ahí va la foto|Adjunto el comprobante], [¿cuánto tarda?|avísenme por favor|es de {amount}|ojalá sea pronto]
    f [No me sirve el cupón|No quiero otro {product}], [quiero mi dinero|quiero el reembolso completo|ya perdí la paciencia] [😤|]
    c [Ya me cayó el depósito|Ya veo los {amount} en mi cuenta|Reembolso recibido], [gracias|muchas gracias|asunto cerrado]
    # facturación | error en el cobro | 13 | -1 | 2
    s [Factura del pedido {order}|Cobro doble de {amount}|Datos fiscales incorrectos|No me llegó la factura]
    o [Me cobraron dos veces|Veo un cargo doble de|Hay un cobro que no reconozco de] {amount} [del pedido {order}|en mi tarjeta|por la suscripción].
    o Necesito [la factura|la boleta|el comprobante fiscal] del pedido {order}, [es para la empresa|la pide contabilidad|antes de fin de mes]. [El RFC va mal.|Mi NIT es otro.|El RUC está incorrecto.|]
    r [Reviso|Estoy revisando] el cargo de {amount}. ¿[Me comparte|Me envía] [la fecha y los últimos 4 dígitos|una captura del estado de cuenta|sus datos fiscales]?
    r [Le acabo de enviar|Ya le envié] la factura del pedido {order} [a su correo|corregida|en PDF y XML]. [Cualquier detalle me dice.|¿La puede revisar?]
    f [No la veo en mi correo|Sigue mal la razón social|El monto no es {amount}|El cargo sigue ahí], [¿la reenvían?|por favor corrijan|ayuda]
    c [Ahora sí, correcta|Recibida|Todo en orden], [gracias {agent}|gracias|muy amable] [👍|]
    # cita | agenda y citas | 9 | 1 | 2
    s [Cita para el taller en {city}|Cambiar mi cita de {day}|Curso de barista: horarios|Mantenimiento de la máquina]
    o Quiero [agendar|reservar|apartar] [una cita|lugar en el curso|el mantenimiento de mi máquina de espresso] en {city}, ¿[hay lugar {day}|tienen a las {hour}|qué horarios hay]?
    o [Tengo cita|Tenía reservado] a las {hour} y [no voy a poder llegar|quiero cambiarla|nadie me confirmó]. ¿Se puede [mover|reagendar]?
    r [Le confirmo|Queda agendada|Su cita quedó] a las {hour} en la sucursal de {city}. [La dirección le llega por mensaje.|Le esperamos.|Traiga su {product}, por favor.]
    r [Para esa fecha no hay lugar|Ese horario está lleno]; ¿le sirve [el día siguiente|a las {hour}|la otra semana|la tienda de {city}]?
    f [Sí, me sirve|Mejor en la tarde|A las {hour} no puedo|¿Y el sábado?], [gracias|¿hay estacionamiento?|¿cuánto cuesta?|vamos dos personas]
    c [Perfecto, ahí estaré|Confirmado|Nos vemos entonces], [gracias|qué amables] [☕|😊|]
    # falla | producto defectuoso | 12 | -2 | 3
    s [Mi {product} no funciona|Llegó roto el pedido {order}|Falla en la máquina|La página no deja pagar]
    o [La máquina de espresso|El molino|El espumador|Mi {product}] [no enciende|hace un ruido raro|tira agua por abajo|dejó de funcionar {day}|llegó roto]. [Está en garantía|Lo compré {day}|Pedido {order}].
    o [La página|La app|El carrito] [no deja pagar|marca error {order}|se queda cargando|me saca cada rato] [con tarjeta|desde ayer|al confirmar los {amount}].
    r [Qué pena|Lamento escuchar eso]. ¿[Puede enviarme|Me manda] [un video corto de la falla|fotos del empaque|el número de serie] para [hacer válida|activar] la garantía?
    r [Intente lo siguiente:|Pruebe esto:] [desconéctela {hour} minutos|descalcifique con vinagre|limpie el filtro|borre la caché] y [me cuenta|dígame si sigue igual].
    f [Ya hice eso y sigue igual|Ahí va el video|Ni así prende|Ahora además huele a quemado] [😩|, qué hago?|, quiero cambio|]
    f [Número de serie|La serie es] CA{order}. [¿Cuánto tarda el cambio?|¿Lo llevo a {city}?|¿Quién paga el envío?]
    c [Ya funciona|Llegó el reemplazo|Quedó como nueva], [gracias por la paciencia|muchas gracias|bien ahí] [🙏|]
    # felicitación | agradecimiento | 5 | 2 | 1
    s [Gracias por la atención|Felicitaciones a {agent}|Qué buen café]
    o [Solo quería felicitar|Quiero agradecer|Felicito] a {agent}: [me ayudó muchísimo|resolvió en un minuto|siempre tan amable]. [El {product} está delicioso|Son los mejores de {city}] [❤️|☕|👏👏|😍]
    o [Qué rico|Buenísimo|Espectacular] el {product}, [llegó antes de lo esperado|mi familia feliz|ya quiero pedir más]. [Gracias|Un abrazo desde {city}]
    r [¡Muchas gracias|¡Qué alegría leerlo], {name}! [Se lo paso al equipo.|Le mandamos un cupón de {amount}.|Esperamos que disfrute su {product}.] ☕
    f [De nada|A ustedes], [sigan así|los recomendé con mis amigos|saludos desde {city}] [🤗|]
    c [Gracias por el cupón|Saludos], [bonito día|hasta pronto] [😊|]
    # queja | mala atención | 4 | -2 | 4
    s [Queja por mala atención|Nadie me responde|Reclamo formal: pedido {order}]
    o [Es la tercera vez que escribo|Llevo {hour} días escribiendo|Estoy muy molesta] por el pedido {order} y [nadie responde|me pasan de uno a otro|me colgaron el teléfono]. [Voy a denunciar en Profeco|Quiero hablar con un supervisor|Pésimo servicio].
    o En la tienda de {city} me [trataron mal|hicieron esperar {hour} minutos|negaron el cambio del {product}]. [Quiero poner una queja|Exijo una respuesta|Es una falta de respeto].
    r [Tiene toda la razón|Lamento mucho lo ocurrido], {name}. [Escalé su caso a supervisión|Lo reviso personalmente|Mañana le llama {agent}] [con prioridad|hoy mismo|antes de las {hour}].
    f [Eso mismo me dijeron la vez pasada|Sigo sin respuesta|¿Y el supervisor?], [ya no les creo|espero la llamada|cancelo todo] [😡|]
    c [Me llamaron y lo resolvieron|Está bien, acepto la disculpa|Quedó resuelto], [gracias|ojalá no se repita]
    """)
}
