import Arguments
import FoundationEssentials
import HTTPClient

/// `token`: the token of a bot, on the standard output.
struct TokenCommand {
  private static let bot = Option(
    "bot", value: .text("NAME"), help: "The bot; it is made when the server has none of that name")
  private static let role = Option(
    "role", value: .text("ROLE"),
    help: "The role of a new bot. Default: \(BotAccount.defaultRole)")

  static let command = Command(
    name: "token", summary: "Print the token of a bot, making the bot if needed",
    options: [bot, role] + CatalogOptions.all)

  private let name: String
  private let role: String?
  private let catalog: CatalogOptions

  init(_ arguments: ParsedArguments) throws(PlaygroundFailure) {
    guard let name = arguments.value(Self.bot) else {
      throw PlaygroundFailure(.usage, "no bot given", remedy: "add '--bot NAME'")
    }
    // The name is also the first half of the account's e-mail address.
    guard !name.isEmpty, name.utf8.count <= 64, name.allSatisfy(Self.isAllowed) else {
      throw PlaygroundFailure(
        .usage, "'\(name)' is no name for a bot",
        remedy: "use up to 64 letters of a to z, digits, '-', '_' and '.'")
    }
    self.name = name
    role = arguments.value(Self.role)
    catalog = try CatalogOptions(arguments, environment: ProcessInfo.processInfo.environment)
  }

  private static func isAllowed(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
  }

  func run() async throws(PlaygroundFailure) {
    let connection = try await catalog.connectAsAdministrator()
    let account = BotAccount(name: name, role: role, connection: connection)
    try Output.print(try await account.token().reveal())
  }
}
