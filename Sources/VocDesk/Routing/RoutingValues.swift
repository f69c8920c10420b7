public import VocRouting

// The values of VocRouting that the desk hands out, so that whoever shows them needs the desk only.

public typealias Gate = VocRouting.Gate
public typealias Decider = VocRouting.Decider
public typealias WaitReason = VocRouting.WaitReason
public typealias QueuePolicy = VocRouting.QueuePolicy
public typealias SLAPolicy = VocRouting.SLAPolicy
public typealias PolicyValue = VocRouting.PolicyValue
public typealias PolicyProblem = VocRouting.PolicyProblem
public typealias PolicyProblems = VocRouting.PolicyProblems
public typealias PolicySyntaxError = VocRouting.PolicySyntaxError
public typealias PolicyDifference = VocRouting.PolicyDifference
public typealias PolicyDuration = VocRouting.PolicyDuration
public typealias RouteCandidate = VocRouting.Candidate
public typealias RouteDecision = VocRouting.RoutingDecision
public typealias RouteOrder = VocRouting.RoutingPolicy.Order
public typealias RouteMethod = VocRouting.RoutingPolicy.Method
public typealias OrderPlace = VocRouting.OrderPlace
public typealias Obstacle = VocRouting.Obstacle
public typealias RouteWait = VocRouting.WaitExplanation
public typealias SLAClock = VocRouting.SLAClock
public typealias SLATimeline = VocRouting.SLATimeline
public typealias SLAAlert = VocRouting.SLAAlert
public typealias Spread = VocRouting.Spread
public typealias BusinessCalendar = VocRouting.BusinessCalendar
public typealias OpenHours = VocRouting.OpenHours
