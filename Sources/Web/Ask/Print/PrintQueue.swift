import Core
import Foundation
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
        /// What the file is called.
        let name: String
        /// The groups that stand in it: whoever may see others by now gets no file of before.
        let groups: [Int]
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

    private let chromium: Chromium
    private let folder: URL
    private var jobs: [Job] = []
    private var last: Task<Void, Never>?

    /// So many may wait; whoever comes after is asked to come back.
    static let mostWaiting = 20
    /// What is known of finished ones: their files are gone after an hour anyway.
    private static let mostKnown = 200

    init(_ chromium: Chromium, in folder: URL) {
        (self.chromium, self.folder) = (chromium, folder)
    }

    /// Begins to wait; whoever asks for the same again gets the one that waits already.
    func add(
        _ page: String, called name: String, of wave: Wave.ID, groups: [Int] = [], for owner: Account.ID
    ) throws(Fault) -> Job.ID {
        let job = Job(
            id: .random(), owner: owner, wave: wave, name: name, groups: groups, page: page, state: .waits)
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
        let place = folder.appendingPathComponent("print-\(job.id)", isDirectory: true)
        let file = folder.appendingPathComponent("print-\(job.id).pdf")
        let state: State
        do {
            try FileManager.default.createDirectory(
                at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let page = place.appendingPathComponent("page.html")
            try Data(job.page.utf8).write(to: page)
            try await chromium.makePDF(of: page, at: file, in: place)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            state = .done(file)
        } catch Chromium.Fault.tookTooLong {
            state = .failed(.tookTooLong)
        } catch {
            state = .failed(.failed)
        }
        try? FileManager.default.removeItem(at: place)
        guard let index = jobs.firstIndex(where: { $0.id == job.id }) else { return }
        (jobs[index].state, jobs[index].page) = (state, "")
    }
}
