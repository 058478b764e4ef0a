import Disclosure
import Files

/// `report.json`: the document of results, how many rows the file has, and what was understood of it.
public struct FileDocument: Encodable {
    private let document: ResultsDocument
    private let report: FileReport
    private let remarks: [String]

    /// - Parameters:
    ///   - report: the figures.
    ///   - remarks: what was assumed, in words.
    public init(_ report: FileReport, remarks: [String]) {
        self.report = report
        self.remarks = remarks
        document = ResultsDocument(report.report, name: \.label)
    }

    private enum Key: String, CodingKey { case rows, exact, file }

    private enum FileKey: String, CodingKey {
        case encoding, delimiter, columns, units, leftOut = "left_out", lackingThemes = "lacking_themes", remarks
    }

    private struct Column: Encodable {
        let heading: String
        let item: String
    }

    private struct Lacking: Encodable {
        let theme: String
        let items: [String]
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        if let exact = report.exact {
            try exact.encode(to: encoder)
        } else {
            try document.encode(to: encoder)
            try fields.encode(Shown(report.account.rows, .exact), forKey: .rows)
        }
        try fields.encode(report.exact != nil, forKey: .exact)
        try encode(report.account, to: fields.nestedContainer(keyedBy: FileKey.self, forKey: .file))
    }

    /// Numbers of answers stand among the figures alone, where the rules decide about them.
    private func encode(_ account: FileAccount, to given: KeyedEncodingContainer<FileKey>) throws {
        var fields = given
        try fields.encode(account.encoding.rawValue, forKey: .encoding)
        try fields.encode(String(account.delimiter), forKey: .delimiter)
        try fields.encode(account.items.map { Column(heading: $0.heading, item: $0.item) }, forKey: .columns)
        try fields.encode(account.unitsHeading, forKey: .units)
        try fields.encode(account.leftOut, forKey: .leftOut)
        try fields.encode(
            account.lackingThemes.map { Lacking(theme: $0.theme, items: $0.items) }, forKey: .lackingThemes)
        try fields.encode(remarks, forKey: .remarks)
    }
}
