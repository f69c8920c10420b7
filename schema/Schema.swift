/// The database's schema: numbered migrations, embedded in the binary, each applied once and never changed.
public enum Schema {
  /// Marks a file as voc's in its header (https://www.sqlite.org/pragma.html#pragma_application_id): "VOC1".
  public static let applicationID: Int64 = 0x564F_4331

  /// In the order they are applied; a new file in `migrations` is one more line here.
  public static let migrations: [(name: String, sql: String)] = [
    ("0001-tickets", text(PackageResources._001_tickets_sql)),
    ("0002-sources", text(PackageResources._002_sources_sql)),
    ("0003-identity", text(PackageResources._003_identity_sql)),
    ("0004-deliveries", text(PackageResources._004_deliveries_sql)),
    ("0005-merges-of-imports", text(PackageResources._005_merges_of_imports_sql)),
    ("0006-cheaper-tickets", text(PackageResources._006_cheaper_tickets_sql)),
    ("0007-words-of-customers", text(PackageResources._007_words_of_customers_sql)),
    ("0008-routing", text(PackageResources._008_routing_sql)),
    ("0009-acts", text(PackageResources._009_acts_sql)),
    ("0010-views", text(PackageResources._010_views_sql)),
    ("0011-outbox", text(PackageResources._011_outbox_sql)),
    ("0012-search", text(PackageResources._012_search_sql)),
    ("0013-delivered", text(PackageResources._013_delivered_sql)),
    ("0014-pending-until", text(PackageResources._014_pending_until_sql)),
    ("0015-answers-without-ticket", text(PackageResources._015_answers_without_ticket_sql)),
    ("0016-service", text(PackageResources._016_service_sql)),
    ("0017-text", text(PackageResources._017_text_sql)),
    ("0018-customer-value", text(PackageResources._018_customer_value_sql)),
    ("0019-survey-wave", text(PackageResources._019_survey_wave_sql)),
    ("0020-quality", text(PackageResources._020_quality_sql)),
    ("0021-follow-up", text(PackageResources._021_follow_up_sql)),
    ("0022-business-hours", text(PackageResources._022_business_hours_sql)),
    ("0023-commented", text(PackageResources._023_commented_sql)),
    ("0024-benchmark", text(PackageResources._024_benchmark_sql)),
    ("0025-answers-of-agents", text(PackageResources._025_answers_of_agents_sql)),
    ("0026-last-words", text(PackageResources._026_last_words_sql)),
    ("0027-own-tickets", text(PackageResources._027_own_tickets_sql)),
    ("0028-net-resolution", text(PackageResources._028_net_resolution_sql)),
    ("0029-cheaper-customers", text(PackageResources._029_cheaper_customers_sql)),
    ("0030-agents-of-tickets", text(PackageResources._030_agents_of_tickets_sql)),
    ("0031-wordless-solves", text(PackageResources._031_wordless_solves_sql)),
    ("0032-histograms-together", text(PackageResources._032_histograms_together_sql)),
    ("0033-imports-cut-short", text(PackageResources._033_imports_cut_short_sql)),
  ]

  /// Policy documents with the deadlines that laws of the region set, by name; nobody has them unless they apply them.
  public static let policies: [(name: String, json: String)] = [
    ("br-sac", text(PackageResources.br_sac_json)),
    ("co-horario-de-contacto", text(PackageResources.co_horario_de_contacto_json)),
    ("co-peticiones", text(PackageResources.co_peticiones_json)),
    ("pe-libro-de-reclamaciones", text(PackageResources.pe_libro_de_reclamaciones_json)),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
