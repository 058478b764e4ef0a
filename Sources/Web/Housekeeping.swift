import Core
import Logging
import ServiceLifecycle
import Store
import Surveys

/// What must happen by itself: closing on the day, forgetting who answered first, counting once a day, keeping promises
/// about what is kept.
struct Housekeeping: Service {
    let store: Store
    let limits: TryLimits
    let failures: QuietFailures
    let pages: Pages?
    let logger: Logger
    private static let pause = Duration.seconds(30)

    func run() async throws {
        var told: [Wave.ID: Standstill] = [:]
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            await turn()
            told = tell(since: told)
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.pause) }
        }
    }

    /// One duty that fails does not keep the others from being done.
    func turn() async {
        limits.forget(at: store.clock.now)
        pages?.heat.turn()
        pages?.themes.turn()
        for (kind, count) in failures.takeOver(at: store.clock.now).sorted(by: { $0.key < $1.key }) {
            logger.error("answering", metadata: ["error": "\(kind)", "count": "\(count)"])
        }
        await attempt("closing") { try await store.closeDueWaves() }
        await attempt("order") { try await store.forgetOrder() }
        await attempt("counting") { try await store.countResponses() }
        await attempt("recounting") { try await store.recountUnits() }
        await attempt("promises") { _ = try await store.keepPromises(isDry: false) }
    }

    private func attempt(_ duty: String, _ use: () async throws -> Void) async {
        do { try await use() } catch {
            logger.error("housekeeping", metadata: ["duty": "\(duty)", "error": "\(type(of: error))"])
        }
    }

    /// Says which waves stand still, at each new try, and which go on again.
    func tell(since told: [Wave.ID: Standstill]) -> [Wave.ID: Standstill] {
        let now = Dictionary(store.allStandstills.map { ($0.wave, $0) }, uniquingKeysWith: { first, _ in first })
        for (id, still) in now where told[id] != still {
            logger.error(
                "standstill",
                metadata: [
                    "wave": "\(id)", "reason": "\(still.reason.rawValue)", "detail": "\(still.detail)",
                    "tries": "\(still.tries)",
                    "closing": "\(still.isClosing)",
                ])
        }
        for id in told.keys where now[id] == nil { logger.notice("resumed", metadata: ["wave": "\(id)"]) }
        return now
    }
}
