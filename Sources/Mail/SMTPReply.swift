/// What a server says: three digits and a text, on one line or several.
struct SMTPReply: Equatable {
    let code: Int
    let lines: [String]

    var isDone: Bool { (200..<300).contains(code) }
    var isGoOn: Bool { (300..<400).contains(code) }
    var isLater: Bool { (400..<500).contains(code) }
    /// The server ends the line, whatever was asked.
    var isGoodbye: Bool { code == 421 }

    /// For whoever runs the server: the code and the text, on one line and cut off.
    var told: String { Self.cut("\(code) \(lines.joined(separator: " "))") }

    /// The fault of a message that was refused with this.
    var fault: MailFault { isGoodbye ? .isUnreachable(told) : isLater ? .later(told) : .never(told) }

    /// What others wrote is shown on a page and kept: of one line, and not longer than anybody reads.
    static func cut(_ text: String) -> String {
        String(text.prefix(200).map { $0.isNewline || $0 < " " ? " " : $0 })
    }

    /// Reads lines until a reply is whole.
    struct Reader {
        private var lines: [String] = []
        private static let most = 100

        /// - Returns: the reply, once its last line came.
        /// - Throws: where it is no reply.
        mutating func take(_ line: String) throws -> SMTPReply? {
            guard line.utf8.count >= 3, let code = Int(line.prefix(3)), (200..<600).contains(code) else {
                throw MailFault.isUnreachable(SMTPReply.cut(line))
            }
            lines.append(String(line.dropFirst(4)))
            guard lines.count <= Self.most else { throw MailFault.isUnreachable("too many lines") }
            guard !line.dropFirst(3).hasPrefix("-") else { return nil }
            defer { lines = [] }
            return SMTPReply(code: code, lines: lines)
        }
    }
}
