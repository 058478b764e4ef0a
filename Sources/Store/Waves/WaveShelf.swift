import Surveys
import Synchronization

/// What was read last of waves that no longer change. What a wave is may change, so any change empties the shelf.
final class WaveShelf<Content: Sendable>: Sendable {
    private struct State {
        var changes = 0
        var contents: [Wave.ID: Content] = [:]
    }

    private static var most: Int { 4 }
    private let state = Mutex(State())

    func content(of wave: Wave.ID, after changes: Int) -> Content? {
        state.withLock { $0.changes == changes ? $0.contents[wave] : nil }
    }

    /// - Parameter changes: how many changes there were before the content was read.
    func keep(_ content: Content, of wave: Wave.ID, after changes: Int) {
        state.withLock { state in
            if state.changes != changes || state.contents.count >= Self.most { state.contents = [:] }
            state.changes = changes
            state.contents[wave] = content
        }
    }
}
