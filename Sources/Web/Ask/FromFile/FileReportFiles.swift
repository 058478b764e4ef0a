public import Core
public import Foundation
import Methods
import Store
public import Surveys

/// The report of a file of answers as people take it along: a page that opens without a server, and a workbook.
public struct FileReportFiles: Sendable {
    private let pages: Pages
    private let say: Speech

    /// - Parameter resources: where Locales, Templates and Assets are.
    public init(resources: URL, language: Language) async throws {
        let configuration = WebConfiguration(host: "127.0.0.1", port: 0, baseURL: nil, resources: resources)
        pages = try await Pages(configuration, kind: .real)
        say = pages.speech(nil, language)
    }

    /// - Parameters:
    ///   - told: the figures.
    ///   - file: the name of the file, without the folders that it is in.
    ///   - remarks: what was assumed of the file, in words.
    /// - Returns: one document with its styles in it, and nothing that asks a server for more.
    public func page(of told: FileReport, file: String, remarks: [String]) -> String {
        let styles = pages.assets.text(of: "file.css") + (told.report.isExact ? margin : "")
        let view = ReportView(
            report: told.report, pages: pages, say: say, whole: say("files.everybody"), place: .file)
        let page = FilePage(view: view, account: told.account, file: file, remarks: remarks)
        return pages.alone("ask/file/show", page.values, styles: styles, say)
    }

    /// That nothing is hidden, in the margin of every page of paper.
    private var margin: String {
        let text = [say("files.exact_mark"), say("files.exact")].joined(separator: " ")
        return "@page{@bottom-left{content:\"\(text)\";font-size:8pt}}"
    }

    /// Writes five sheets: themes, questions, groups, response and how to read them.
    public func writeWorkbook(of told: FileReport, file: String, remarks: [String], to path: String) throws {
        let subject = ResultsSheets.Subject(
            title: file, whole: say("files.everybody"), closedOn: nil, readers: "", knowsInvited: false,
            notes: remarks)
        try Workbook(ResultsSheets(told.report, of: subject, say: say).all).write(to: path)
    }
}

/// What a report of a file says around its figures.
struct FilePage {
    let view: ReportView
    let account: FileAccount
    let file: String
    let remarks: [String]

    private var say: Speech { view.say }

    var values: [String: Any] {
        let isExact = view.report.isExact
        let count = view.respondents
        let own: [String: Any] = [
            "title": count == 0 ? say("results.title_empty") : say("results.title", ["count": "\(count)"]),
            "crumb": say("files.crumb", ["file": file, "pack": view.instrument.title[say.language]]),
            "response": say("files.response", ["count": "\(count)", "rows": "\(account.rows)"]),
            "exact": isExact ? say("files.exact") : "",
            "who": say(isExact ? "files.who_exact" : "files.who"),
            "remarks": remarks,
            "validation": view.instrument.isValidated ? "" : say("ask.not_validated"),
            "made": say("files.made", ["version": view.instrument.version, "id": view.instrument.id]),
        ]
        return own.merging(ReportBody(view: view).values) { own, _ in own }
    }
}
