import VocDomain

/// `voc import formats`
enum ImportFormats {
  static let verb = Verb(
    words: ["import", "formats"],
    summary: Phrase(
      es: "Lista los formatos que se importan, con un ejemplo de cada uno",
      en: "Lists the formats that can be imported, with an example of each"),
    details: Phrase(
      es:
        "Los campos de --map. Encuestas: survey, score, comment, at, id, phone, name, lastname, email, channel, agent, ticket, nps, csat, ces, enps. Tablas y JSON: id, ticket, conversation, at, clock, author, role, text, kind, public, attachment, name, phone, email, agent, channel, subject, status, priority, tags, requester, assignee, created, updated, solved, queue, direction, disposition, wait, talk, hold, wrapup, duration, answered, ended, from, to, note. Historiales: case, event, time, actor, customer, phone, email, from, to, id. En una tabla sin encabezado, la columna es su número (#1).",
      en:
        "The fields of --map. Surveys: survey, score, comment, at, id, phone, name, lastname, email, channel, agent, ticket, nps, csat, ces, enps. Tables and JSON: id, ticket, conversation, at, clock, author, role, text, kind, public, attachment, name, phone, email, agent, channel, subject, status, priority, tags, requester, assignee, created, updated, solved, queue, direction, disposition, wait, talk, hold, wrapup, duration, answered, ended, from, to, note. Histories: case, event, time, actor, customer, phone, email, from, to, id. In a table without a header, a column is its number (#1)."
    ),
    jsonFields: listing.fields,
    isListing: true, examples: ["voc import formats"],
    run: { invocation in
      listing.write(ExportFormat.allCases, for: invocation)
      return .ok
    })

  static let listing = Listing<ExportFormat>([
    .init(name: "format", header: Phrase(es: "Formato", en: "Format"), value: { .string($0.rawValue) }),
    .init(
      name: "family", header: Phrase(es: "Familia", en: "Family"), rank: 2,
      value: { .string($0.family.rawValue) }),
    .init(
      name: "what", header: Phrase(es: "Qué es", en: "What it is"), least: 24, rank: 1,
      value: { .string($0.description.en) },
      cell: { item, invocation in .init(invocation.say(item.description)) }),
    .init(
      name: "example", header: Phrase(es: "Ejemplo", en: "Example"), isFlexible: true,
      value: { .string($0.example) }),
  ])
}

extension ExportFormat {
  /// What a person calls such a file.
  var description: Phrase {
    switch self {
    case .whatsapp:
      Phrase(es: "«Exportar chat» de WhatsApp (.txt, .zip)", en: "WhatsApp’s “Export chat” (.txt, .zip)")
    case .whatsappCloud:
      Phrase(es: "webhooks de la API de WhatsApp Cloud (JSON)", en: "WhatsApp Cloud API webhooks (JSON)")
    case .zendesk:
      Phrase(
        es: "tickets, comentarios, usuarios y calificaciones de Zendesk (JSON)",
        en: "Zendesk tickets, comments, users and ratings (JSON)")
    case .zendeskTables:
      Phrase(
        es: "las tablas de Zendesk que escriben los conectores (CSV)",
        en: "Zendesk’s tables, as connectors write them (CSV)")
    case .zendeskChat: Phrase(es: "historial de Zendesk Chat (JSON)", en: "Zendesk Chat history (JSON)")
    case .chatwoot:
      Phrase(
        es: "conversaciones y mensajes de Chatwoot (API o webhooks)",
        en: "Chatwoot conversations and messages (API or webhooks)")
    case .chatwootCSAT: Phrase(es: "informe CSAT de Chatwoot (CSV)", en: "Chatwoot’s CSAT report (CSV)")
    case .intercom:
      Phrase(
        es: "conversaciones y contactos de Intercom (JSON)", en: "Intercom conversations and contacts (JSON)")
    case .freshdesk: Phrase(es: "tickets de Freshdesk (JSON)", en: "Freshdesk tickets (JSON)")
    case .tawk: Phrase(es: "transcripciones de tawk.to (webhooks)", en: "tawk.to transcripts (webhooks)")
    case .telegram: Phrase(es: "result.json de Telegram Desktop", en: "Telegram Desktop’s result.json")
    case .meta:
      Phrase(es: "message_N.json de Messenger e Instagram", en: "Messenger’s and Instagram’s message_N.json")
    case .jsonLines: Phrase(es: "mensajes, uno por línea (JSON)", en: "messages, one a line (JSON)")
    case .asteriskCDR: Phrase(es: "Master.csv de Asterisk", en: "Asterisk’s Master.csv")
    case .queueLog: Phrase(es: "queue_log de Asterisk", en: "Asterisk’s queue_log")
    case .freeswitchCSV: Phrase(es: "cdr_csv de FreeSWITCH", en: "FreeSWITCH’s cdr_csv")
    case .freeswitchJSON: Phrase(es: "json_cdr de FreeSWITCH", en: "FreeSWITCH’s json_cdr")
    case .twilio: Phrase(es: "llamadas de Twilio (JSON, CSV)", en: "Twilio calls (JSON, CSV)")
    case .amazonConnect:
      Phrase(es: "registros de contacto de Amazon Connect", en: "Amazon Connect contact records")
    case .genesys:
      Phrase(es: "conversaciones de Genesys Cloud (JSON)", en: "Genesys Cloud conversations (JSON)")
    case .qualtrics: Phrase(es: "respuestas de Qualtrics (CSV)", en: "Qualtrics responses (CSV)")
    case .surveymonkey: Phrase(es: "respuestas de SurveyMonkey (CSV)", en: "SurveyMonkey responses (CSV)")
    case .typeform: Phrase(es: "respuestas de Typeform (JSON, CSV)", en: "Typeform responses (JSON, CSV)")
    case .googleForms: Phrase(es: "respuestas de Google Forms (CSV)", en: "Google Forms responses (CSV)")
    case .limesurvey: Phrase(es: "respuestas de LimeSurvey (CSV)", en: "LimeSurvey responses (CSV)")
    case .delighted: Phrase(es: "respuestas de Delighted (JSON, CSV)", en: "Delighted responses (JSON, CSV)")
    case .surveyCSV:
      Phrase(es: "cualquier tabla de respuestas a encuestas", en: "any table of survey answers")
    case .table:
      Phrase(
        es: "cualquier tabla de mensajes, tickets o llamadas", en: "any table of messages, tickets or calls")
    case .events:
      Phrase(
        es: "historial de tickets: caso, evento, hora, actor",
        en: "a ticket history: case, event, time, actor")
    }
  }

  /// A command that imports such a file.
  var example: String {
    switch self {
    case .whatsapp:
      "voc import \"Chat de WhatsApp con Ana.txt\" --us \"Café Andino\" --timezone America/Mexico_City"
    case .whatsappCloud: "voc import webhooks.jsonl"
    case .zendesk: "voc import users.json tickets.json comments.json"
    case .zendeskTables: "voc import zendesk/ --format zendesk-tables"
    case .zendeskChat: "voc import chats.json"
    case .chatwoot: "voc import conversations.json messages.json"
    case .chatwootCSAT: "voc import csat_report.csv --timezone America/Bogota"
    case .intercom: "voc import contacts.json conversations.json"
    case .freshdesk: "voc import tickets.json"
    case .tawk: "voc import tawk.jsonl"
    case .telegram: "voc import result.json --us \"Café Andino\" --timezone America/Lima"
    case .meta: "voc import inbox/ --us \"Café Andino\""
    case .jsonLines: "voc import chat.jsonl --channel Chat --map \"sender.name=author,body=text\""
    case .asteriskCDR: "voc import Master.csv --country MX"
    case .queueLog: "voc import queue_log queue_log.1 --country MX"
    case .freeswitchCSV: "voc import Master.csv --format freeswitch-csv --timezone America/Bogota"
    case .freeswitchJSON: "voc import cdr/ --format freeswitch-json"
    case .twilio: "voc import calls.json"
    case .amazonConnect: "voc import ctr.ndjson"
    case .genesys: "voc import users.json conversations.json --format genesys"
    case .qualtrics: "voc import qualtrics.csv --timezone America/Mexico_City --map \"Q1=csat\""
    case .surveymonkey: "voc import surveymonkey.csv --timezone America/Mexico_City"
    case .typeform: "voc import responses.json"
    case .googleForms: "voc import respuestas.csv"
    case .limesurvey: "voc import results-survey123456.csv --timezone America/Mexico_City"
    case .delighted: "voc import delighted.json"
    case .surveyCSV: "voc import encuesta.csv --survey csat --map \"Calificación=score,Cuándo=at\""
    case .table:
      "voc import 3cx.csv --format table --map \"1=id,2=duration,3=at,6=from,7=to\" --timezone America/Bogota"
    case .events:
      "voc import log.csv --format events --map \"Case ID=case,Activity=event,Complete Timestamp=time,Resource=actor\" --event \"Resolve ticket=solved\" --timezone America/Bogota"
    }
  }
}
