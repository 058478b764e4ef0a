import Core
import Logging
import ServiceLifecycle
import Store

/// What must happen by itself: closing on the day, counting once a day, keeping promises about what is kept.
struct Housekeeping: Service {
    let store: Store
    let limits: TryLimits
    let failures: QuietFailures
    let logger: Logger
    private static let pause = Duration.seconds(30)

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            await turn()
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.pause) }
        }
    }

    func turn() async {
        limits.forget(at: store.clock.now)
        for (kind, count) in failures.takeOver(at: store.clock.now).sorted(by: { $0.key < $1.key }) {
            logger.error("answering", metadata: ["error": "\(kind)", "count": "\(count)"])
        }
        do {
            try await store.closeDueWaves()
            try await store.countResponses()
            _ = try await store.keepPromises(isDry: false)
        } catch {
            logger.error("housekeeping", metadata: ["error": "\(type(of: error))"])
        }
    }
}
