public import Core
import Foundation

/// A file of units that somebody looks at before it counts.
public enum UnitDraft {
    public typealias ID = Identifier<UnitDraft>

    static let restSeconds = 3_600
}

extension Store {
    /// Keeps a file aside for an hour, for the one who sent it.
    public func keepUnitDraft(_ bytes: [UInt8], by account: Account.ID, in organisation: Organisation.ID) throws
        -> UnitDraft.ID
    {
        let id = UnitDraft.ID.random()
        let file = unitDraftFile(id, account, organisation)
        let attributes: [FileAttributeKey: Any] = [
            .posixPermissions: 0o600, .modificationDate: Date(timeIntervalSince1970: Double(clock.now.seconds)),
        ]
        let isKept = try whileHere(organisation) {
            FileManager.default.createFile(atPath: file.path, contents: Data(bytes), attributes: attributes)
        }
        guard isKept else { throw StartProblem.isNotWritable }
        return id
    }

    /// The bytes of a file kept aside by this account here; gone after an hour.
    public func unitDraft(_ id: UnitDraft.ID, by account: Account.ID, in organisation: Organisation.ID) throws
        -> [UInt8]
    {
        let file = unitDraftFile(id, account, organisation)
        let found = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let made = found?[.modificationDate] as? Date,
            clock.now.seconds - Int(made.timeIntervalSince1970) < UnitDraft.restSeconds
        else { throw NotFound() }
        return Array(try Data(contentsOf: file))
    }

    public func dropUnitDraft(_ id: UnitDraft.ID, by account: Account.ID, in organisation: Organisation.ID) {
        try? FileManager.default.removeItem(at: unitDraftFile(id, account, organisation))
    }

    /// The name holds whose it is, so that nobody else's identifier finds it.
    private func unitDraftFile(_ id: UnitDraft.ID, _ account: Account.ID, _ organisation: Organisation.ID) -> URL {
        temporary(.units, of: organisation, "\(account)-\(id).csv")
    }
}
