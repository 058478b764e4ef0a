/// A sheet as delimited text: what separates cells, how a number is written, and whether a mark says that it is UTF-8.
public struct DelimitedText: Sendable {
    private let delimiter: UInt8
    private let decimalSign: UInt8
    private let hasMark: Bool

    /// As spreadsheets with Dutch settings open it by a double click: semicolons, decimal commas, a byte order mark.
    public static let forSpreadsheets = DelimitedText(
        delimiter: UInt8(ascii: ";"), decimalSign: UInt8(ascii: ","), hasMark: true)

    /// As programs for analysis read it (RFC 4180): commas, decimal points, no mark.
    public static let forAnalysis = DelimitedText(
        delimiter: UInt8(ascii: ","), decimalSign: UInt8(ascii: "."), hasMark: false)

    /// The bytes of the file; rows end with a return and a line feed.
    ///
    /// Texts that a spreadsheet would take for a formula are defused in both: nobody can keep a file for analysis from
    /// being opened in one.
    public func bytes(of sheet: Sheet) -> [UInt8] {
        var bytes: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
        append(sheet.heads.map(Sheet.Value.text), to: &bytes)
        for row in sheet.rows { append(row, to: &bytes) }
        return bytes
    }

    private func append(_ row: [Sheet.Value], to bytes: inout [UInt8]) {
        for (place, value) in row.enumerated() {
            if place > 0 { bytes.append(delimiter) }
            append(value, to: &bytes)
        }
        bytes += [13, 10]
    }

    private func append(_ value: Sheet.Value, to bytes: inout [UInt8]) {
        switch value {
        case .nothing: break
        case .number(let number), .marked(let number, _):
            for byte in PlainNumber(number).text.utf8 { bytes.append(byte == UInt8(ascii: ".") ? decimalSign : byte) }
        case .text(let text): appendText(text.defused, to: &bytes)
        }
    }

    private func appendText(_ text: String, to bytes: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        var text = text
        text.withUTF8 { text in
            guard text.contains(where: { $0 == quote || $0 == delimiter || $0 == 10 || $0 == 13 }) else {
                bytes.append(contentsOf: text)
                return
            }
            bytes.append(quote)
            for byte in text {
                if byte == quote { bytes.append(quote) }
                bytes.append(byte)
            }
            bytes.append(quote)
        }
    }
}

extension String {
    /// With an apostrophe before it where a spreadsheet would take it for a formula.
    public var defused: String {
        switch utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: "'" + self
        default: self
        }
    }
}

extension String {
    /// The text that was defused, when it comes back.
    public var undefused: String {
        guard first == "'", case let rest = String(dropFirst()), rest.defused != rest else { return self }
        return rest
    }
}

/// A number as programs read it: the shortest text that gives it back, without an exponent or a needless ".0".
struct PlainNumber {
    let text: String

    init(_ number: Double) {
        guard number.isFinite else { text = ""; return }
        let whole = number.rounded()
        text = whole == number && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }
}
