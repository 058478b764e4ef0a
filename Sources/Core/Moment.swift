public import Foundation

/// A whole second of world time.
public struct Moment: Hashable, Comparable, Sendable, Codable {
    /// Seconds since 1 January 1970, 00:00 UTC.
    public let seconds: Int

    public init(seconds: Int) {
        self.seconds = seconds
    }

    /// The day on the wall of somebody in this zone.
    public func day(in zone: TimeZone) -> Day {
        Day(number: (local(in: zone)).quotientRoundedDown(by: 86_400))
    }

    /// The hour on the wall, 0 to 23.
    public func hour(in zone: TimeZone) -> Int {
        let rest = local(in: zone) % 86_400
        return (rest < 0 ? rest + 86_400 : rest) / 3_600
    }

    /// Midnight that ends this day: a date means through 24:00.
    public static func end(of day: Day, in zone: TimeZone) -> Moment {
        let utc = (day.number + 1) * 86_400
        let first = utc - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc)))
        return Moment(seconds: utc - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(first))))
    }

    public static func < (one: Moment, other: Moment) -> Bool { one.seconds < other.seconds }
    public static func + (moment: Moment, seconds: Int) -> Moment { Moment(seconds: moment.seconds + seconds) }
    public static func - (one: Moment, other: Moment) -> Int { one.seconds - other.seconds }

    private func local(in zone: TimeZone) -> Int {
        seconds + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
}

extension Int {
    fileprivate func quotientRoundedDown(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
