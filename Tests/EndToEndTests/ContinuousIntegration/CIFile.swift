import Diagnostics
import Foundation
import JSONDocuments
import YAMLSource

/// A file of the repository by which a CI service runs, read as that service reads it.
struct CIFile: Sendable {
  /// The path from the package's root folder.
  let path: String
  /// What it says; every scalar is a text.
  let content: JSON

  init(_ path: String) throws {
    self.path = path
    let bytes = try Data(contentsOf: ProgramRun.packageFolder.appending(path: path))
    var diagnostics = DiagnosticList()
    let documents = YAMLParser.documents(
      in: SourceFile(path: path, bytes: Array(bytes)), diagnostics: &diagnostics)
    guard let root = documents.first?.root, documents.count == 1 else {
      throw CIFileError(description: "\(path) is not one YAML document")
    }
    content = CIFile.json(root)
  }

  /// The step of a workflow or an action with this name.
  func step(_ name: String) throws -> CIStep {
    guard let step = steps.first(where: { $0["name"]?.string == name }),
      let script = step["run"]?.string
    else { throw CIFileError(description: "\(path) has no step '\(name)' that runs a script") }
    return CIStep(
      script: script, shell: step["shell"]?.string,
      environment: (content["jobs"]?.object?.members.first?.value["env"]?.texts ?? [:])
        .merging(step["env"]?.texts ?? [:]) { $1 })
  }

  /// The steps of every job of a workflow, or of a composite action.
  var steps: [JSON] {
    (content["runs"]?["steps"]?.array ?? [])
      + (content["jobs"]?.object?.members ?? []).flatMap { $0.value["steps"]?.array ?? [] }
  }

  /// Every value below a key with one of these names, wherever it is.
  func values(of keys: Set<String>) -> [JSON] {
    CIFile.values(of: keys, in: content)
  }

  private static func values(of keys: Set<String>, in value: JSON) -> [JSON] {
    let inner = (value.array ?? []).flatMap { values(of: keys, in: $0) }
    return (value.object?.members ?? []).reduce(into: inner) { found, member in
      if keys.contains(member.key) { found.append(member.value) }
      found += values(of: keys, in: member.value)
    }
  }

  private static func json(_ node: YAMLNode) -> JSON {
    switch node.content {
    case .scalar(let scalar): .string(scalar.text)
    case .sequence(let nodes): .array(nodes.map(json))
    case .mapping(let entries):
      .object(
        JSONObject(
          entries.map { JSONObject.Member(key: $0.keyText ?? "?", value: json($0.value)) }))
    }
  }
}

/// A file that is not what its tests take it for.
struct CIFileError: Error, CustomStringConvertible {
  let description: String
}

extension JSON {
  /// The members of an object whose values are texts.
  var texts: [String: String] {
    Dictionary(
      uniqueKeysWithValues: (object?.members ?? []).compactMap { member in
        member.value.string.map { (member.key, $0) }
      })
  }
}
