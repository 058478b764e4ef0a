import Core
import Methods
import Store
import Surveys
import Synchronization

/// Reads files of answers aside of what serves others, and remembers the last reading for as long as somebody is likely to
/// look at it again: a page, what was chosen on it, and carrying out read a file once.
final class ImportReader: Sendable {
    private struct Kept: Sendable {
        let file: ImportFile.ID
        let home: String
        let reading: ImportReading
    }

    private let store: Store
    private let words: Words
    private let kept = Mutex<Kept?>(nil)

    /// So long the answers of a file rest in memory after somebody looked at it.
    private static let rest: Duration = .seconds(120)

    init(_ store: Store, _ words: Words) { (self.store, self.words) = (store, words) }

    /// A file that rests here, read as somebody chose.
    func reading(
        of file: ImportFile.ID, _ choices: ImportChoices, _ instrument: Instrument, for member: SignedIn
    ) async throws -> ImportReading {
        if let known = known(file, choices, instrument, member.organisation) { return known }
        let (store, words) = (store, words)
        let reading = try await store.slowWork.run {
            // Who waited for somebody who read the same finds it done.
            if let known = self.known(file, choices, instrument, member.organisation) { return known }
            let bytes = try store.importedBytes(of: file, by: member.account.id, in: member.organisation.id)
            return try ImportReading(bytes, choices, of: instrument, words, for: member.organisation)
        }
        keep(reading, of: file, for: member.organisation)
        return reading
    }

    /// Reads what was just sent, and lays it aside for whoever sent it.
    func take(
        for member: SignedIn, _ read: @escaping @Sendable (Words) throws -> (file: ImportFile, reading: ImportReading)
    ) async throws -> ImportFile.ID {
        let (store, words) = (store, words)
        let (account, home) = (member.account.id, member.organisation)
        // Whoever has to throw one away first need not wait for this one to be read.
        try store.checkImportFits(by: account, in: home.id)
        let (id, reading) = try await store.slowWork.run {
            let (file, reading) = try read(words)
            return (try store.keepImportFile(file, by: account, in: home.id), reading)
        }
        keep(reading, of: id, for: home)
        return id
    }

    /// Remembers a reading, and nothing else.
    private func keep(_ reading: ImportReading, of file: ImportFile.ID, for home: Organisation) {
        kept.withLock { $0 = Kept(file: file, home: home.name, reading: reading) }
        Task { [weak self] in
            try? await Task.sleep(for: Self.rest)
            self?.forget(file)
        }
    }

    func forget(_ file: ImportFile.ID) {
        kept.withLock { if $0?.file == file { $0 = nil } }
    }

    /// The same with what was typed since.
    private func known(
        _ file: ImportFile.ID, _ choices: ImportChoices, _ instrument: Instrument, _ home: Organisation
    ) -> ImportReading? {
        guard let kept = kept.withLock({ $0 }), kept.file == file, kept.home == home.name,
            kept.reading.instrument.hash == instrument.hash, kept.reading.choices.readsAs(choices)
        else { return nil }
        return kept.reading.with(choices)
    }
}
