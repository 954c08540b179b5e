public import HTTPClient

/// The variables `AZURE_…`, `ARM_…` and their like, each with where it was found.
///
/// A `.env` file belongs to the project, and a pull request may change it: it may give addresses and
/// secrets, but an address of its own gets no secret of the environment.
///
/// Interpolation, `print` and `dump` show nothing of them, since many are secret.
public struct AzureVariables: Sendable, CustomStringConvertible, CustomReflectable {
  /// A variable that is set and not empty.
  public struct Value: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// The variable's name.
    public let name: String
    /// Its text without white space around it.
    public let text: String
    /// Whether it stands in the `.env` file.
    public let isFromFile: Bool

    /// The name: the text may be secret.
    public var description: String { name }
    /// No children: reflection shows nothing.
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
  }

  /// The variables of the process.
  public let environment: [String: String]
  private let file: [String: String]
  private let filePath: String
  private let allowedHosts: AllowedHosts
  private let allowsPlainHTTP: Bool

  /// Puts the variables together.
  ///
  /// - Parameters:
  ///   - environment: The variables of the process; also given to `az`.
  ///   - file: Those of the `.env` file.
  ///   - filePath: The path of that file, for messages.
  ///   - allowedHosts: The hosts of `MLCATALOG_ALLOWED_HOSTS`.
  ///   - allowsPlainHTTP: Whether secrets may travel in the clear.
  public init(
    environment: [String: String], file: [String: String] = [:], filePath: String = ".env",
    allowedHosts: AllowedHosts = AllowedHosts(), allowsPlainHTTP: Bool = false
  ) {
    self.environment = environment
    self.file = file
    self.filePath = filePath
    self.allowedHosts = allowedHosts
    self.allowsPlainHTTP = allowsPlainHTTP
  }

  /// The number of variables alone.
  public var description: String { "\(environment.count + file.count) variables" }
  /// No children: reflection shows nothing.
  public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }

  /// The first of several names that is set: all of them in the environment, then all in the file.
  public func first(_ names: String...) -> Value? {
    for (variables, isFromFile) in [(environment, false), (file, true)] {
      for name in names {
        let text = AzureVariables.trimmed(variables[name] ?? "")
        if !text.isEmpty { return Value(name: name, text: text, isFromFile: isFromFile) }
      }
    }
    return nil
  }

  /// Whether a variable says yes, as Terraform's `ARM_USE_MSI` does.
  func isTrue(_ name: String) -> Bool {
    ["true", "1", "yes", "on"].contains(first(name)?.text.lowercased())
  }

  /// The address that a variable holds.
  ///
  /// - Throws: ``AzureIdentityError/invalid(variable:problem:)``.
  public func address(_ value: Value) throws(AzureIdentityError) -> AzureAddress {
    let pieces = value.text.split(separator: "?", maxSplits: 1)
    do throws(ServerURLError) {
      return AzureAddress(
        text: value.text, server: try ServerURL(parsing: String(pieces.first ?? "")),
        source: value)
    } catch {
      throw .invalid(variable: label(value), problem: error.message)
    }
  }

  /// Makes sure that a secret may go to an address.
  ///
  /// Platforms serve the identity of a machine over plain http at an address of its own link; that
  /// is allowed when the environment names it.
  ///
  /// - Parameters:
  ///   - address: Where it would go.
  ///   - isFromFile: Whether the secret stands in the `.env` file.
  /// - Throws: ``AzureIdentityError/refusedAddress(variable:_:)``.
  public func check(
    _ address: AzureAddress, forSecretFromFile isFromFile: Bool
  ) throws(AzureIdentityError) {
    guard let source = address.source else { return }
    let isPlatform = !source.isFromFile && address.server.isLinkLocal
    let destination = TokenDestination(
      host: address.server, from: source.isFromFile ? .environmentFile : .environment,
      token: isFromFile ? .file(host: source.isFromFile ? address.server : nil) : .environment,
      allowedHosts: allowedHosts, allowsPlainHTTP: allowsPlainHTTP || isPlatform)
    if let refusal = destination.refusal {
      throw .refusedAddress(variable: label(source), refusal)
    }
  }

  /// A variable's name, and the file in which it stands.
  func label(_ value: Value) -> String {
    value.isFromFile ? "\(value.name) in \(filePath)" : value.name
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
