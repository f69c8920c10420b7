import VocDomain

/// What the reasons for which FreeSWITCH ends calls mean. Source: ITU-T Q.850 and switch_types.h.
enum FreeSWITCHCause {
  static func disposition(ofUnanswered cause: String) -> CallRecord.Disposition {
    switch cause {
    case "USER_BUSY", "CALL_REJECTED": .busy
    case "NO_ANSWER", "NO_USER_RESPONSE", "ORIGINATOR_CANCEL", "LOSE_RACE", "ALLOTTED_TIMEOUT", "PICKED_OFF",
      "NORMAL_CLEARING", "ATTENDED_TRANSFER", "BLIND_TRANSFER":
      .noAnswer
    case "", "NONE", "UNSPECIFIED": .unknown
    default: .failed
    }
  }
}
