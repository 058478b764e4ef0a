/// A day of the calendar, without a time or a zone.
public struct Day: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// Days since 1 January 1970.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    public init(_ year: Int, _ month: Int, _ day: Int) {
        // Days from civil, after Howard Hinnant: years begin in March, so that a leap day comes last.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `2026-10-05`, and `5-10-2026` as people type it; a day that does not exist is nil.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && $0.utf8.allSatisfy(\.isDigit) }) else {
            return nil
        }
        let numbers = parts.compactMap { Int($0) }
        let isYearFirst = parts[0].count == 4
        guard isYearFirst || parts[2].count == 4 else { return nil }
        let (year, month, day) = (numbers[isYearFirst ? 0 : 2], numbers[1], numbers[isYearFirst ? 2 : 0])
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.init(year, month, day)
        guard civil(self) == (year, month, day) else { return nil }
    }

    public var year: Int { civil(self).year }
    public var month: Int { civil(self).month }
    public var day: Int { civil(self).day }

    /// 1 is Monday, 7 is Sunday.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    public var description: String {
        let (year, month, day) = civil(self)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    public static func < (one: Day, other: Day) -> Bool { one.number < other.number }
    public static func + (day: Day, count: Int) -> Day { Day(number: day.number + count) }
    public static func - (day: Day, count: Int) -> Day { Day(number: day.number - count) }
    public static func - (one: Day, other: Day) -> Int { one.number - other.number }
}

private func civil(_ day: Day) -> (year: Int, month: Int, day: Int) {
    let shifted = day.number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
}

extension UInt8 {
    var isDigit: Bool { (48...57).contains(self) }
}
