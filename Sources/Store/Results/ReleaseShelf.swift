import Surveys
import Synchronization

/// The releases that were read last. They never change, but what a wave is may; so any change empties the shelf.
final class ReleaseShelf: Sendable {
    private struct State {
        var changes = 0
        var releases: [Wave.ID: Release] = [:]
    }

    private static let most = 4
    private let state = Mutex(State())

    func release(of wave: Wave.ID, after changes: Int) -> Release? {
        state.withLock { $0.changes == changes ? $0.releases[wave] : nil }
    }

    /// - Parameter changes: how many changes there were before the release was read.
    func keep(_ release: Release, of wave: Wave.ID, after changes: Int) {
        state.withLock { state in
            if state.changes != changes || state.releases.count >= Self.most { state.releases = [:] }
            state.changes = changes
            state.releases[wave] = release
        }
    }
}
