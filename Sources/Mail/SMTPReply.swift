/// What a server says: three digits and a text, on one line or several.
struct SMTPReply: Equatable {
    let code: Int
    let lines: [String]

    var isDone: Bool { (200..<300).contains(code) }
    var isGoOn: Bool { (300..<400).contains(code) }
    var isLater: Bool { (400..<500).contains(code) }

    /// For whoever runs the server: the code and the text, on one line and cut off.
    var told: String { String("\(code) \(lines.joined(separator: " "))".prefix(200)) }

    /// Reads lines until a reply is whole.
    struct Reader {
        private var lines: [String] = []
        private static let most = 100

        /// - Returns: the reply, once its last line came.
        /// - Throws: where it is no reply.
        mutating func take(_ line: String) throws -> SMTPReply? {
            guard line.utf8.count >= 3, let code = Int(line.prefix(3)), (200..<600).contains(code) else {
                throw MailFault.isUnreachable(String(line.prefix(80)))
            }
            lines.append(String(line.dropFirst(4)))
            guard lines.count <= Self.most else { throw MailFault.isUnreachable("too many lines") }
            guard line.utf8.count == 3 || !line.dropFirst(3).hasPrefix("-") else { return nil }
            defer { lines = [] }
            return SMTPReply(code: code, lines: lines)
        }
    }
}
