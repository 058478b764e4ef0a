import ArgumentParser
import Core
import Foundation
import Logging
import Store
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run the server on a data folder.")

    @OptionGroup var options: DataOptions
    @Option(help: "The port (or WEEFSEL_PORT; 8080).") var port: Int?
    @Option(help: "The address to listen on (or WEEFSEL_HOST; 127.0.0.1).") var host: String?
    @Flag(help: "Only look whether everything is in order, and print the settings.") var check = false

    func run() async throws {
        try await Workplace.explaining(options) {
            try await Server(options, port: port, host: host).run(kind: .real, check: check) { _ in }
        }
    }
}

/// A running server: the store, the web, and the socket for commands.
struct Server {
    let options: DataOptions
    let configuration: WebConfiguration
    let setup: Setup
    /// What the demo's first page offers; nothing elsewhere.
    var tour: @Sendable () -> DemoTour? = { nil }
    /// The demo says itself when it is ready: after it was made.
    var announces = true
    /// A clock of the demo's own.
    let clock: Clock?

    init(_ options: DataOptions, port: Int?, host: String? = nil, clock: Clock? = nil) throws {
        self.clock = clock
        self.options = options
        setup = try Setup(options)
        configuration = try setup.web(port: port, host: host)
    }

    func run(
        kind: Store.Kind, check: Bool = false, onReady: @escaping @Sendable (Workplace) async throws -> Void
    ) async throws {
        let order = Order(arguments: [], language: Terminal.language.rawValue, files: [:])
        do {
            let words = try setup.words()
            if !check, Port.isTaken(configuration.port, on: configuration.host) { throw StartProblem.portIsTaken }
            let store = try await setup.store(
                in: try options.folder, makes: true, kind: kind, clock: clock)
            let workplace = Workplace(
                store: store, words: words, order: order, baseURL: configuration.baseURL,
                resources: setup.resources)
            workplace.complainOfPacks()
            if check { return try printSettings(workplace) }
            try await listen(workplace, onReady: onReady)
        } catch {
            let reply = Workplace.explain(Self.understood(error), options, order)
            Terminal.complain(reply.problems)
            throw ExitCode(reply.code)
        }
    }

    private func listen(
        _ workplace: Workplace, onReady: @escaping @Sendable (Workplace) async throws -> Void
    ) async throws {
        var logger = Logger(label: "weefsel")
        logger.logLevel = Environment["WEEFSEL_LOG"].flatMap { Logger.Level(rawValue: $0) } ?? .warning
        let server = try await WebServer(workplace.store, configuration, logger: logger, tour: tour)
        let store = workplace.store
        let (base, announces) = (configuration.baseURL, announces)
        let hasAccounts = try await store.hasAccounts()
        let setUp = hasAccounts || store.kind == .demo ? nil : try await store.makeSetUpToken()
        let control = Self.control(workplace)
        try await server.run(control: control, at: ControlAddress(in: try options.folder)) { port in
            if announces { Terminal.say(workplace.say("serve.ready", ["address": "http://127.0.0.1:\(port)"])) }
            if let setUp { Terminal.say(workplace.say("serve.set_up", ["address": "\(base)/set-up/\(setUp)"])) }
            // The server takes connections only after this returns, and what follows may need one.
            Task {
                do { try await onReady(workplace) } catch {
                    Terminal.complain(Workplace.explain(error, options, workplace.order).problems)
                }
            }
        }
    }

    /// Runs what comes in by the socket as if it were typed here.
    private static func control(_ workplace: Workplace) -> ControlHandler {
        { bytes in
            guard let bytes else { return packed(Reply(code: 2, problems: [workplace.say("command.is_too_large")])) }
            guard let order = try? JSONDecoder().decode(Order.self, from: Data(bytes)),
                let command = try? Weefsel.parseAsRoot(order.arguments) as? any DataCommand
            else { return packed(Reply(code: 2, problems: [workplace.say("command.is_no_command")])) }
            let here = Workplace(
                store: workplace.store, words: workplace.words, order: order, baseURL: workplace.baseURL,
                resources: workplace.resources)
            return packed(await here.answer(command))
        }
    }

    private static func packed(_ reply: Reply) -> [UInt8] {
        (try? JSONEncoder().encode(reply)).map { Array($0) } ?? []
    }

    private func printSettings(_ workplace: Workplace) throws {
        let settings = [
            ("data", try options.folder), ("address", "\(configuration.host):\(configuration.port)"),
            ("base", configuration.baseURL), ("resources", configuration.resources.path),
            ("proxies", configuration.trustedProxies.sorted().joined(separator: ", ")),
            ("mail", configuration.mail?.told ?? workplace.say("serve.no_mail")),
            ("chromium", configuration.chromium ?? workplace.say("serve.no_chromium")),
        ]
        Terminal.say(settings.map { workplace.say("serve.setting.\($0.0)", ["value": $0.1]) }.joined(separator: "\n"))
    }

    /// A taken port comes from the system as a number; it becomes a sentence.
    private static func understood(_ error: any Error) -> any Error {
        "\(error)".contains("errno: 98") || "\(error)".contains("Address already in use")
            ? StartProblem.portIsTaken : error
    }
}
