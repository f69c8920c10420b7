public import VocDomain

public enum Router {
  public static func used(_ kind: String, of held: [HeldTicket], _ policy: RoutingPolicy, now: Instant) -> Int
  { 0 }
}
