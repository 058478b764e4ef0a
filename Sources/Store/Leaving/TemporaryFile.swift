public import Core
public import Foundation
import Synchronization

/// What lies in `tmp/` bears in its name whose it is: who leaves takes their own along, and nobody else's.
public enum TemporaryFile: String, CaseIterable, Sendable {
    /// A list of units or of staff, or answers of an earlier wave, that somebody looks at before they count.
    case units, staff, answers = "import"
    /// What a command made, until it is fetched.
    case made = "out"
    case print
    case workbook = "export"

    public func name(of home: Organisation.ID, _ rest: String) -> String { "\(rawValue)-\(home)-\(rest)" }

    /// The organisation whose file this is; nil where the name says of none.
    static func owner(of name: String) -> Organisation.ID? {
        let parts = name.split(separator: "-", maxSplits: 2)
        guard parts.count == 3, TemporaryFile(rawValue: String(parts[0])) != nil else { return nil }
        return Organisation.ID(String(parts[1]))
    }

    /// Whether it may hold names of people; a print holds figures alone.
    static func bearsNames(_ name: String) -> Bool {
        guard let kind = name.split(separator: "-").first.flatMap({ TemporaryFile(rawValue: String($0)) }) else {
            return false
        }
        return kind != .print
    }
}

/// Organisations that went while this program ran. What was begun for one of them keeps nothing any more.
final class GoneOrganisations: Sendable {
    private let gone = Mutex<Set<Organisation.ID>>([])

    func add(_ home: Organisation.ID) { gone.withLock { _ = $0.insert(home) } }

    /// As long as this lasts, nobody clears the files of an organisation away.
    func whileHere<Value>(_ home: Organisation.ID, _ use: () throws -> Value) throws -> Value {
        try gone.withLock { gone in
            guard !gone.contains(home) else { throw NotFound() }
            return try use()
        }
    }
}

extension Store {
    /// Keeps something in `tmp/` for an organisation: what is kept is there before its files are cleared away, or not at
    /// all.
    public func whileHere<Value>(_ home: Organisation.ID, _ use: () throws -> Value) throws -> Value {
        try goneOrganisations.whileHere(home, use)
    }

    /// Where a file of an organisation lies as long as it is needed.
    public func temporary(_ kind: TemporaryFile, of home: Organisation.ID, _ rest: String) -> URL {
        folder.temporary.appendingPathComponent(kind.name(of: home, rest))
    }
}
