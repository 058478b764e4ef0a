/// Where messages are handed in: an address, how the line is secured, and who we are there.
public struct MailServer: Sendable, Equatable {
    public enum Security: String, Sendable {
        /// From the first byte on (port 465).
        case tls = "smtps"
        /// Begun in plain text and secured before anything is said; a server that does not offer it is refused.
        case startTLS = "smtp"
        /// For a server in the same machine.
        case none = "smtp+plain"
    }

    public let host: String
    public let port: Int
    public let security: Security
    public let user: String
    public let password: String
    /// A file of certificates to trust beside those of the system: a server with one of its own.
    public let certificates: String?

    public init(
        host: String, port: Int, security: Security, user: String = "", password: String = "",
        certificates: String? = nil
    ) {
        (self.host, self.port, self.security) = (host, port, security)
        (self.user, self.password, self.certificates) = (user, password, certificates)
    }
}

/// Why a message did not go.
public enum MailFault: Error, Equatable {
    /// Nobody answers, the line broke, or it took too long.
    case isUnreachable(String)
    /// The certificate is not one that we trust, or there is none to be had.
    case isInsecure(String)
    /// The server does not let us in.
    case refusesUs(String)
    /// The server says to try again later.
    case later(String)
    /// The server will never take this message.
    case never(String)

    /// Whether trying again may help.
    public var isPassing: Bool {
        if case .never = self { return false }
        return true
    }
}
