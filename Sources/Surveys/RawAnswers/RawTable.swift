import Core
import Crypto
public import Files
public import Methods

/// What a file of raw answers holds: of a research wave, a row a person and a column a question.
///
/// A row bears no code, key, time or block. What only a staff group was asked is in no row: it is kept apart, and beside
/// the rest it would tell who somebody is.
public struct RawTable: Sendable {
    private let columns: [RawColumn]
    /// Themes whose questions are in no column.
    public let leftOut: [Theme]
    /// Bytes of a row as it is kept.
    public let width: Int

    public init(_ instrument: Instrument) {
        let layout = Layout(instrument, isResearch: true)
        leftOut = instrument.themes.filter { !$0.onlyFor.isEmpty }
        width = layout.items.count
        let items = instrument.themes.filter(\.onlyFor.isEmpty).flatMap { theme in
            theme.items.compactMap { item in
                layout.place(of: item.id).map { RawColumn(item, of: theme, on: instrument.scale(of: item), at: $0) }
            }
        }
        columns =
            items
            + instrument.background.compactMap { question in
                layout.place(of: question.id).map { RawColumn(question, at: $0) }
            }
    }

    /// Each column with its words and answers, as a hash: what somebody agrees to who lets these answers out.
    public var asked: Set<String> {
        Set(
            columns.map { column in
                let bytes = DelimitedText.forAnalysis.bytes(
                    of: Sheet(name: "", heads: [], rows: Self.rows(of: column).map { Array($0.prefix(Self.agreed)) }))
                return SHA256.hash(data: bytes).prefix(Self.enough).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
                    .joined()
            })
    }

    /// Cells of the codebook that say what was asked: the others say how it is scored.
    private static let agreed = 7
    /// Bytes of a hash: two questions of one organisation never share these.
    private static let enough = 16

    public var numberOfItems: Int { columns.count { $0.meaning.kind == .item } }
    public var numberOfBackground: Int { columns.count - numberOfItems }

    /// The names of the columns, as the first line of the file (RFC 4180).
    public var head: [UInt8] {
        DelimitedText.forAnalysis.bytes(of: Sheet(name: "", heads: columns.map(\.id), rows: []))
    }

    /// Adds one row as a line of the file. What was not answered is an empty cell.
    public func append(_ row: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        for (number, column) in columns.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += column.cells[Int(row[row.startIndex + column.place])]
        }
        bytes.append(13)
        bytes.append(10)
    }

    /// A row for each answer that a column can hold, in words that are the same in every language.
    public var codebook: Sheet {
        Sheet(name: "codebook", heads: Self.heads, rows: columns.flatMap(Self.rows))
    }

    private static let heads = [
        "column", "kind", "question_nl", "question_en", "value", "label_nl", "label_en", "reversed", "theme", "missing",
    ]

    private static func rows(of column: RawColumn) -> [[Sheet.Value]] {
        let meaning = column.meaning
        return meaning.answers.map { answer in
            [
                column.id, meaning.kind.rawValue, meaning.wording[.dutch], meaning.wording[.english], answer.value,
                answer.label[.dutch], answer.label[.english], meaning.isReversed ? "yes" : "no", meaning.theme,
                meaning.isConditional ? "empty-or-not-asked" : "empty",
            ].map(Sheet.Value.text)
        }
    }
}
