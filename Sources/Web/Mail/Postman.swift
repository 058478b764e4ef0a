import Core
import Logging
import Mail
import ServiceLifecycle
import Store

/// Hands messages in at the mail server when they are due, and sleeps until then. The log tells neither to whom nor what.
struct Postman: Service {
    let store: Store
    let server: MailServer
    let from: String
    let baseURL: String
    let logger: Logger

    static let connections = 4
    private static let inHand = 400
    /// Of one message, at a stop; after that it waits for the next start.
    private static let secondsToFinish = 10
    private static let longestSleep = 3_600
    /// In seconds, while the server as a whole takes nothing.
    private static let pauses = [5, 30, 60, 300, 900]

    func run() async throws {
        var faults = 0
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            let end = await attempt()
            faults = end == .fault ? faults + 1 : 0
            guard end != .more else { continue }
            await sleep(faults)
        }
    }

    enum End { case more, nothing, fault }

    private func attempt() async -> End {
        do { return try await turn() } catch is CancellationError {
            return .nothing
        } catch {
            logger.error("mail", metadata: ["error": "\(type(of: error))"])
            return .fault
        }
    }

    private func sleep(_ faults: Int) async {
        let next = (try? await store.secondsToNextMessage()).flatMap(\.self) ?? Self.longestSleep
        let pause = faults == 0 ? max(1, next) : Self.pauses[min(faults, Self.pauses.count) - 1]
        await withGracefulShutdownHandler {
            await store.mailBell.wait(atMost: min(pause, Self.longestSleep))
        } onGracefulShutdown: { [bell = store.mailBell] in
            bell.ring()
        }
    }

    /// Hands in what is due, over as many connections as it is worth.
    func turn() async throws -> End {
        let due = try await store.dueMessages(most: Self.inHand)
        guard !due.isEmpty else { return .nothing }
        let round = MailRound(due)
        // It outlives the wish to stop by the message in hand, and that by no more than some seconds.
        let work = Task { await carry(round, over: max(1, min(Self.connections, due.count / 10))) }
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await work.value
            } onGracefulShutdown: {
                round.stop()
                Task {
                    try? await Task.sleep(for: .seconds(Self.secondsToFinish))
                    work.cancel()
                }
            }
        } onCancel: {
            work.cancel()
        }
        return try await note(round)
    }

    private func note(_ round: MailRound) async throws -> End {
        guard let fault = round.fault else {
            if round.number > 0 { try await store.noteMailStandstill(nil) }
            return .more
        }
        guard let fault = fault as? MailFault else { throw fault }
        // One broken line among others that went is no standstill.
        if round.number == 0 {
            let told = fault.told.withoutAddresses
            if try await store.mailStandstill()?.told != told {
                logger.warning("mail", metadata: ["standstill": "\(fault.name)"])
            }
            try await store.noteMailStandstill(told)
        }
        return .fault
    }

    private func carry(_ round: MailRound, over number: Int) async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<number { group.addTask { await connect(round) } }
        }
    }

    private func connect(_ round: MailRound) async {
        do {
            try await SMTPSession.with(server) { session in
                while let queued = round.next() { try await hand(queued, over: &session, round) }
            }
        } catch { round.fail(error) }
    }

    private func hand(_ queued: QueuedMessage, over session: inout SMTPSession, _ round: MailRound) async throws {
        do {
            try await session.send(try letter(queued))
        } catch let fault as MailFault where fault.isOfMessage {
            return try await store.failed(queued, told: fault.told, isForGood: fault.isForGood)
        } catch is MailAddress.Refusal {
            return try await store.failed(queued, told: "", isForGood: true)
        } catch {
            // Others go first: it may be this one that breaks the line.
            try await store.putBack(queued)
            throw error
        }
        // Before the next goes over this connection: a stop in between repeats this one at most.
        try await store.handedIn([queued])
        round.count()
    }

    private func letter(_ queued: QueuedMessage) throws -> MailMessage {
        let message = queued.message
        return MailMessage(
            id: "\(message.id)", from: try MailAddress(from, name: queued.sender),
            to: try MailAddress(message.address, name: queued.reader.name ?? ""), subject: message.subject,
            text: message.text, html: SimpleHTML.page(message.text, language: message.language.rawValue),
            language: message.language.rawValue, writtenAt: queued.writtenAt.seconds,
            unsubscribe: message.refusal.map { baseURL + Paths.mailRefusal($0) })
    }
}

extension Person {
    fileprivate var name: String? {
        guard case .named(let name) = self else { return nil }
        return name
    }
}

extension MailFault {
    /// What kind it is, for the log: what the server said may hold an address.
    fileprivate var name: String {
        switch self {
        case .isUnreachable: "unreachable"
        case .isInsecure: "insecure"
        case .refusesUs: "refused"
        case .later: "later"
        case .never: "never"
        }
    }

    fileprivate var isForGood: Bool {
        guard case .never = self else { return false }
        return true
    }
}

extension String {
    /// Of the server as a whole is kept what it said, and not about whom.
    var withoutAddresses: String { replacing(/[^\s<>]+@[^\s<>]+/, with: "…") }
}
