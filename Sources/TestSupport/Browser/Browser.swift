import FoundationEssentials
import HTTPClient
public import JSONDocuments

/// Chromium without a window, driven by WebDriver (W3C Recommendation) and DevTools commands.
public struct Browser: Sendable {
  private let transport: CurlTransport
  private let session: String

  /// Whether this machine has Chromium and its driver, as `make setup` installs them.
  public static let isInstalled = BrowserDriver.path != nil

  /// Runs a browser with a window of a laptop's size while something is done with it.
  ///
  /// - Throws: ``BrowserError`` when it does not start, and what `body` throws.
  public static func run(_ body: (Browser) async throws -> Void) async throws {
    let driver = try await BrowserDriver.start()
    defer { driver.stop() }
    let browser = try await Browser(driver.address)
    do {
      try await browser.resize(width: 1280, height: 900)
      try await body(browser)
    } catch {
      try? await browser.end()
      throw error
    }
    try await browser.end()
  }

  private init(_ driver: String) async throws {
    var configuration = TransportConfiguration()
    // A small machine that builds meanwhile needs long to start a browser.
    configuration.requestTimeout = .seconds(120)
    transport = CurlTransport(configuration: configuration)
    // Root may run no sandbox, and containers have a small /dev/shm.
    let arguments: JSON = [
      "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
      "--hide-scrollbars", "--no-first-run", "--lang=en",
    ]
    let started = try await Self.call(
      transport, .post, "\(driver)/session",
      [
        "capabilities": [
          "alwaysMatch": [
            "goog:chromeOptions": ["args": arguments], "goog:loggingPrefs": ["browser": "ALL"],
            "unhandledPromptBehavior": "ignore",
          ]
        ]
      ])
    guard let id = started["sessionId"]?.string else { throw BrowserError("no session") }
    session = "\(driver)/session/\(id)"
  }

  private func end() async throws { _ = try await Self.call(transport, .delete, session, nil) }

  // MARK: What a reader does

  /// Goes to an address and waits until its page is loaded.
  public func open(_ url: String) async throws { try await call("url", ["url": .string(url)]) }

  /// Where the browser is.
  public func address() async throws -> String {
    try await Self.call(transport, .get, session + "/url", nil).string ?? ""
  }

  /// Presses keys one after the other, wherever the focus is; see ``Key`` for those without a letter.
  public func type(_ text: String) async throws {
    let actions = text.flatMap { key -> [JSON] in
      ["keyDown", "keyUp"].map { ["type": .string($0), "value": .string(String(key))] }
    }
    try await call(
      "actions", ["actions": [["type": "key", "id": "keyboard", "actions": .array(actions)]]])
  }

  // MARK: What there is to see

  /// What a function's body in JavaScript returns; pages need not allow scripts for it.
  public func evaluate(_ script: String) async throws -> JSON {
    try await call("execute/sync", ["script": .string(script), "args": []])
  }

  /// Waits until a condition in JavaScript holds, such as after a key that loads another page.
  ///
  /// - Throws: ``BrowserError`` when it does not within half a minute.
  public func wait(until condition: String) async throws {
    for _ in 0..<600 {
      if try await evaluate("return document.readyState == 'complete' && (\(condition))") == true {
        return
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw BrowserError("not so after half a minute: \(condition)")
  }

  /// What the browser complained about since the last time: errors, refused scripts and styles.
  public func complaints() async throws -> [String] {
    try await (call("se/log", ["type": "browser"]).array ?? []).compactMap { $0["message"]?.string }
  }

  /// The page as PNG, up to a height.
  public func screenshot(maximumHeight: Int = 4000) async throws -> [UInt8] {
    let size = try await evaluate(
      "const e = document.documentElement; return [e.clientWidth, e.scrollHeight]")
    let height = min(Int(size.array?.last?.integer ?? 900), maximumHeight)
    let shot = try await command(
      "Page.captureScreenshot",
      [
        "format": "png", "captureBeyondViewport": true,
        "clip": [
          "x": 0, "y": 0, "scale": 1, "width": size.array?.first ?? 1280,
          "height": .number(JSONNumber(height)),
        ],
      ])
    return Data(base64Encoded: shot["data"]?.string ?? "").map { [UInt8]($0) } ?? []
  }

  // MARK: The surroundings

  /// The size of the window in CSS pixels.
  public func resize(width: Int, height: Int) async throws {
    _ = try await command(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(JSONNumber(width)), "height": .number(JSONNumber(height)),
        "deviceScaleFactor": 1, "mobile": .bool(width < 600),
      ])
  }

  /// Prefers light or dark pages.
  public func prefer(dark: Bool) async throws {
    _ = try await command(
      "Emulation.setEmulatedMedia",
      [
        "features": [["name": "prefers-color-scheme", "value": .string(dark ? "dark" : "light")]]
      ])
  }

  private func command(_ name: String, _ parameters: JSON) async throws -> JSON {
    try await call("goog/cdp/execute", ["cmd": .string(name), "params": parameters])
  }

  @discardableResult
  private func call(_ path: String, _ body: JSON) async throws -> JSON {
    try await Self.call(transport, .post, "\(session)/\(path)", body)
  }

  private static func call(
    _ transport: CurlTransport, _ method: HTTPMethod, _ url: String, _ body: JSON?
  ) async throws -> JSON {
    var request = HTTPRequest(method, url, body: body?.encoded())
    request.headers.append("Content-Type", "application/json")
    let response = try await transport.send(request)
    let value = try JSON(parsing: response.body)["value"] ?? .null
    guard response.status < 300 else { throw BrowserError(value["message"]?.string ?? url) }
    return value
  }
}
