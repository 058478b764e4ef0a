import Core
import Synchronization

/// Messages that several connections hand in together, each the next that nobody has.
final class MailRound: Sendable {
    private struct State {
        var waiting: [QueuedMessage]
        var number = 0
        var fault: (any Error)?
    }

    private let state: Mutex<State>

    init(_ messages: [QueuedMessage]) { state = Mutex(State(waiting: messages.reversed())) }

    /// How many were handed in.
    var number: Int { state.withLock(\.number) }
    /// What was wrong with the server as a whole.
    var fault: (any Error)? { state.withLock(\.fault) }

    /// Nil once all went, or something is wrong with the server as a whole.
    func next() -> QueuedMessage? { state.withLock { $0.waiting.popLast() } }

    func count() { state.withLock { $0.number += 1 } }

    /// What nobody has in hand waits for another round.
    func stop() { state.withLock { $0.waiting = [] } }

    func fail(_ error: any Error) {
        guard !(error is CancellationError) else { return }
        state.withLock { state in
            state.fault = state.fault ?? error
            state.waiting = []
        }
    }
}
