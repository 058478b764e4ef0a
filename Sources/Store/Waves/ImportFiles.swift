public import Core
import Foundation
public import Surveys

/// A file of answers that somebody looks at before it counts, with what they chose for it so far.
public struct ImportFile: Sendable, Equatable {
    public typealias ID = Identifier<ImportFile>

    /// What became of a file that somebody sent.
    public enum State: Sendable, Equatable {
        case resting(ImportFile)
        /// It was carried out: the wave has its identifier.
        case imported(Wave)
        /// Thrown away, or after its hour.
        case gone
    }

    public let bytes: [UInt8]
    public let choices: [UInt8]

    public init(bytes: [UInt8], choices: [UInt8]) {
        (self.bytes, self.choices) = (bytes, choices)
    }

    static let restSeconds = 3_600
    /// How long it is known that there was a file: whoever comes back reads what became of it.
    static let markSeconds = 86_400
    static let prefix = TemporaryFile.answers.rawValue + "-"
    static let markSuffix = ".mark"
}

extension Store {
    /// Keeps a file aside for an hour, for the one who sent it.
    public func keepImportFile(
        _ file: ImportFile, by account: Account.ID, in organisation: Organisation.ID
    ) throws -> ImportFile.ID {
        let id = ImportFile.ID.random()
        let place = ImportPlace(folder, id, account, organisation)
        do {
            try whileHere(organisation) {
                try write([], to: place.mark)
                try write(file.choices, to: place.choices)
                try write(file.bytes, to: place.answers)
            }
        } catch {
            try? place.destroy()
            throw error
        }
        return id
    }

    /// What became of a file of this account here; to everybody else it is not there.
    public func importFile(
        _ id: ImportFile.ID, by account: Account.ID, in organisation: Organisation.ID
    ) async throws -> ImportFile.State {
        let place = ImportPlace(folder, id, account, organisation)
        guard FileManager.default.fileExists(atPath: place.mark.path) else { throw NotFound() }
        if let wave = try await imported(id, in: organisation) { return .imported(wave) }
        if let made = place.made, clock.now.seconds - made < ImportFile.restSeconds,
            let bytes = try? Data(contentsOf: place.answers), let choices = try? Data(contentsOf: place.choices)
        {
            return .resting(ImportFile(bytes: Array(bytes), choices: Array(choices)))
        }
        try place.destroy()
        return .gone
    }

    /// Keeps what was chosen; the hour of the file goes on.
    public func choose(
        _ choices: [UInt8], for id: ImportFile.ID, by account: Account.ID, in organisation: Organisation.ID
    ) throws {
        let place = ImportPlace(folder, id, account, organisation)
        guard let made = place.made else { throw NotFound() }
        try whileHere(organisation) { try write(choices, to: place.choices, at: made) }
    }

    /// Destroys the file with what was chosen; that there was one is known for a day.
    public func dropImportFile(_ id: ImportFile.ID, by account: Account.ID, in organisation: Organisation.ID) throws {
        try ImportPlace(folder, id, account, organisation).destroy()
    }

    /// A wave gets the identifier of its file, and so comes into being once.
    private func imported(_ id: ImportFile.ID, in organisation: Organisation.ID) async throws -> Wave? {
        guard let wave = Wave.ID("\(id)") else { return nil }
        return try await read { transaction in
            guard try transaction.has(wave, in: organisation) else { return nil }
            return try transaction.wave(wave, in: organisation)
        }
    }

    private func write(_ bytes: [UInt8], to file: URL, at moment: Int? = nil) throws {
        let attributes: [FileAttributeKey: Any] = [
            .posixPermissions: 0o600,
            .modificationDate: Date(timeIntervalSince1970: Double(moment ?? clock.now.seconds)),
        ]
        guard FileManager.default.createFile(atPath: file.path, contents: Data(bytes), attributes: attributes) else {
            throw StartProblem.isNotWritable
        }
    }
}

/// Where a file rests. The names hold whose it is, so that nobody else's identifier finds it.
private struct ImportPlace {
    let answers: URL
    let choices: URL
    let mark: URL

    init(_ folder: DataFolder, _ id: ImportFile.ID, _ account: Account.ID, _ organisation: Organisation.ID) {
        let name = TemporaryFile.answers.name(of: organisation, "\(account)-\(id)")
        func file(_ suffix: String) -> URL { folder.temporary.appendingPathComponent(name + suffix) }
        (answers, choices, mark) = (file(".csv"), file(".json"), file(ImportFile.markSuffix))
    }

    /// When the answers came.
    var made: Int? {
        let found = try? FileManager.default.attributesOfItem(atPath: answers.path)
        return (found?[.modificationDate] as? Date).map { Int($0.timeIntervalSince1970) }
    }

    func destroy() throws {
        for file in [answers, choices] where FileManager.default.fileExists(atPath: file.path) {
            try FileManager.default.removeWrittenOver(file)
        }
    }
}

extension ImportFile {
    /// How long a file of `tmp/` may lie there.
    static func restSeconds(of name: String) -> Int {
        name.hasPrefix(prefix) && name.hasSuffix(markSuffix) ? markSeconds : restSeconds
    }
}
