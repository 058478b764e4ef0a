import Foundation

/// One appointment as calendar programs read it (RFC 5545): sent first, changed and taken back under one name.
public struct CalendarEntry: Sendable, Equatable {
    public enum Method: String, Sendable, CaseIterable {
        /// For whoever wants it in their own calendar.
        case publish = "PUBLISH"
        /// For somebody who is asked to come.
        case request = "REQUEST"
        case cancel = "CANCEL"
    }

    /// When it is; times are of the world, so that every calendar shows them in the zone of its reader.
    public enum Span: Sendable, Equatable {
        /// Seconds since 1970, from and until.
        case hours(from: Int, until: Int)
        /// Days since 1970, the last with it.
        case days(first: Int, last: Int)
    }

    /// The same for as long as the appointment lives.
    public let id: String
    /// Rises with each change.
    public let sequence: Int
    public let span: Span
    /// Neutral: calendars are read over shoulders and shared with secretaries.
    public let title: String
    public let text: String
    public let place: String
    /// Where more can be read; empty where there is no such page.
    public let address: String
    public let organiser: MailAddress
    public let guests: [MailAddress]
    /// Seconds since 1970, of when this was written.
    public let writtenAt: Int

    public init(
        id: String, sequence: Int, span: Span, title: String, text: String = "", place: String = "",
        address: String = "", organiser: MailAddress, guests: [MailAddress] = [], writtenAt: Int
    ) {
        (self.id, self.sequence, self.span, self.title) = (id, sequence, span, title)
        (self.text, self.place, self.address) = (text, place, address)
        (self.organiser, self.guests, self.writtenAt) = (organiser, guests, writtenAt)
    }

    /// The file, lines of at most 75 bytes that end in CR LF.
    public func text(_ method: Method) -> String {
        let lines =
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Weefsel//Weefsel//NL", "CALSCALE:GREGORIAN"]
            + ["METHOD:\(method.rawValue)", "BEGIN:VEVENT"] + event(method) + ["END:VEVENT", "END:VCALENDAR"]
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(_ method: Method) -> [String] {
        let host = organiser.address.split(separator: "@").last ?? ""
        var lines = ["UID:\(id)@\(host)", "SEQUENCE:\(sequence)", "DTSTAMP:\(Self.time(writtenAt))"]
        switch span {
        case .hours(let from, let until): lines += ["DTSTART:\(Self.time(from))", "DTEND:\(Self.time(until))"]
        case .days(let first, let last):
            // The end is the first day on which it is over.
            lines += ["DTSTART;VALUE=DATE:\(Self.day(first))", "DTEND;VALUE=DATE:\(Self.day(last + 1))"]
        }
        lines.append("SUMMARY:\(Self.escaped(title))")
        lines += [("DESCRIPTION", text), ("LOCATION", place)].filter { !$0.1.isEmpty }
            .map { "\($0.0):\(Self.escaped($0.1))" }
        if !address.isEmpty { lines.append("URL:\(address)") }
        lines.append("STATUS:\(method == .cancel ? "CANCELLED" : "CONFIRMED")")
        lines.append("ORGANIZER\(Self.named(organiser)):mailto:\(organiser.address)")
        guard method != .publish else { return lines }
        return lines + guests.map { "ATTENDEE\(Self.named($0));ROLE=REQ-PARTICIPANT:mailto:\($0.address)" }
    }

    private static func time(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: TimeInterval(seconds))
            .formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    }

    private static func day(_ number: Int) -> String {
        Date(timeIntervalSince1970: TimeInterval(number * 86_400))
            .formatted(.iso8601.year().month().day().dateSeparator(.omitted))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "\\n")
    }

    /// A name cannot hold a quote or a line end, by no escape (RFC 5545, section 3.2).
    private static func named(_ address: MailAddress) -> String {
        let name = String(address.name.map { $0 == "\"" ? "'" : $0.isNewline || $0 < " " ? " " : $0 })
        return name.isEmpty ? "" : ";CN=\"\(name)\""
    }

    /// Lines go on after 75 bytes with a space in front, never within a character.
    private static func folded(_ line: String) -> String {
        var (folded, bytes) = ("", 0)
        for character in line {
            let size = character.utf8.count
            if bytes + size > 75 {
                folded += "\r\n "
                bytes = 1
            }
            folded.append(character)
            bytes += size
        }
        return folded
    }
}
