import FoundationEssentials
import JSONDocuments

/// How the services say until when a token is valid: as a number or as text.
enum TokenLifetime {
  /// Seconds, as a number or as text.
  static func seconds(_ value: JSON) -> Int64? {
    value.integer ?? value.number?.double.flatMap { Int64(exactly: $0.rounded()) }
      ?? value.string.flatMap { Int64($0) }
  }

  /// Seconds since 1970, as such or as `06/20/2019 02:57:58 +00:00`.
  static func moment(_ value: JSON) -> Int64? {
    if let seconds = seconds(value) { return seconds }
    guard let words = value.string?.split(separator: " "), words.count >= 2 else { return nil }
    let isAfternoon = words.count > 2 && words[2].uppercased() == "PM"
    let isMorning = words.count > 2 && words[2].uppercased() == "AM"
    let date = words[0].split(separator: "/").compactMap { Int($0) }
    let time = words[1].split(separator: ":").compactMap { Int($0) }
    guard date.count == 3, time.count == 3, isSane(date + time) else { return nil }
    var hour = time[0]
    if isAfternoon || isMorning { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    let parts = DateComponents(
      year: date[2], month: date[0], day: date[1], hour: hour, minute: time[1], second: time[2])
    return moment(parts, in: .gmt)
  }

  /// Seconds since 1970 of `2024-05-01 12:00:00.000000`, in the time zone of this machine.
  static func localMoment(_ text: String) -> Int64? {
    let halves = text.split(separator: " ")
    guard halves.count == 2, let clock = halves[1].split(separator: ".").first else { return nil }
    let date = halves[0].split(separator: "-").compactMap { Int($0) }
    let time = clock.split(separator: ":").compactMap { Int($0) }
    guard date.count == 3, time.count == 3, isSane(date + time) else { return nil }
    let parts = DateComponents(
      year: date[0], month: date[1], day: date[2], hour: time[0], minute: time[1], second: time[2])
    return moment(parts, in: .current)
  }

  /// Whether numbers may be those of a date: arithmetic on others may overflow in the calendar.
  private static func isSane(_ numbers: [Int]) -> Bool {
    numbers.allSatisfy { (0...9999).contains($0) }
  }

  private static func moment(_ parts: DateComponents, in zone: TimeZone) -> Int64? {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    guard let date = calendar.date(from: parts) else { return nil }
    return Int64(date.timeIntervalSince1970)
  }
}
