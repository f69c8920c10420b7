import VocDomain

extension VocError {
  /// About joining customers and telling them apart.
  var mergeSentences: Sentences {
    switch self {
    case .sameCustomer(let id):
      (
        Phrase(es: "los dos son el cliente #{id}", en: "both are customer #{id}"),
        Phrase(es: "Se indican dos clientes distintos", en: "Give two different customers"), ["id": "\(id)"],
        .usage
      )
    case .mergedAlready(let id, let survivorID):
      (
        Phrase(
          es: "el cliente #{id} ya es parte del #{survivor}",
          en: "customer #{id} is part of #{survivor} already"),
        Phrase(
          es: "Se une al #{survivor}, o antes se separa con «voc customer unmerge {id}»",
          en: "Give #{survivor}, or tell them apart first: “voc customer unmerge {id}”"),
        ["id": "\(id)", "survivor": "\(survivorID)"], .conflict
      )
    case .notMerged(let id):
      (
        Phrase(es: "el cliente #{id} no está unido a otro", en: "customer #{id} is joined with nobody"),
        Phrase(es: "«voc customer view {id}» lo muestra", en: "“voc customer view {id}” shows them"),
        ["id": "\(id)"], .conflict
      )
    case .severalMerges(let id, let others):
      (
        Phrase(es: "del cliente #{id} son parte {all}", en: "{all} are part of customer #{id}"),
        Phrase(es: "Se indica el número de quien se separa", en: "Give the number of the one to tell apart"),
        ["id": "\(id)", "all": others.joined(separator: ", ")], .conflict
      )
    default: preconditionFailure("not about a merge: \(self)")
    }
  }
}
