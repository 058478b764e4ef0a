import Foundation

/// The one clock of the program; demo and test folders may set it.
public struct Clock: Sendable {
    private let read: @Sendable () -> Moment

    public init(_ read: @escaping @Sendable () -> Moment) {
        self.read = read
    }

    public var now: Moment { read() }

    public static let system = Clock { Moment(seconds: Int(Date().timeIntervalSince1970.rounded(.down))) }

    /// A clock that runs on from the given moment.
    public static func starting(at moment: Moment) -> Clock {
        let offset = moment - Clock.system.now
        return Clock { Clock.system.now + offset }
    }
}
