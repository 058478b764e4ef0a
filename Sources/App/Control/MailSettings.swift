import Core
import Foundation
import Mail
import Web

/// What the environment says about mail, with each mistake told at start: nobody finds out from messages that never came.
struct MailSettings {
    let mail: String?
    let passwordFile: String?
    let from: String?
    let certificates: String?

    static var found: MailSettings {
        MailSettings(
            mail: Environment["WEEFSEL_MAIL"], passwordFile: Environment["WEEFSEL_MAIL_PASSWORD_FILE"],
            from: Environment["WEEFSEL_MAIL_FROM"], certificates: Environment["WEEFSEL_MAIL_CERTIFICATES"])
    }

    /// Nil where this server sends no mail.
    func configuration() throws(Problems) -> MailConfiguration? {
        guard let mail else {
            guard passwordFile == nil, from == nil, certificates == nil else { throw Self.problem("mail_is_missing") }
            return nil
        }
        guard let from else { throw Self.problem("mail_from_is_missing") }
        guard (try? MailAddress(from)) != nil else { throw Self.problem("mail_from_is_none", from) }
        return MailConfiguration(mail == "mailbox" ? .mailbox : .server(try server(mail)), from: from)
    }

    private func server(_ text: String) throws(Problems) -> MailServer {
        guard let address = URLComponents(string: text), let host = address.host, !host.isEmpty,
            let security = address.scheme.flatMap(MailServer.Security.init(rawValue:)),
            ["", "/"].contains(address.path), address.query == nil, address.fragment == nil
        else { throw Self.problem("mail_is_no_address", text) }
        // It would stand in the list of processes, and in what is printed at start.
        guard address.password == nil else { throw Self.problem("mail_password_in_address") }
        let user = address.user ?? ""
        guard user.isEmpty == (passwordFile == nil) else {
            throw Self.problem(user.isEmpty ? "mail_user_is_missing" : "mail_password_is_missing")
        }
        if security == .none, !Self.isHere(host) { throw Self.problem("mail_plain_elsewhere", host) }
        let server = MailServer(
            host: host.trimmingCharacters(in: ["[", "]"]), port: address.port ?? security.usualPort,
            security: security, user: user, password: try password(), certificates: certificates)
        guard server.hasReadableCertificates else {
            throw Self.problem("mail_certificates_are_none", certificates ?? "")
        }
        return server
    }

    private func password() throws(Problems) -> String {
        guard let passwordFile else { return "" }
        let text = (try? String(contentsOfFile: passwordFile, encoding: .utf8))?.trimmingCharacters(in: .newlines)
        guard let text, !text.isEmpty else { throw Self.problem("mail_password_is_unreadable", passwordFile) }
        return text
    }

    private static func isHere(_ host: String) -> Bool {
        host == "localhost" || host.hasPrefix("127.") || ["::1", "[::1]"].contains(host)
    }

    private static func problem(_ key: String, _ found: String = "") -> Problems {
        Problems(Problem("start.\(key)", ["found": found]))
    }
}

extension MailServer.Security {
    fileprivate var usualPort: Int {
        switch self {
        case .tls: 465
        case .startTLS: 587
        case .none: 25
        }
    }
}

extension MailConfiguration {
    /// As it is printed, without the password.
    var told: String {
        guard case .server(let server) = way else { return "mailbox" }
        let user = server.user.isEmpty ? "" : server.user + "@"
        return "\(server.security.rawValue)://\(user)\(server.host):\(server.port), \(from)"
    }
}
