/// Why a file cannot be read as text in rows and cells.
public enum TextFileFault: Error, Equatable, Sendable {
    case isBinary(BinaryKind)
    /// The quote that opens on this line has no end, or a text stands behind its end.
    case quoteNeverCloses(line: Int)
    case textBehindQuote(line: Int)
}

/// What a file is that is no text, by how it begins.
public enum BinaryKind: String, CaseIterable, Sendable {
    /// A workbook or another packed folder.
    case workbook
    /// A workbook of before 2007.
    case oldWorkbook
    case spss
    case packed
    case pdf
    case picture
    case database
    case unknown

    init?(_ file: [UInt8]) {
        guard let found = Self.beginnings.first(where: { file.starts(with: $0.bytes) }) else { return nil }
        self = found.kind
    }

    private static let beginnings: [(bytes: [UInt8], kind: BinaryKind)] = [
        ([0x50, 0x4B, 0x03, 0x04], .workbook), ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook),
        (Array("$FL2".utf8), .spss), (Array("$FL3".utf8), .spss), ([0x1F, 0x8B], .packed),
        (Array("%PDF".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47], .picture), ([0xFF, 0xD8, 0xFF], .picture),
        (Array("SQLite format 3".utf8), .database),
    ]
}
