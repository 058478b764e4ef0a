import Core
import Mail
import Store

/// What the page about mail tells: of one organisation, and of the server as a whole.
struct MailFound {
    private let mail: MailConfiguration?
    private let home: Organisation
    private let mayChange: Bool
    private let still: MailStandstill?
    private let waiting: [Message.Kind: Int]
    private let failed: [QueuedMessage]
    private let mailbox: [QueuedMessage]
    private let handedIn: Int

    private static let most = 200
    private static let days = 7

    init(_ store: Store, _ mail: MailConfiguration?, for member: SignedIn) async throws {
        (self.mail, home) = (mail, member.organisation)
        mayChange = member.rights.contains(.changeSettings)
        let today = store.clock.now.day(in: home.zone)
        still = try await store.mailStandstill()
        waiting = try await store.waitingMessages(in: home.id)
        failed = try await store.messages(areFailed: true, in: home.id, most: Self.most)
        let isMailbox = mail.map { $0.server == nil } ?? false
        mailbox = isMailbox ? try await store.messages(areFailed: false, in: home.id, most: Self.most) : []
        handedIn = try await store.handedInMessages(since: today - Self.days + 1, in: home.id)
    }

    func page(address: String, _ say: Speech) -> Page {
        let server = mail?.server
        let values: [String: Any] = [
            "is_off": mail == nil, "is_mailbox": mail != nil && server == nil, "is_server": server != nil,
            "off": mayChange ? say("mail.off_admin") : say("mail.off"),
            "where": server.map { say("mail.where.\($0.security.key)", ["host": $0.host, "port": "\($0.port)"]) } ?? "",
            "from": mail.map { say("mail.from", ["name": home.name, "address": $0.from]) } ?? "",
            "standstill": still.map { told($0, say) as Any } ?? false,
            "number": say("mail.handed_in", ["count": "\(handedIn)"]),
            "waiting": Message.Kind.allCases.compactMap { kind in
                waiting[kind].map { ["kind": say("mail.kind.\(kind.rawValue)"), "number": "\($0)"] }
            },
            "has_waiting": !waiting.isEmpty, "failed": failed.map { line(of: $0, say) }, "has_failed": !failed.isEmpty,
            "messages": mailbox.map { letter($0, say) }, "has_messages": !mailbox.isEmpty,
            "may_change": mayChange, "may_try": mayChange && mail != nil, "trial_path": Paths.mailTrial,
            "address": address,
        ]
        return Page("admin/mail/index", room: .admin, values)
    }

    private func told(_ still: MailStandstill, _ say: Speech) -> [String: Any] {
        [
            "since": say(
                "mail.standstill",
                ["day": say.date(still.since.day(in: home.zone)), "hour": "\(still.since.hour(in: home.zone))"]),
            "told": still.told,
        ]
    }

    private func line(of queued: QueuedMessage, _ say: Speech) -> [String: Any] {
        [
            "kind": say("mail.kind.\(queued.message.kind.rawValue)"), "address": queued.message.address,
            "told": queued.told.isEmpty ? say("mail.no_address") : queued.told,
            "day": say.date((queued.failedAt ?? queued.writtenAt).day(in: home.zone)),
            "repeat_path": Paths.mailRepeat(queued.message.id), "removal_path": Paths.mailRemoval(queued.message.id),
        ]
    }

    private func letter(_ queued: QueuedMessage, _ say: Speech) -> [String: Any] {
        [
            "subject": queued.message.subject, "path": Paths.mail(queued.message.id),
            "to": "\(queued.reader.text(say)), \(queued.message.address)",
        ]
    }
}

extension MailServer.Security {
    fileprivate var key: String {
        switch self {
        case .tls: "tls"
        case .startTLS: "start_tls"
        case .none: "plain"
        }
    }
}
