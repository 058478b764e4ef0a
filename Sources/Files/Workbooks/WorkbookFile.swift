/// A workbook of today (.xlsx) as the rows of texts that a person sees in it. Of a formula its last result counts, of a
/// date the day, of a merged cell what stands in it, once: which these are is told behind the rows.
public struct WorkbookFile {
    public struct Page: Equatable, Sendable {
        public let name: String
        /// Whether whoever opens the workbook does not see it.
        public let isHidden: Bool
        let part: String
    }

    /// Those with cells, in their order; a page that is a chart is none.
    public let pages: [Page]
    private let folder: PackedFolder
    private let allowance: Unpacking.Allowance
    private let texts: [String]
    private let formats: CellFormats

    /// What all that is read of a workbook may unpack into.
    static let mostBytes = 400 << 20

    public init(_ bytes: [UInt8]) throws(WorkbookFault) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw Self.isEncrypted(bytes) ? .isLocked : .isOldWorkbook }
        folder = try PackedFolder(bytes)
        allowance = Unpacking.Allowance(Self.mostBytes)
        let outline = try WorkbookOutline(folder, allowance)
        pages = outline.pages
        texts = try SharedTexts(folder, outline.texts, allowance).all
        formats = try CellFormats(folder, outline.formats, allowance, countsFrom1904: outline.countsFrom1904)
    }

    /// Rows of a page, one after the other.
    public func rows(of page: Page) throws(WorkbookFault) -> WorkbookRows {
        guard let markup = try folder.markup(page.part, allowance) else { throw .isBroken }
        return WorkbookRows(markup, texts, formats)
    }

    /// A workbook with a password is a box of the old kind, in which the new one lies locked.
    private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
        let name = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        return bytes.prefix(1 << 20).firstRange(of: name) != nil
    }
}

extension PackedFolder {
    /// A file as markup; nil where there is none of that name.
    func markup(_ name: String, _ allowance: Unpacking.Allowance) throws(WorkbookFault) -> MarkupReader? {
        guard let (file, packed) = try file(name) else { return nil }
        return try MarkupReader(try Unpacking(file, packed, allowance))
    }
}
