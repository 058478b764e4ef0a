public import Core
import Foundation
public import Surveys

/// A file of answers that somebody looks at before it counts, with what they chose for it so far.
public struct ImportFile: Sendable, Equatable {
    public typealias ID = Identifier<ImportFile>

    /// What became of a file that somebody sent.
    public enum State: Sendable, Equatable {
        /// Its answers are read where they are needed.
        case resting(Resting)
        /// It was carried out: the wave has its identifier.
        case imported(Wave)
        /// Thrown away, or after its hour.
        case gone
    }

    /// One that waits for somebody to go on.
    public struct Resting: Sendable, Equatable {
        public let id: ID
        public let choices: [UInt8]
        /// When it goes by itself.
        public let until: Moment
    }

    public enum Refusal: String, Core.Refusal { case areTooMany = "import.files_are_too_many" }

    public let bytes: [UInt8]
    public let choices: [UInt8]
    /// So many of somebody rest at a time.
    public static let mostResting = 3

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
        try checkImportFits(by: account, in: organisation)
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

    /// Refuses one more file than somebody may let rest.
    public func checkImportFits(by account: Account.ID, in organisation: Organisation.ID) throws {
        guard restingImports(of: account, in: organisation).count < ImportFile.mostResting else {
            throw ImportFile.Refusal.areTooMany
        }
    }

    /// What became of a file of this account here; to everybody else it is not there.
    public func importFile(
        _ id: ImportFile.ID, by account: Account.ID, in organisation: Organisation.ID
    ) async throws -> ImportFile.State {
        let place = ImportPlace(folder, id, account, organisation)
        guard FileManager.default.fileExists(atPath: place.mark.path) else { throw NotFound() }
        if let wave = try await imported(id, in: organisation) { return .imported(wave) }
        if let resting = resting(at: place, id) { return .resting(resting) }
        try place.destroy()
        return .gone
    }

    /// The files of this account that are not carried out yet, the last one first.
    public func restingImports(of account: Account.ID, in organisation: Organisation.ID) -> [ImportFile.Resting] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.temporary.path)) ?? []
        let (start, end) = ("\(ImportFile.prefix)\(organisation)-\(account)-", ImportPlace.answersSuffix)
        return names.filter { $0.hasPrefix(start) && $0.hasSuffix(end) }.compactMap { name in
            guard let id = ImportFile.ID(String(name.dropFirst(start.count).dropLast(end.count))) else { return nil }
            return resting(at: ImportPlace(folder, id, account, organisation), id)
        }.sorted { ($0.until, "\($0.id)") > ($1.until, "\($1.id)") }
    }

    private func resting(at place: ImportPlace, _ id: ImportFile.ID) -> ImportFile.Resting? {
        guard let made = place.made, clock.now.seconds - made < ImportFile.restSeconds,
            let choices = try? Data(contentsOf: place.choices)
        else { return nil }
        let until = Moment(seconds: made + ImportFile.restSeconds)
        return ImportFile.Resting(id: id, choices: Array(choices), until: until)
    }

    /// The answers of a file that rests. Up to 64 MB: not for a thread that serves others.
    public func importedBytes(
        of id: ImportFile.ID, by account: Account.ID, in organisation: Organisation.ID
    ) throws -> [UInt8] {
        let place = ImportPlace(folder, id, account, organisation)
        guard place.made != nil else { throw NotFound() }
        return Array(try Data(contentsOf: place.answers, options: .alwaysMapped))
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
        let isWritten = bytes.withUnsafeBytes { bytes in
            FileManager.default.createFile(
                atPath: file.path, contents: Data(notCopying: bytes), attributes: attributes)
        }
        guard isWritten else { throw StartProblem.isNotWritable }
    }
}

/// Where a file rests. The names hold whose it is, so that nobody else's identifier finds it.
private struct ImportPlace {
    let answers: URL
    let choices: URL
    let mark: URL

    static let answersSuffix = ".csv"

    init(_ folder: DataFolder, _ id: ImportFile.ID, _ account: Account.ID, _ organisation: Organisation.ID) {
        let name = TemporaryFile.answers.name(of: organisation, "\(account)-\(id)")
        func file(_ suffix: String) -> URL { folder.temporary.appendingPathComponent(name + suffix) }
        (answers, choices, mark) = (file(Self.answersSuffix), file(".json"), file(ImportFile.markSuffix))
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

extension Data {
    /// For as long as the bytes stay where they are.
    fileprivate init(notCopying bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { self.init(); return }
        self.init(
            bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: bytes.count, deallocator: .none)
    }
}

extension ImportFile {
    /// How long a file of `tmp/` may lie there.
    static func restSeconds(of name: String) -> Int {
        name.hasPrefix(prefix) && name.hasSuffix(markSuffix) ? markSeconds : restSeconds
    }
}
