import Core
import Foundation
import GRDB

/// What a column may hold, and how a domain value becomes it.
protocol Storable {
    var stored: DatabaseValue { get }
    init?(stored: DatabaseValue)
}

extension String: Storable {
    var stored: DatabaseValue { databaseValue }
    init?(stored: DatabaseValue) { guard let text = String.fromDatabaseValue(stored) else { return nil }; self = text }
}

extension Int: Storable {
    var stored: DatabaseValue { databaseValue }
    init?(stored: DatabaseValue) { guard let number = Int.fromDatabaseValue(stored) else { return nil }; self = number }
}

extension Double: Storable {
    var stored: DatabaseValue { databaseValue }
    init?(stored: DatabaseValue) {
        guard let number = Double.fromDatabaseValue(stored) else { return nil }
        self = number
    }
}

extension Bool: Storable {
    var stored: DatabaseValue { (self ? 1 : 0).databaseValue }
    init?(stored: DatabaseValue) {
        guard let number = Int.fromDatabaseValue(stored) else { return nil }; self = number == 1
    }
}

extension [UInt8]: Storable {
    var stored: DatabaseValue { Data(self).databaseValue }
    init?(stored: DatabaseValue) {
        guard let data = Data.fromDatabaseValue(stored) else { return nil }; self = Array(data)
    }
}

extension Day: Storable {
    var stored: DatabaseValue { number.databaseValue }
    init?(stored: DatabaseValue) {
        guard let number = Int.fromDatabaseValue(stored) else { return nil }; self.init(number: number)
    }
}

extension Moment: Storable {
    var stored: DatabaseValue { seconds.databaseValue }
    init?(stored: DatabaseValue) {
        guard let number = Int.fromDatabaseValue(stored) else { return nil }; self.init(seconds: number)
    }
}

extension Identifier: Storable {
    var stored: DatabaseValue { description.databaseValue }
    init?(stored: DatabaseValue) {
        guard let text = String.fromDatabaseValue(stored) else { return nil }; self.init(text)
    }
}

extension Storable where Self: RawRepresentable, RawValue == String {
    var stored: DatabaseValue { rawValue.databaseValue }
    init?(stored: DatabaseValue) {
        guard let text = String.fromDatabaseValue(stored) else { return nil }; self.init(rawValue: text)
    }
}

extension Role: Storable {}
extension Language: Storable {}
extension Decision.Kind: Storable {}
extension Decision.Agreed: Storable {}
extension AuditLine.Act: Storable {}
extension Organisation.CouncilKind: Storable {}
extension RegisterEntry.Register: Storable {}
extension RegisterEntry.Ground: Storable {}
extension GuardedRoom: Storable {}

extension Optional: Storable where Wrapped: Storable {
    var stored: DatabaseValue { self?.stored ?? .null }
    init?(stored: DatabaseValue) {
        guard !stored.isNull else { self = .none; return }
        guard let value = Wrapped(stored: stored) else { return nil }
        self = .some(value)
    }
}
