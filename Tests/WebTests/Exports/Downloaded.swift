import Core
import Files
import Foundation
import HummingbirdTesting
import Support
import Testing

/// A table that somebody downloaded, with its rows by the names of its columns.
struct Downloaded {
    let heads: [String]
    let rows: [[String: String]]

    init(_ answer: TestResponse, delimiter: Character) throws {
        try self.init(Array(answer.text.utf8), delimiter: delimiter)
    }

    init(_ bytes: [UInt8], delimiter: Character) throws {
        let plain = bytes.starts(with: Self.mark) ? Array(bytes.dropFirst(Self.mark.count)) : bytes
        let sign = try #require(delimiter.asciiValue)
        let lines = try plain.withUnsafeBufferPointer { text in
            var reading = CellRows(text, delimiter: sign)
            var lines: [[String]] = []
            while let row = try reading.next() { lines.append(row.cells.map { $0.text(in: text) }) }
            return lines
        }
        let first = try #require(lines.first)
        #expect(lines.allSatisfy { $0.count == first.count })
        heads = first
        rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(first, $0)) }
    }

    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    func values(_ column: String) -> [String] { rows.map { $0[column, default: "no column"] } }
}

/// A figure as files and the document tell it: a number and its bound, or nothing.
struct ToldFigure: Equatable, CustomStringConvertible {
    let value: Double?
    let bound: String

    init(_ row: [String: String], _ column: String) {
        value = row[column].flatMap(Double.init)
        bound = row[column + "_bound", default: "no column"]
    }

    /// As it stands in the document, where null is nothing.
    init(_ figure: Any?) {
        let figure = figure as? [String: Any]
        value = figure?["value"] as? Double
        bound = figure?["bound"] as? String ?? ""
    }

    var description: String { "\(bound) \(value.map { "\($0)" } ?? "–")" }
}

/// What the document tells, as the rows that a file has of it.
struct DocumentRows {
    struct Row: Equatable {
        let path: String
        let theme: String
        let item: String
        let reason: String
        let band: String
        let kind: String
        let figures: [ToldFigure]
    }

    static let columns = ["n", "mean", "favourable", "neutral", "unfavourable", "sd", "alpha", "score"]
    let rows: [Row]

    init(_ document: String, whole: String) throws {
        let told = try #require(try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
        var rows = Self.rows(told["themes"], whole)
        for unit in told["units"] as? [[String: Any]] ?? [] {
            rows += Self.rows(unit["themes"], (unit["path"] as? [String] ?? []).joined(separator: " > "))
        }
        self.rows = rows
    }

    init(_ table: Downloaded) {
        rows = table.rows.map { row in
            Row(
                path: row["path"] ?? "", theme: row["theme"] ?? "", item: row["item"] ?? "",
                reason: row["reason"] ?? "", band: row["band"] ?? "", kind: row["score_kind"] ?? "",
                figures: Self.columns.map { ToldFigure(row, $0) })
        }
    }

    private static func rows(_ themes: Any?, _ path: String) -> [Row] {
        (themes as? [[String: Any]] ?? []).flatMap { theme in
            let id = theme["id"] as? String ?? ""
            let items = (theme["items"] as? [[String: Any]] ?? []).map { row($0, path, id, item: $0["id"] as? String) }
            return [row(theme, path, id, item: nil)] + items
        }
    }

    private static func row(
        _ told: [String: Any], _ path: String, _ theme: String, item: String?
    ) -> Row {
        let parts = told["distribution"] as? [String: Any]
        let score = told["score"] as? [String: Any]
        let reason = told["reason"] as? String ?? "shown"
        let figures: [Any?] = [
            told["n"], told["mean"], parts?["favourable"], parts?["neutral"], parts?["unfavourable"], told["sd"],
            told["alpha"], score,
        ]
        return Row(
            path: path, theme: theme, item: item ?? "", reason: reason == "shown" ? "" : reason,
            band: told["band"] as? String ?? "", kind: score?["kind"] as? String ?? "",
            figures: figures.map(ToldFigure.init))
    }
}
