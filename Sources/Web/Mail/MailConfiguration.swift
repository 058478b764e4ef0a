public import Mail
import Store

/// How messages leave this server.
public struct MailConfiguration: Sendable {
    public enum Way: Sendable {
        case server(MailServer)
        /// They stay here, and a page shows what would be sent.
        case mailbox
    }

    public let way: Way
    /// As which address they come; the name of the organisation stands before it.
    public let from: String

    public init(_ way: Way, from: String) { (self.way, self.from) = (way, from) }

    /// For where nothing may go out.
    static let mailbox = MailConfiguration(.mailbox, from: "weefsel@demo.invalid")

    var server: MailServer? {
        guard case .server(let server) = way else { return nil }
        return server
    }
}

extension Pages {
    /// Nil where this server sends no mail, and offers none.
    var mail: MailConfiguration? { kind == .demo ? .mailbox : configuration.mail }
}
