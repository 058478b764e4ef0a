/// Where messages are handed in: an address, how the line is secured, and who we are there.
public struct MailServer: Sendable, Equatable {
    public enum Security: String, Sendable, CaseIterable {
        /// From the first byte on (port 465).
        case tls = "smtps"
        /// Begun in plain text and secured before anything is said; a server that does not offer it is refused.
        case startTLS = "smtp"
        /// For a server in the same machine.
        case none = "smtp+plain"
    }

    /// For how many seconds a server may say nothing.
    public struct Patience: Sendable, Equatable {
        public let connecting: Int64
        /// Long: a server that took a message and says so late would get it again.
        public let answering: Int64

        public init(connecting: Int64 = 30, answering: Int64 = 120) {
            (self.connecting, self.answering) = (connecting, answering)
        }
    }

    public let host: String
    public let port: Int
    public let security: Security
    public let user: String
    public let password: String
    /// A file of certificates to trust beside those of the system: a server with one of its own.
    public let certificates: String?
    public let patience: Patience

    public init(
        host: String, port: Int, security: Security, user: String = "", password: String = "",
        certificates: String? = nil, patience: Patience = Patience()
    ) {
        (self.host, self.port, self.security) = (host, port, security)
        (self.user, self.password, self.certificates) = (user, password, certificates)
        self.patience = patience
    }

    /// A name to hold the certificate against; an address of numbers is held against the address itself.
    var name: String? { host.contains(where: \.isLetter) && !host.contains(":") ? host : nil }
}

/// Why a message did not go.
public enum MailFault: Error, Equatable {
    /// Nobody answers, the line broke, or it took too long.
    case isUnreachable(String)
    /// The certificate is not one that we trust, or there is none to be had.
    case isInsecure(String)
    /// The server does not let us in, or not as this sender.
    case refusesUs(String)
    /// The server says to try this message again later.
    case later(String)
    /// The server will never take this message.
    case never(String)

    /// Whether it is about one message; else about the server as a whole, and no message is to blame.
    public var isOfMessage: Bool {
        switch self {
        case .later, .never: true
        case .isUnreachable, .isInsecure, .refusesUs: false
        }
    }

    /// What the server or the system said, on one line.
    public var told: String {
        switch self {
        case .isUnreachable(let told), .isInsecure(let told), .refusesUs(let told), .later(let told), .never(let told):
            told
        }
    }
}
