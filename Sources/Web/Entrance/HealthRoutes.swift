import Hummingbird
import Store

/// For machines that watch the server: it lives, it is ready.
struct HealthRoutes {
    let store: Store

    func add(to routes: GuardedRoutes) {
        routes.open(.get, "/livez") { _, _ in Response(status: .ok, body: .init(byteBuffer: .init(string: "ok\n"))) }
        routes.open(.get, "/readyz") { [store] _, _ in
            let isReady = await store.isReady()
            return Response(
                status: isReady ? .ok : .serviceUnavailable,
                body: .init(byteBuffer: .init(string: isReady ? "ready\n" : "not ready\n")))
        }
    }
}
