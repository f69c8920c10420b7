public import VocInsight

// The values of VocInsight that reports hand out, so that whoever shows them needs the desk only.

public typealias Facet = VocInsight.Facet
public typealias ServiceLevelFormula = VocInsight.ServiceLevel.Formula
public typealias Proportion = VocInsight.Proportion
