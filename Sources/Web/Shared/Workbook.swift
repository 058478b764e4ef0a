import CXlsxWriter
public import Core
public import Files
import Foundation
import Store

/// Sheets as a workbook of a spreadsheet (XLSX): the head row bold and fixed, numbers as numbers, and every text a text,
/// also one that looks like a formula.
public struct Workbook: Sendable {
    public enum Fault: String, Error, Sendable {
        case isNotWritten = "exports.is_not_written"
        case hasTooManyRows = "exports.has_too_many_rows"
    }

    /// What a browser is told that it is.
    static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    private let sheets: [Sheet]
    private let day: Day

    /// Names of sheets that a spreadsheet refuses are made such as it takes.
    ///
    /// - Parameter day: what the sheets are of, such as the day on which a wave closed. It is written down as the day of
    ///   the file, so that equal sheets are equal bytes.
    public init(_ sheets: [Sheet], of day: Day? = nil) {
        (self.sheets, self.day) = (sheets, day ?? Self.noDay)
    }

    private static let noDay = Day(2000, 1, 1)

    /// Writes the file at a path; where that fails nothing is left there.
    public func write(to path: String) throws(Fault) {
        guard sheets.allSatisfy({ $0.rows.count < SheetWriting.mostRows }) else { throw .hasTooManyRows }
        // Made before the writer opens it, so that nobody else reads along, and so that it need not complain.
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw .isNotWritten }
        do {
            try writeAll(to: path)
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
    }

    /// The bytes of the file, which stands among what an organisation lays aside as long as that takes.
    func bytes(in store: Store, of home: Organisation.ID) throws -> [UInt8] {
        try bytes(at: store.temporary(.workbook, of: home, "\(UUID().uuidString).xlsx"))
    }

    func bytes(at file: URL) throws -> [UInt8] {
        defer { try? FileManager.default.removeItem(at: file) }
        try write(to: file.path)
        return [UInt8](try Data(contentsOf: file))
    }

    private func writeAll(to path: String) throws(Fault) {
        guard let workbook = Self.open(path) else { throw .isNotWritten }
        let formats = SheetFormats(workbook)
        var isWhole = true
        for (sheet, name) in zip(sheets, SheetNames(sheets.map(\.name)).all) {
            guard let worksheet = workbook_add_worksheet(workbook, name) else { isWhole = false; continue }
            var writing = SheetWriting(worksheet, formats)
            isWhole = writing.write(sheet) && isWhole
        }
        var properties = lxw_doc_properties()
        properties.created = time_t(day.number * 86_400)
        workbook_set_properties(workbook, &properties)
        // Closing writes the file, and gives everything back whatever happens.
        let closed = workbook_close(workbook)
        guard isWhole, closed == LXW_NO_ERROR else { throw .isNotWritten }
    }

    /// What is laid aside while it works lies beside the file, not in a folder of the system.
    private static func open(_ path: String) -> UnsafeMutablePointer<lxw_workbook>? {
        let folder = strdup(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        defer { free(folder) }
        var options = lxw_workbook_options(constant_memory: 0, tmpdir: folder, use_zip64: 0)
        return workbook_new_opt(path, &options)
    }
}
