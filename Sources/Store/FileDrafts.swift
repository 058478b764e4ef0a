public import Core
import Foundation

/// A list that somebody looks at before it counts: of units, or of staff.
public enum FileDraft {
    public typealias ID = Identifier<FileDraft>

    static let restSeconds = 3_600
}

extension Store {
    /// Keeps a file aside for an hour, for the one who sent it; again where somebody chose something for it.
    public func keepDraft(
        _ bytes: [UInt8], as id: FileDraft.ID = .random(), of kind: TemporaryFile, by account: Account.ID,
        in organisation: Organisation.ID
    ) throws -> FileDraft.ID {
        let file = draftFile(id, kind, account, organisation)
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
    public func draft(
        _ id: FileDraft.ID, of kind: TemporaryFile, by account: Account.ID, in organisation: Organisation.ID
    ) throws -> [UInt8] {
        let file = draftFile(id, kind, account, organisation)
        let found = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let made = found?[.modificationDate] as? Date,
            clock.now.seconds - Int(made.timeIntervalSince1970) < FileDraft.restSeconds
        else { throw NotFound() }
        return Array(try Data(contentsOf: file))
    }

    public func dropDraft(
        _ id: FileDraft.ID, of kind: TemporaryFile, by account: Account.ID, in organisation: Organisation.ID
    ) {
        try? FileManager.default.removeWrittenOver(draftFile(id, kind, account, organisation))
    }

    /// Destroys what waits to be looked at, and what was made to be fetched: any of it may bear a name that is erased.
    /// That a file of answers came stays known, so that whoever sent it reads that it is gone.
    func destroyResting(in home: Organisation.ID) throws {
        let files = FileManager.default
        for name in try files.contentsOfDirectory(atPath: folder.temporary.path).sorted() {
            let isTold = name.hasSuffix(ImportFile.markSuffix)
            guard TemporaryFile.owner(of: name) == home, TemporaryFile.bearsNames(name), !isTold else { continue }
            let file = folder.temporary.appendingPathComponent(name)
            guard files.fileExists(atPath: file.path) else { continue }
            try files.removeWrittenOver(file)
        }
    }

    /// The name holds whose it is, so that nobody else's identifier finds it.
    private func draftFile(
        _ id: FileDraft.ID, _ kind: TemporaryFile, _ account: Account.ID, _ organisation: Organisation.ID
    ) -> URL {
        temporary(kind, of: organisation, "\(account)-\(id).csv")
    }
}
