/// What a policy allows or denies.
enum MetadataOperation: String, Sendable, CaseIterable {
  case all = "All"
  case create = "Create"
  case delete = "Delete"
  case viewAll = "ViewAll"
  case viewBasic = "ViewBasic"
  case editAll = "EditAll"
  case editDescription = "EditDescription"
  case editDisplayName = "EditDisplayName"
  case editOwners = "EditOwners"
  case editTags = "EditTags"
  case editGlossaryTerms = "EditGlossaryTerms"
  case editTier = "EditTier"
  case editCertification = "EditCertification"
  case editCustomFields = "EditCustomFields"
  case editLineage = "EditLineage"
  case editLifeCycle = "EditLifeCycle"
  case editDomains = "EditDomains"
  case editRole = "EditRole"
  case editPolicy = "EditPolicy"
  case editTeams = "EditTeams"
  case editUsers = "EditUsers"

  /// Whether a line knows the operation.
  func exists(on line: ServerLine) -> Bool {
    switch self {
    case .editGlossaryTerms, .editCertification: line.splitsTagOperations
    case .editDomains: line >= ServerLine(1, 9)
    default: true
    }
  }

  /// The operation that editing a field needs by itself; nil when it needs `EditAll`.
  init?(field: String, line: ServerLine) {
    switch field {
    case "description": self = .editDescription
    case "displayName": self = .editDisplayName
    case "owners": self = .editOwners
    case "tags": self = .editTags
    case "extension": self = .editCustomFields
    case "domain", "domains": self = .editDomains
    case "lifeCycle": self = .editLifeCycle
    case "certification": self = .editCertification
    case "roles": self = .editRole
    case "policies": self = .editPolicy
    case "teams": self = .editTeams
    case "users": self = .editUsers
    default: return nil
    }
    if !exists(on: line) { return nil }
  }

  /// Whether a rule with this operation speaks of the other one.
  func covers(_ other: MetadataOperation) -> Bool {
    switch self {
    case .all: true
    case .editAll: other.rawValue.hasPrefix("Edit")
    case .viewAll: other.rawValue.hasPrefix("View")
    default: self == other
    }
  }

  /// Each operation once, in the order of this list.
  static func inOrder(_ operations: [MetadataOperation]) -> [MetadataOperation] {
    allCases.filter(operations.contains)
  }
}
