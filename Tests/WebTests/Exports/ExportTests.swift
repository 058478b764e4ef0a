import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

/// The files of a wave: what the report tells its reader, and no more.
@Suite struct ExportTests {
    private static let few = ["Hof": (people: 3, value: 1), "Veld": (people: 34, value: 4), Told.both: (21, 5)]
    private static let kinds = ["workbook.xlsx", "spreadsheet.csv", "analysis.csv"]

    private func asked(
        _ told: Told, _ visitor: Visitor, _ look: @escaping @Sendable (Downloaded, String) throws -> Void
    ) async throws {
        try await told.house.test { client async throws in
            let answer = try await visitor.get(told.path + "/files/analysis.csv", client)
            #expect(answer.status == .ok)
            let document = try await visitor.get(told.path + ".json", client).text
            try look(Downloaded(answer, delimiter: ","), document)
        }
    }

    @Test(arguments: [Told.all, ExportTests.few, ["Hof": (people: 12, value: 4)], [:]])
    func `the file for analysis tells what the document tells, figure by figure`(
        said: [String: (people: Int, value: Int)]
    ) async throws {
        let told = try await Told(said)
        try await asked(told, told.house.visitor(.hr)) { table, document in
            let expected = try DocumentRows(document, whole: "De Linde").rows
            #expect(expected.count >= 10)
            #expect(DocumentRows(table).rows == expected)
        }
    }

    @Test func `a leader gets the own branch, a researcher the whole alone, as in the document`() async throws {
        let told = try await Told()
        let (leader, researcher) = (try await told.leader(of: "Hof"), try await told.house.visitor(.researcher))
        try await asked(told, leader) { table, document in
            let expected = try DocumentRows(document, whole: "De Linde").rows
            #expect(Set(table.values("path")) == ["De Linde", "De Linde > Zorg > Hof"])
            #expect(DocumentRows(table).rows == expected)
        }
        try await asked(told, researcher) { table, document in
            let expected = try DocumentRows(document, whole: "De Linde").rows
            #expect(Set(table.values("path")) == ["De Linde"])
            #expect(Set(table.values("level")) == ["0"])
            #expect(DocumentRows(table).rows == expected)
        }
    }

    @Test func `no file of a leader or researcher names another team`() async throws {
        let told = try await Told()
        let readers =
            [(try await told.leader(of: "Hof"), ["Veld", "Keuken"])]
            + [(try await told.house.visitor(.researcher), ["Hof", "Veld", "Keuken", "Zorg"])]
        try await told.house.test { client async throws in
            for (visitor, names) in readers {
                for kind in Self.kinds {
                    let answer = try await visitor.get("\(told.path)/files/\(kind)", client)
                    #expect(answer.status == .ok)
                    for name in names where kind != "workbook.xlsx" { #expect(!answer.text.contains(name), "\(kind)") }
                }
            }
        }
    }

    @Test func `of a hidden team there is one row a theme, with the reason and no figure`() async throws {
        let told = try await Told(["Hof": (5, 2), "Veld": (30, 4), Told.both: (20, 3)])
        let hr = try await told.house.visitor(.hr)
        try await told.house.test { client async throws in
            let analysis = try await hr.get(told.path + "/files/analysis.csv", client)
            let spreadsheet = try await hr.get(told.path + "/files/spreadsheet.csv", client)
            for name in ["Hof", "Veld"] {
                try Self.isHidden(name, in: Downloaded(analysis, delimiter: ","), "path", "reason", ["n", "mean"])
                try Self.isHidden(
                    name, in: Downloaded(spreadsheet, delimiter: ";"), "Groep", "Waarom leeg",
                    ["Antwoorden", "Gemiddelde", "Gunstig (%)"])
            }
        }
    }

    /// Which of the two is the small one is told by no file.
    private static func isHidden(
        _ name: String, in table: Downloaded, _ path: String, _ reason: String, _ figures: [String]
    ) {
        let rows = table.rows.filter { $0[path]?.hasSuffix(name) == true }
        #expect(rows.count == 2)
        let reasons = Set(rows.compactMap { $0[reason] })
        #expect(reasons == [path == "path" ? "hidden" : "Verborgen om herkenning te voorkomen."])
        for figure in figures {
            let told = rows.map { $0[figure] }
            #expect(told == ["", ""], "\(figure)")
        }
    }

    @Test(arguments: [("nl", "Gemiddelde", "minstens"), ("en", "Mean", "at least")])
    func `the file for a spreadsheet says the same in the words of its reader, with a decimal comma`(
        language: String, mean: String, least: String
    ) async throws {
        let told = try await Told()
        let hr = try await told.house.visitor(.hr)
        try await told.house.test { client async throws in
            let answer = try await hr.get(told.path + "/files/spreadsheet.csv", client, language: language)
            #expect(answer.text.utf8.starts(with: Downloaded.mark))
            let read = try Downloaded(answer, delimiter: ";")
            let other = try await hr.get(told.path + "/files/analysis.csv", client)
            let analysis = try Downloaded(other, delimiter: ",")
            #expect(read.values(mean) == analysis.values("mean").map { $0.replacing(".", with: ",") })
            #expect(read.values(mean).contains { $0.contains(",") })
            let bounds = read.rows.map { row in row.first { $0.key.hasPrefix(mean + ":") }?.value }
            #expect(bounds.contains(least))
            #expect(Set(read.heads).count == read.heads.count)
        }
    }

    @Test func `a file for analysis is the same bytes in every language, and a workbook the same twice`() async throws {
        let told = try await Told()
        let hr = try await told.house.visitor(.hr)
        try await told.house.test { client async throws in
            let path = told.path + "/files/"
            let dutch = try await hr.get(path + "analysis.csv", client, language: "nl")
            #expect(try await hr.get(path + "analysis.csv", client, language: "en").text == dutch.text)
            let book = try await hr.get(path + "workbook.xlsx", client)
            #expect(try await hr.get(path + "workbook.xlsx", client).text == book.text)
            #expect(book.text.utf8.count > 5_000)
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: told.house.store.folder.temporary.path)
        #expect(left.filter { $0.hasPrefix("export") } == [])
    }

    @Test func `each file is fetched under the name of the wave, and kept by nobody on the way`() async throws {
        let told = try await Told()
        let hr = try await told.house.visitor(.hr)
        try await told.house.test { client async throws in
            let types =
                ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]
                + ["text/csv; charset=utf-8", "text/csv; charset=utf-8"]
            for (kind, type) in zip(Self.kinds, types) {
                let answer = try await hr.get("\(told.path)/files/\(kind)", client)
                let isAnalysis = kind.hasPrefix("analysis")
                let ending = kind.hasSuffix("xlsx") ? ".xlsx" : ".csv"
                let name =
                    "filename=\"uitkomsten-najaarsronde\(isAnalysis ? "-voor-analyse" : "")\(ending)\"; filename*="
                    + "UTF-8''Uitkomsten%20Najaarsronde\(isAnalysis ? "%20voor%20analyse" : "")\(ending)"
                #expect(answer.headers[.contentDisposition] == "attachment; " + name)
                #expect(answer.headers[.contentType] == type)
                #expect(answer.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test func `the report leads to the page of files, and that to each of them and to the schema`() async throws {
        let told = try await Told()
        let leader = try await told.leader(of: "Hof")
        try await told.house.test { client async throws in
            #expect(try await leader.get(told.path, client).page.links.contains(told.path + "/files"))
            let page = try await leader.get(told.path + "/files", client).page
            #expect(page.headings == ["Bestanden van Najaarsronde"])
            for kind in Self.kinds { #expect(page.links.contains("\(told.path)/files/\(kind)")) }
            #expect(page.links.contains(told.path + ".json"))
            let schema = try #require(page.links.first { $0.contains("schema") })
            let answer = try await client.get(schema)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "application/schema+json")
        }
    }

    @Test func `of another organisation's wave there is no file`() async throws {
        let told = try await Told()
        let other = try await told.house.store.addOrganisation("wilg", name: "De Wilg")
        let stranger = try await told.house.visitor(.hr, in: other)
        try await told.house.test { client async throws in
            for kind in Self.kinds + [""] {
                #expect(try await stranger.get("\(told.path)/files/\(kind)", client).status == .notFound, "\(kind)")
            }
        }
    }
}
