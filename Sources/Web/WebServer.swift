import Foundation
public import Hummingbird
public import Logging
import ServiceLifecycle
public import Store

/// The web application over one store: its routes, and running them.
public struct WebServer: Sendable {
    let store: Store
    let configuration: WebConfiguration
    let pages: Pages
    let logger: Logger
    let limits = TryLimits()
    let failures = QuietFailures()
    let responder: RouterResponder<WebContext>
    /// Every route with what it needs, read by the test that tries them all.
    public let table: [RouteEntry]

    public init(
        _ store: Store, _ configuration: WebConfiguration, logger: Logger,
        tour: @escaping @Sendable () -> DemoTour? = { nil }
    ) async throws {
        self.store = store
        self.configuration = configuration
        var quiet = logger
        // Below this level the web framework tells of single connections, and so when somebody answered.
        quiet.logLevel = max(logger.logLevel, .info)
        self.logger = quiet
        pages = try await Pages(configuration, kind: store.kind)
        let doorkeeper = Doorkeeper(store: store, isSecure: configuration.isSecure)
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: SecureHeaders(isSecure: configuration.isSecure))
        let forms = FormPages()
        router.add(middleware: ErrorPages(pages: pages, doorkeeper: doorkeeper, failures: failures, forms: forms))
        let routes = GuardedRoutes(router, doorkeeper, forms)
        let demo = DemoRoutes(store: store, pages: pages, doorkeeper: doorkeeper, tour: tour)
        Self.addRooms(to: routes, store, pages, doorkeeper, demo, limits)
        table = routes.table
        responder = router.buildResponder()
    }

    /// The application without a socket, as tests use it.
    public var application: some ApplicationProtocol { Application(responder: responder, logger: logger) }

    var housekeeping: Housekeeping {
        Housekeeping(store: store, limits: limits, failures: failures, pages: pages, logger: logger)
    }

    /// Where messages leave this server.
    var postman: Postman? {
        guard let mail = pages.mail, let server = mail.server else { return nil }
        return Postman(
            store: store, server: server, from: mail.from, baseURL: configuration.baseURL, logger: logger)
    }

    /// Listens until it is asked to stop; `onReady` gets the port.
    public func run(
        control: ControlHandler?, at address: ControlAddress, onReady: @escaping @Sendable (Int) async -> Void
    )
        async throws
    {
        var services: [any Service] = [housekeeping]
        if let postman { services.append(postman) }
        let (listening, told) = AsyncStream<Void>.makeStream()
        if let control {
            services.append(
                ControlSocket(address: address, handler: control, logger: logger, onListening: { told.finish() }))
        } else {
            told.finish()
        }
        let application = Application(
            responder: responder,
            configuration: .init(address: .hostname(configuration.host, port: configuration.port)),
            services: services,
            onServerRunning: { channel in
                // Who hears that it is ready may give a command at once.
                for await _ in listening {}
                guard !Task.isCancelled else { return }
                await onReady(channel.localAddress?.port ?? 0)
            },
            logger: logger)
        try await application.runService()
    }
}
