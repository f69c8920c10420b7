extension PolicyHelp {
  static let channels: [(term: String, text: Phrase)] = [
    (
      "capacity",
      Phrase(es: "cuánto atiende a la vez un agente", en: "how much an agent takes at once")
    ),
    ("weight", Phrase(es: "cuánto ocupa cada ticket (1)", en: "how much of it each ticket takes (1)")),
    (
      "synchronous",
      Phrase(
        es: "true: el cliente espera en línea, y el ticket se ofrece en vez de asignarse",
        en: "true: the customer waits on the line, and the ticket is offered, not handed over")
    ),
    (
      "blocking",
      Phrase(es: "true: uno solo ocupa por completo al agente", en: "true: one of them takes the whole agent")
    ),
    ("offer", Phrase(es: "cuánto dura un ofrecimiento", en: "how long an offer stands")),
    (
      "no_answer",
      Phrase(
        es: "sin respuesta en este tiempo, el ticket vuelve a su cola",
        en: "without an answer in this time the ticket goes back to its queue")
    ),
    (
      "inactive",
      Phrase(
        es: "sin mensajes en este tiempo, una conversación deja de ocupar al agente",
        en: "without messages in this time a conversation no longer counts against the agent")
    ),
    (
      "reply_window",
      Phrase(
        es: "hasta cuánto después del último mensaje del cliente se puede responder (whatsapp: 24h)",
        en: "how long after the customer’s last message one may reply (whatsapp: 24h)")
    ),
    ("calendar", Phrase(es: "el horario del canal", en: "the channel’s hours")),
  ]

  static let queues: [(term: String, text: Phrase)] = [
    ("name", Phrase(es: "cómo se llama", en: "what it is called")),
    (
      "condition",
      Phrase(
        es: "qué tickets son suyos, como filtro: \"channel:whatsapp tag:ventas\"",
        en: "which tickets are its, as a filter: \"channel:whatsapp tag:sales\"")
    ),
    (
      "groups",
      Phrase(
        es:
          "los grupos que la atienden: \"ventas\", o {\"name\": \"apoyo\", \"after\": \"10m\"} para los que ayudan después; sin grupos, todos",
        en:
          "the groups that serve it: \"ventas\", or {\"name\": \"apoyo\", \"after\": \"10m\"} for those who help later; without groups, everybody"
      )
    ),
    (
      "fallback",
      Phrase(
        es: "la cola (queue) cuyos agentes ayudan cuando un ticket ha esperado tanto (after)",
        en: "the queue whose agents join in once a ticket has waited so long (after)")
    ),
    (
      "required_skills",
      Phrase(
        es: "habilidades indispensables con su nivel mínimo, de 1 a 5",
        en: "skills that are needed, with their least level from 1 to 5")
    ),
    (
      "optional_skills",
      Phrase(
        es: "habilidades deseables: la de 3 se deja de pedir primero, la de 1 al final",
        en: "skills to be wished for: that of 3 is given up first, that of 1 last")
    ),
    (
      "skill_timeout",
      Phrase(
        es: "cada cuánto se deja de pedir una deseable (5m)",
        en: "after which time each wish is given up (5m)")
    ),
    (
      "maximum_wait",
      Phrase(
        es: "espera después de la cual un ticket pasa adelante (4h), o \"none\"",
        en: "the wait after which a ticket goes to the front (4h), or \"none\"")
    ),
    (
      "calendar",
      Phrase(es: "el horario en que se cuenta la espera", en: "the hours that the wait is counted in")
    ),
  ]

  static let promises: [(term: String, text: Phrase)] = [
    ("name", Phrase(es: "cómo se llama", en: "what it is called")),
    ("condition", Phrase(es: "para qué tickets es", en: "which tickets it is for")),
    ("calendar", Phrase(es: "el horario en que se cuenta", en: "the hours that it is counted in")),
    (
      "targets",
      Phrase(
        es:
          "first_reply, next_reply, resolution y requester_wait, cada una con su plazo: uno para todos o uno por prioridad (urgent, high, normal, low)",
        en:
          "first_reply, next_reply, resolution and requester_wait, each with its length: one for all, or one for each priority (urgent, high, normal, low)"
      )
    ),
    (
      "solve_counts",
      Phrase(
        es: "resolver sin responder cuenta como respuesta (true)",
        en: "solving without a reply counts as the reply (true)")
    ),
    (
      "hold_counts",
      Phrase(
        es: "la resolución también corre en espera de un tercero (false)",
        en: "resolution also runs while the ticket is on hold (false)")
    ),
    (
      "pending_counts",
      Phrase(
        es: "la resolución también corre mientras se espera al cliente, como en los plazos de ley (false)",
        en: "resolution also runs while the ticket waits for the customer, as legal deadlines do (false)")
    ),
    (
      "reopen_within",
      Phrase(
        es: "reabierto en este tiempo, el reloj sigue; después empieza otro (7d)",
        en: "reopened within this time the clock goes on; later another begins (7d)")
    ),
  ]

  static let routing: [(term: String, text: Phrase)] = [
    (
      "order",
      Phrase(
        es: "qué va primero: priority (lo usual), sla (lo que vence antes) o score (espera más puntos)",
        en: "what goes first: priority (the usual), sla (what is due first) or score (wait plus points)")
    ),
    (
      "method",
      Phrase(
        es:
          "a quién: spare (más cupo, lo usual), spare_percent (más cupo en proporción), round_robin (por turnos), skill (el más hábil) o least_open (menos tickets)",
        en:
          "to whom: spare (most room, the usual), spare_percent (most room in proportion), round_robin (in turn), skill (the most able) or least_open (fewest tickets)"
      )
    ),
    (
      "priority_bonus",
      Phrase(
        es: "con score, minutos de espera que vale cada prioridad: {\"urgent\": 240}",
        en: "under score, minutes of waiting that each priority is worth: {\"urgent\": 240}")
    ),
    (
      "segment_bonus",
      Phrase(es: "lo mismo por segmento: A, B, C", en: "the same by segment: A, B, C")
    ),
    (
      "stage_bonus",
      Phrase(
        es: "lo mismo por etapa: land, adopt, expand, renew",
        en: "the same by stage: land, adopt, expand, renew")
    ),
    (
      "raise",
      Phrase(
        es: "segments y stages cuyos tickets suben una prioridad",
        en: "segments and stages whose tickets count one priority higher")
    ),
    (
      "affinity",
      Phrase(
        es:
          "cuánto espera un ticket a quien atendió antes al cliente; \"0s\": solo si está libre, \"none\": no se busca",
        en:
          "how long a ticket waits for who last served the customer; \"0s\": only if they are free, \"none\": not at all"
      )
    ),
    (
      "wave_cap",
      Phrase(
        es: "en cada reparto nadie recibe de una cola más que su parte (true)",
        en: "in each run nobody gets more of a queue than their share (true)")
    ),
    (
      "misses",
      Phrase(
        es: "cuántas ofertas seguidas sin aceptar hacen que alguien pase a «no responde» (3); 0: nunca",
        en: "how many offers in a row left to run out make somebody unresponsive (3); 0: never")
    ),
    (
      "exclusion",
      Phrase(
        es: "cuánto tiempo un ticket no vuelve a quien no lo respondió (30m)",
        en: "how long a ticket does not go back to who left it unanswered (30m)")
    ),
    (
      "idle",
      Phrase(
        es: "sin hacer nada en este tiempo, un agente en línea pasa a ausente (nunca)",
        en: "after this time without any act an online agent counts as away (never)")
    ),
    (
      "states",
      Phrase(
        es:
          "qué recibe un agente en cada estado: \"all\" o una lista de tipos de canal; aquí se inventan otros",
        en:
          "what an agent takes in each state: \"all\" or a list of kinds of channel; here others are made up")
    ),
  ]
}
