import Foundation

/// A message to one person: plain text and the same in simple HTML, without pictures, marks or links to elsewhere.
public struct MailMessage: Sendable {
    /// The same at every try, so that a reader's program knows a repeat.
    public let id: String
    public let from: MailAddress
    public let to: MailAddress
    public let subject: String
    public let text: String
    public let html: String
    /// Of the text, such as "nl".
    public let language: String
    /// Seconds since 1970, of when it was written and not of when it goes.
    public let writtenAt: Int
    /// Where its reader ends such messages; nil where it is about the own account.
    public let unsubscribe: String?
    /// Text in the form of a calendar, with its method.
    public let calendar: Calendar?

    public struct Calendar: Sendable {
        public let method: String
        public let text: String

        public init(method: String, text: String) {
            (self.method, self.text) = (method, text)
        }
    }

    public init(
        id: String, from: MailAddress, to: MailAddress, subject: String, text: String, html: String, language: String,
        writtenAt: Int, unsubscribe: String? = nil, calendar: Calendar? = nil
    ) {
        (self.id, self.from, self.to, self.subject) = (id, from, to, subject)
        (self.text, self.html, self.language, self.writtenAt) = (text, html, language, writtenAt)
        (self.unsubscribe, self.calendar) = (unsubscribe, calendar)
    }

    /// The message as it goes over the line (RFC 5322, 2045), lines ending in CR LF.
    public var bytes: [UInt8] {
        let host = from.address.split(separator: "@").last ?? ""
        var head = [
            MailHeader("Date", plain: Self.date(writtenAt)), MailHeader("From", from), MailHeader("To", to),
            MailHeader("Message-ID", plain: "<\(id)@\(host)>"), MailHeader("Subject", text: subject),
            MailHeader("MIME-Version", plain: "1.0"), MailHeader("Content-Language", plain: language),
            // No answer by a machine to a message of a machine (RFC 3834).
            MailHeader("Auto-Submitted", plain: "auto-generated"),
        ]
        if let unsubscribe {
            head.append(MailHeader("List-Unsubscribe", plain: "<\(unsubscribe)>"))
            // With one press in the mail program itself (RFC 8058); a program that only reads links changes nothing.
            head.append(MailHeader("List-Unsubscribe-Post", plain: "List-Unsubscribe=One-Click"))
        }
        let boundary = "=_\(id)"
        head.append(MailHeader("Content-Type", plain: "multipart/alternative; boundary=\"\(boundary)\""))
        var parts = [part("text/plain; charset=utf-8", text), part("text/html; charset=utf-8", html)]
        if let calendar {
            parts.append(part("text/calendar; charset=utf-8; method=\(calendar.method)", calendar.text))
        }
        let body = parts.map { "--\(boundary)\r\n\($0)" }.joined() + "--\(boundary)--\r\n"
        return Array((head.map(\.line).joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }

    private func part(_ type: String, _ content: String) -> String {
        let coded = Data(content.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return "Content-Type: \(type)\r\nContent-Transfer-Encoding: base64\r\n\r\n\(coded)\r\n"
    }

    /// "Mon, 05 Oct 2026 07:00:00 +0000"
    static func date(_ seconds: Int) -> String {
        dates.string(from: Date(timeIntervalSince1970: TimeInterval(seconds)))
    }

    private static let dates: DateFormatter = {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return format
    }()
}
