import Core
import Foundation
import Store
import Surveys

/// Reports that are made into a PDF, one at a time: a browser takes a lot of memory.
///
/// What waits is kept in memory alone: after a restart somebody asks again.
actor PrintQueue {
    /// Somebody's wish for a PDF.
    struct Job: Sendable {
        typealias ID = Identifier<Job>

        let id: ID
        /// Nobody else gets to see it.
        let owner: Account.ID
        let wave: Wave.ID
        let home: Organisation.ID
        /// What the file is called.
        let name: String
        /// The groups that stand in it: whoever may see others by now gets no file of before.
        let groups: [Int]
        /// What whoever asked might read when it was made.
        let rights: Set<Right>
        /// Empty once it was handed to the browser.
        fileprivate var page: String
        fileprivate(set) var state: State

        fileprivate func isSame(as other: Job) -> Bool {
            owner == other.owner && wave == other.wave && name == other.name && page == other.page
        }
    }

    enum State: Equatable, Sendable {
        case waits
        case done(URL)
        case failed(Problem)

        enum Problem: String, Sendable { case tookTooLong = "took_too_long", failed }
    }

    enum Fault: String, Refusal { case isFull = "exports.pdf.is_full" }

    /// Does something as long as an organisation is here, and throws where it is not.
    typealias Keeping = @Sendable (Organisation.ID, () throws -> Void) throws -> Void

    private let chromium: Chromium
    private let folder: URL
    private let whileHere: Keeping
    private var jobs: [Job] = []
    private var last: Task<Void, Never>?

    /// So many may wait; whoever comes after is asked to come back.
    static let mostWaiting = 20
    /// What is known of finished ones: their files are gone after an hour anyway.
    private static let mostKnown = 200

    init(_ chromium: Chromium, in folder: URL, whileHere: @escaping Keeping) {
        (self.chromium, self.folder, self.whileHere) = (chromium, folder, whileHere)
    }

    /// Begins to wait; whoever asks for the same again gets the one that waits already.
    func add(
        _ page: String, called name: String, of wave: Wave.ID, in home: Organisation.ID, groups: [Int] = [],
        rights: Set<Right> = [],
        for owner: Account.ID
    ) throws(Fault) -> Job.ID {
        let job = Job(
            id: .random(), owner: owner, wave: wave, home: home, name: name, groups: groups, rights: rights, page: page,
            state: .waits)
        let waiting = jobs.filter { $0.state == .waits }
        if let same = waiting.first(where: job.isSame) { return same.id }
        guard waiting.count < Self.mostWaiting else { throw .isFull }
        jobs = jobs.suffix(Self.mostKnown - 1) + [job]
        last = Task { [last] in
            await last?.value
            await self.make(job)
        }
        return job.id
    }

    /// A job of this account; nil also where its file is gone again.
    func job(_ id: Job.ID, for owner: Account.ID) -> Job? {
        guard let job = jobs.first(where: { $0.id == id && $0.owner == owner }) else { return nil }
        if case .done(let file) = job.state, !FileManager.default.fileExists(atPath: file.path) { return nil }
        return job
    }

    private func make(_ job: Job) async {
        let state: State
        do { state = .done(try await made(job)) } catch Chromium.Fault.tookTooLong {
            state = .failed(.tookTooLong)
        } catch {
            state = .failed(.failed)
        }
        guard let index = jobs.firstIndex(where: { $0.id == job.id }) else { return }
        (jobs[index].state, jobs[index].page) = (state, "")
    }

    /// The browser has a folder of its own; what it made is laid beside it only where its organisation still is here.
    private func made(_ job: Job) async throws -> URL {
        let name = TemporaryFile.print.name(of: job.home, "\(job.id)")
        let place = folder.appendingPathComponent(name, isDirectory: true)
        let (page, pdf) = (
            place.appendingPathComponent("page.html"),
            place.appendingPathComponent("made").appendingPathExtension("pdf")
        )
        let file = folder.appendingPathComponent(name + ".pdf")
        defer { try? FileManager.default.removeItem(at: place) }
        try whileHere(job.home) {
            try FileManager.default.createDirectory(
                at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(job.page.utf8).write(to: page)
        }
        try await chromium.makePDF(of: page, at: pdf, in: place)
        try whileHere(job.home) {
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: pdf.path)
            try FileManager.default.moveItem(at: pdf, to: file)
        }
        return file
    }
}
