import Diagnostics
import JSONDocuments
import ModelManifests
import Publishing
import Reconciler

/// What a pull request changes: a table of the models, and for each its fields and what depends on
/// it.
struct MarkdownComparison {
  private let comparison: ReferenceComparison
  private let context: ReportContext
  private let words: ComparisonText

  init(_ comparison: ReferenceComparison, _ context: ReportContext) {
    self.comparison = comparison
    self.context = context
    words = ComparisonText(style: TextStyle(), redactor: context.redactor)
  }

  var blocks: [MarkdownBlock] {
    let heading = MarkdownBlock.paragraph("### Changes against \(code(comparison.reference))")
    let models = comparison.manifests.models
    if models.isEmpty { return [heading, .paragraph("No model changed.")] }
    let rows = models.map { model in
      [
        code(model.fullyQualifiedName), prose(words.fact(model)),
        model.isBreaking ? "**breaking**" : "", downstream(model),
        MarkdownText.code(context.located(model.manifest).text),
      ]
    }
    return [
      heading, .table(["name", "", "", "downstream", "manifest"], rows, noun: "model"),
    ] + models.compactMap { details($0) }
  }

  private func code(_ text: String) -> String { MarkdownText.code(context.visible(text)) }
  private func prose(_ text: String) -> String { MarkdownText.prose(context.visible(text)) }

  private func downstream(_ model: ModelComparison) -> String {
    switch comparison.downstream[model.publishedName] {
    case nil: ""
    case .known(let assets)?: assets.total == 0 ? "nothing" : prose(words.counts(assets))
    case .notPublished?: "nothing, it is not in the catalog"
    case .notAsked?: "not asked"
    case .unknown(let reason)?: "not known: " + prose(reason)
    }
  }

  private func details(_ model: ModelComparison) -> MarkdownBlock? {
    var blocks: [MarkdownBlock] = []
    if !model.changes.isEmpty {
      blocks.append(
        .table(
          ["field", "", "before", "after"], model.changes.map { MarkdownField($0, context).cells },
          noun: "field"))
    }
    if case .known(let assets)? = comparison.downstream[model.publishedName], assets.total > 0 {
      let rows = assets.nearest.map { asset in
        [prose(asset.type), code(asset.fullyQualifiedName), owners(asset)]
      }
      blocks.append(.table(["downstream", "name", "owners"], rows, noun: "asset"))
      let rest = assets.total - assets.nearest.count
      if rest > 0 { blocks.append(.paragraph("+ \(rest) more")) }
    }
    if blocks.isEmpty { return nil }
    return .details(MarkdownText.html(context.visible(model.fullyQualifiedName)), blocks)
  }

  private func owners(_ asset: DownstreamAsset) -> String {
    guard let owners = asset.owners else { return "not read" }
    return owners.isEmpty ? "none" : owners.map { code($0) }.joined(separator: ", ")
  }
}
