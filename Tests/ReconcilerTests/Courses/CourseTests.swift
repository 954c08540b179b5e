import Foundation
import JSONDocuments
import TestSupport
import Testing

/// No edit of another is lost unsaid, the plan is what the catalog then holds, what the file does
/// not give stays, and a second publication writes nothing.
@Suite("Every course of events")
struct CourseTests {
  private static let isThorough =
    ProcessInfo.processInfo.environment["MLCATALOG_TEST_ALL"] == "1"

  // MARK: Every small case

  /// What happens between the first publication of a field and the last.
  private static func events(_ field: CourseField) -> [[CourseStep]] {
    let theirs = field.values[field.values.count - 1]
    let first = field.values[0]
    let none: JSON? = field.isRequired ? field.values[1] : nil
    return [
      [],
      [.edit(by: "steward", field, theirs)],
      [.edit(by: "steward", field, none)],
      [.edit(by: "steward", field, theirs), .edit(by: "steward", field, first)],
      [.edit(by: "steward", field, theirs), .publish(by: "publisher", CourseField.manifest)],
      [.publish(by: "second-bot", field.given(theirs, in: CourseField.manifest))],
      [.edit(by: "ingestion-bot", field, theirs, isPut: true), .edit(by: "steward", field, none)],
      [.wait, .edit(by: "publisher", field, theirs)],
    ]
  }

  /// What the last manifest may say of a field.
  private static func wishes(_ field: CourseField) -> [JSON?] {
    field.isRequired
      ? [field.values[0], field.values[1]] : [nil, .null, field.values[0], field.values[1]]
  }

  private static func cases(of field: CourseField) -> [[CourseStep]] {
    var courses: [[CourseStep]] = []
    let bare = CourseField.manifest
    let starts: [[CourseStep]] = [
      [.publish(by: "publisher", bare)],
      [.publish(by: "publisher", field.given(field.values[0], in: bare))],
      [.publish(by: "publisher", bare), .edit(by: "steward", field, field.values[0])],
    ]
    for start in starts {
      for events in events(field) {
        for wish in wishes(field) {
          for owner in [nil, "manifest", "catalog"] as [String?] {
            for force in [[], [field.name]] {
              var manifest = wish.map { field.given($0, in: bare) } ?? bare
              if let owner, var object = manifest.object {
                object["ownership"] = [field.name: .string(owner)]
                manifest = .object(object)
              }
              courses.append(
                start + events + [.publish(by: "publisher", manifest, force: force)])
            }
          }
        }
      }
    }
    return courses
  }

  @Test("of one field, every case", arguments: CourseField.all.map(\.name))
  func everyCase(field name: String) throws {
    let field = try #require(CourseField.all.first { $0.name == name })
    let courses = Self.cases(of: field)
    for (index, course) in courses.enumerated() {
      for variant in 0..<4 where Self.isThorough || (index * 4 + variant) % 97 == 0 {
        try check(course, foldsPatches: variant & 1 == 1, isShared: variant & 2 == 2)
      }
    }
  }

  // MARK: Long courses

  private static let actors = ["steward", "steward", "jane.doe", "ingestion-bot", "second-bot"]

  private static func manifest(_ random: inout SeededRandom) -> JSON {
    var manifest = CourseField.manifest
    for field in CourseField.all.shuffled(using: &random).prefix(9) {
      if !field.isRequired, Int.random(in: 0..<8, using: &random) == 0 {
        manifest = field.given(.null, in: manifest)
      } else if let value = field.values.randomElement(using: &random) {
        manifest = field.given(value, in: manifest)
      }
      if Int.random(in: 0..<9, using: &random) == 0, var object = manifest.object {
        let owner = Bool.random(using: &random) ? "manifest" : "catalog"
        var rules = object["ownership"]?.object ?? JSONObject()
        rules[field.name] = .string(owner)
        object["ownership"] = .object(rules)
        manifest = .object(object)
      }
    }
    if Int.random(in: 0..<6, using: &random) == 0, var object = manifest.object {
      object["mlFeatures"] = .array(Array((object["mlFeatures"]?.array ?? []).dropFirst()))
      manifest = .object(object)
    }
    return manifest
  }

  static func course(_ random: inout SeededRandom) -> [CourseStep] {
    var course: [CourseStep] = [.publish(by: "publisher", manifest(&random))]
    for _ in 0..<Int.random(in: 4...12, using: &random) {
      switch Int.random(in: 0..<12, using: &random) {
      case 0, 1, 2:
        let force = CourseField.all.shuffled(using: &random)
          .prefix(Int.random(in: 0...8, using: &random) == 0 ? 2 : 0).map(\.name)
        course.append(.publish(by: "publisher", manifest(&random), force: force))
      case 3: course.append(.publish(by: "second-bot", manifest(&random)))
      case 4: course.append(.wait)
      case 5, 6:
        let edit = EdgeEdit.allCases.randomElement(using: &random) ?? .note
        course.append(.draw(by: "steward", edit))
      default:
        guard let field = CourseField.all.randomElement(using: &random),
          let actor = actors.randomElement(using: &random)
        else { continue }
        let isNone = !field.isRequired && Int.random(in: 0..<4, using: &random) == 0
        course.append(
          .edit(
            by: actor, field, isNone ? nil : field.values.randomElement(using: &random),
            isPut: actor == "ingestion-bot"))
      }
    }
    return course + [.publish(by: "publisher", manifest(&random))]
  }

  @Test("of all fields and edges together, at random", arguments: 0..<(isThorough ? 4000 : 40))
  func atRandom(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let course = Self.course(&random)
    try check(course, foldsPatches: seed % 2 == 0, isShared: seed % 7 == 0, "seed \(seed)")
  }

  // MARK: Telling

  /// Plays a course; one that breaks a promise is cut down to what it takes before it is told.
  private func check(
    _ course: [CourseStep], foldsPatches: Bool, isShared: Bool, _ origin: String = ""
  ) throws {
    let shared: Set<String> = isShared ? ["publisher"] : []
    func run(_ course: [CourseStep]) throws -> CourseRun {
      try CourseRun.violations(of: course, foldsPatches: foldsPatches, shared: shared)
    }
    var failed = try run(course)
    guard !failed.violations.isEmpty else { return }
    var course = course
    var index = 0
    while index < course.count {
      var shorter = course
      shorter.remove(at: index)
      let attempt = try run(shorter)
      if attempt.violations.isEmpty {
        index += 1
      } else {
        (course, failed) = (shorter, attempt)
      }
    }
    let told = (failed.story + ["→ "] + failed.violations).joined(separator: "\n")
    Issue.record(
      "\(origin) folding \(foldsPatches), shared \(isShared)\n\(told)")
  }
}
