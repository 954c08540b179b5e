import Diagnostics
import YAMLSource

/// The content of a file as one flat list, for telling what a change of its text changes.
struct FileOutline {
  /// A step of the list.
  struct Item {
    /// What a file is made of.
    enum Content: Equatable {
      case document
      case mapping
      case sequence
      case end
      case scalar(String, isNull: Bool)
    }

    var content: Content
    let range: SourceRange
    var style = YAMLScalarStyle.plain
    /// Whether it is the key of an entry, whose value follows.
    var isKey = false
    /// Whether it lies under a key that begins with `x-`, which nothing is read from.
    var isFree = false
  }

  private(set) var items: [Item] = []
  private var scalars: [SourceRange: [Int]] = [:]

  /// Takes the documents of a file; a value behind an alias stands there once more.
  init(_ documents: [YAMLDocument]) {
    for root in documents.compactMap(\.root) {
      items.append(Item(content: .document, range: root.range))
      add(root, isFree: false)
    }
  }

  /// What the file says, wherever it stands.
  var contents: [Item.Content] { items.map(\.content) }

  private mutating func add(_ node: YAMLNode, isKey: Bool = false, isFree: Bool) {
    func item(_ content: Item.Content) -> Item {
      Item(content: content, range: node.range, isKey: isKey, isFree: isFree)
    }
    switch node.content {
    case .scalar(let scalar):
      var item = item(.scalar(scalar.text, isNull: scalar.isNull))
      item.style = scalar.style
      scalars[node.range, default: []].append(items.count)
      items.append(item)
    case .sequence(let members):
      items.append(item(.sequence))
      for member in members { add(member, isFree: isFree) }
      items.append(item(.end))
    case .mapping(let entries):
      items.append(item(.mapping))
      for entry in entries {
        let isFree = isFree || entry.keyText?.hasPrefix("x-") == true
        add(entry.key, isKey: true, isFree: isFree)
        add(entry.value, isFree: isFree)
      }
      items.append(item(.end))
    }
  }

  /// The places in the list at which the scalar of a range stands; several when aliases or merge
  /// keys lead to it.
  func places(of range: SourceRange) -> [Int] { scalars[range] ?? [] }

  /// The mapping that an entry's value belongs to.
  func mapping(around index: Int) -> Item? {
    var depth = 0
    for item in items[..<index].reversed() {
      switch item.content {
      case .end: depth += 1
      case .mapping, .sequence:
        if depth == 0 { return item.content == .mapping ? item : nil }
        depth -= 1
      case .document, .scalar: continue
      }
    }
    return nil
  }
}
