import Foundation

/// A line of the head of a message: of one line whatever stands in it, and readable by every program.
struct MailHeader {
    let name: String
    let value: String

    /// What somebody typed; signs outside ASCII are encoded (RFC 2047), and nothing in it can begin another line.
    init(_ name: String, text: String) {
        self.init(name, plain: Self.encoded(text))
    }

    /// What the program itself wrote, in ASCII.
    init(_ name: String, plain: String) {
        (self.name, value) = (name, plain)
    }

    init(_ name: String, _ mailbox: MailAddress) {
        let said = mailbox.name.isEmpty ? mailbox.address : Self.phrase(mailbox.name) + " <\(mailbox.address)>"
        self.init(name, plain: said)
    }

    var line: String { "\(name): \(value)" }

    /// A name as it stands before an address: quoted, or encoded.
    private static func phrase(_ name: String) -> String {
        let plain = oneLine(name)
        guard plain.utf8.allSatisfy({ (32...126).contains($0) }), !plain.contains("=?") else { return encoded(plain) }
        return "\"" + plain.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func encoded(_ text: String) -> String {
        let plain = oneLine(text)
        let isPlain =
            plain.utf8.allSatisfy { (32...126).contains($0) } && !plain.contains("=?") && plain.utf8.count < 60
        return isPlain ? plain : words(plain).joined(separator: "\r\n ")
    }

    /// An encoded word is of 75 signs at most, and never ends within a character.
    private static func words(_ text: String) -> [String] {
        var (words, word) = ([String](), "")
        for character in text {
            if word.utf8.count + character.utf8.count > 45, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word.append(character)
        }
        return (words + [word]).map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }
    }

    /// Without line ends and other signs that are no text; what joins letters and pictures stays.
    private static func oneLine(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { line.append(isText(scalar) ? scalar : " ") }
        return String(line)
    }

    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
