public import Core
import Foundation
import Hummingbird
public import Logging
import ServiceLifecycle
public import Store

/// The web application over one store: its routes, and running them.
public struct WebServer: Sendable {
    let store: Store
    let configuration: WebConfiguration
    let pages: Pages
    let logger: Logger
    let router: Router<WebContext>
    /// Every route with what it needs, read by the test that tries them all.
    public let table: [RouteEntry]

    public init(_ store: Store, _ configuration: WebConfiguration, logger: Logger) async throws {
        self.store = store
        self.configuration = configuration
        self.logger = logger
        pages = try await Pages(configuration, kind: store.kind)
        let doorkeeper = Doorkeeper(store: store, isSecure: configuration.isSecure)
        router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: ErrorPages(pages: pages, doorkeeper: doorkeeper))
        let routes = GuardedRoutes(router, doorkeeper)
        addRooms(to: routes, store, pages, doorkeeper)
        table = routes.table
    }

    /// Listens until it is asked to stop; `onReady` gets the port.
    public func run(control: ControlHandler?, socket: String, onReady: @escaping @Sendable (Int) async -> Void)
        async throws
    {
        let application = Application(
            router: router, configuration: .init(address: .hostname(configuration.host, port: configuration.port)),
            services: [Housekeeping(store: store, logger: logger)],
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) }, logger: logger)
        var services: [any Service] = [application]
        if let control { services.insert(ControlSocket(path: socket, handler: control, logger: logger), at: 0) }
        try await ServiceGroup(
            configuration: .init(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        ).run()
    }
}
