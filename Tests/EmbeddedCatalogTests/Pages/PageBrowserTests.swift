import Foundation
import JSONDocuments
import TestSupport
import Testing

@testable import EmbeddedCatalog

/// Pages as Chromium shows them.
///
/// Each test leaves pictures in `.build/screenshots` to look at.
@Suite(
  "Pages in a browser", .serialized, .enabled(if: Browser.isInstalled, "run make setup first"))
struct PageBrowserTests {
  private static let overflow =
    "return document.documentElement.scrollWidth - document.documentElement.clientWidth"

  @Test("Somebody who has only a keyboard signs in and arrives where they wanted to go")
  func keyboard() async throws {
    let world = try await PageWorld()
    try await world.addSample()
    try await Browser.run { browser in
      let wanted = world.url("mlmodel", PageWorld.sample)
      try await browser.open(wanted)
      #expect(try await browser.address().contains("/signin?next="))
      try await keep(browser, "signin")
      try await browser.type("admin@open-metadata.org" + Key.tab + "wrong" + Key.enter)
      try await browser.wait(until: "document.querySelector('[role=alert]') != null")
      #expect(try await text("[role=alert]", browser).contains("invalid email or password"))
      try await browser.type("admin" + Key.enter)
      try await browser.wait(until: "location.pathname != '/signin'")
      #expect(try await browser.address() == wanted)
      #expect(try await text("h1", browser) == "Revenue Predictions")
      var order: [JSON] = []
      for _ in 0..<6 {
        try await browser.type(Key.tab)
        let focus = "const e = document.activeElement; return e.name || e.textContent"
        order.append(try await browser.evaluate(focus))
      }
      #expect(order == ["Skip to content", "mlcatalog", "q", "Search", "Sign out", "Catalog"])
      #expect(try await browser.evaluate("return document.cookie") == "")
    }
  }

  @Test("A model's page says what it is, where its features come from, who changed what")
  func model() async throws {
    try await signedIn(PageWorld.addSample) { browser, world in
      try await browser.open(world.url("mlmodel", PageWorld.sample))
      try await keep(browser, "model-light")
      #expect(try await text(".headline", browser).contains("0.3, last changed by Amina Okafor"))
      let picture = try await text("svg.lineage", browser)
      for name in ["orders", "average_price", "restaurant_dimension", "is_premium"] {
        #expect(picture.contains(name))
      }
      #expect(try await browser.evaluate(Self.overflow) == 0)
      try await browser.open(world.url("mlmodel", PageWorld.sample, "versions", "0.3"))
      try await keep(browser, "version")
      #expect(try await text("section", browser).contains("Changed by Amina Okafor"))
      #expect(try await text("del", browser) == "long ")
      #expect(try await text("del + ins", browser) == "many minutes ")
      #expect(try await browser.complaints() == [])
    }
  }

  @Test("Pages are dark where people prefer that")
  func dark() async throws {
    try await signedIn(PageWorld.addSample) { browser, world in
      try await browser.open(world.url("mlmodel", PageWorld.sample, "lineage"))
      let color = "return getComputedStyle(document.body).backgroundColor"
      try await browser.prefer(dark: false)
      #expect(try await browser.evaluate(color) == "rgb(245, 246, 248)")
      try await browser.prefer(dark: true)
      #expect(try await browser.evaluate(color) == "rgb(16, 20, 26)")
      try await keep(browser, "lineage-dark")
      #expect(try await browser.complaints() == [])
    }
  }

  @Test("A lineage of 200 features stays readable: nothing overlaps, no line leaves the picture")
  func wide() async throws {
    try await signedIn(PageWorld.addWide) { browser, world in
      try await browser.open(world.url("mlmodel", PageWorld.wide, "lineage"))
      try await keep(browser, "lineage-200")
      let rows = try await browser.evaluate(
        """
        const tops = [...document.querySelectorAll('.flow .ground')]
          .map(e => e.getBoundingClientRect()).sort((a, b) => a.top - b.top);
        const frames = [...document.querySelectorAll('.source .frame')]
          .map(e => e.getBoundingClientRect()).sort((a, b) => a.top - b.top);
        const apart = list => list.every((e, i) => i == 0 || e.top >= list[i - 1].bottom);
        const box = document.querySelector('svg.lineage').getBoundingClientRect();
        const inside = [...document.querySelectorAll('svg.lineage path, svg.lineage text')]
          .map(e => e.getBoundingClientRect())
          .every(e => e.left >= box.left && e.right <= box.right && e.top >= box.top && e.bottom <= box.bottom);
        return [tops.length, frames.length, apart(tops), apart(frames), inside];
        """)
      #expect(rows == [200, 12, true, true, true])
      try await browser.open(world.url("mlmodel", PageWorld.wide))
      try await keep(browser, "model-200")
      #expect(
        try await browser.evaluate("return document.querySelectorAll('#features tbody tr').length")
          == 200)
    }
  }

  @Test("Long and hostile names stay in their places and run nothing")
  func hostile() async throws {
    try await signedIn(PageWorld.addHostile) { browser, world in
      for (number, url) in [
        world.url(query: ""), world.url("mlmodel", PageWorld.hostile),
        world.url("mlmodel", PageWorld.hostile, "lineage"),
        world.url("mlmodel", PageWorld.hostile, "versions", "0.1"),
        world.url("service", "mlmodelServices", "CustomMLService"), world.url("nothing"),
      ].enumerated() {
        for width in [1280, 375] {
          try await browser.resize(width: width, height: 800)
          try await browser.open(url)
          try await keep(browser, "hostile-\(number)-\(width)")
          #expect(try await browser.evaluate(Self.overflow) == 0, "\(url) at \(width)")
        }
        #expect(
          try await browser.evaluate("return document.querySelectorAll('script, img').length") == 0)
        #expect(try await browser.evaluate("return document.title") != "hit")
      }
      // The page that is not there is the one thing to complain about.
      #expect(try await browser.complaints().allSatisfy { $0.contains("404") })
    }
  }

  // MARK: Parts

  private func signedIn(
    _ fill: (PageWorld) -> () async throws -> Void,
    _ body: (Browser, PageWorld) async throws -> Void
  ) async throws {
    let world = try await PageWorld()
    try await fill(world)()
    try await Browser.run { browser in
      try await browser.open(world.url("signin"))
      try await browser.type("admin@open-metadata.org" + Key.tab + "admin" + Key.enter)
      try await browser.wait(until: "document.querySelector('h1').textContent == 'Catalog'")
      try await body(browser, world)
    }
  }

  private func text(_ selector: String, _ browser: Browser) async throws -> String {
    try await browser.evaluate(
      "return document.querySelector(\"\(selector)\")?.textContent ?? ''"
    ).string ?? ""
  }

  /// Leaves a picture where a person finds it.
  private func keep(_ browser: Browser, _ name: String) async throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: ".build/screenshots")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try await Data(browser.screenshot()).write(to: folder.appending(path: "\(name).png"))
  }
}
