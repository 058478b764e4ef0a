import Foundation
import HTTPTypes
import HummingbirdTesting
import Methods
import Support
import Surveys
import Testing

@testable import Web

/// All that a published wave shows to people and machines: reports, slides, sheets, posters, the page for everybody, each
/// question, the tables and the document.
struct Everything {
    let pages: [String: ReadPage]
    let document: String
    /// For Excel, and for analysis.
    let tables: [String]

    /// Reads all of it, as a browser would, and sees that each page came whole.
    init(of wave: Wave, asking instrument: Instrument, by visitor: Visitor, _ client: any TestClientProtocol)
        async throws
    {
        var pages: [String: ReadPage] = [:]
        func keep(_ path: String, _ answer: TestResponse) {
            #expect(answer.status == .ok, "\(path)")
            #expect(!answer.text.contains("⟦"), "\(path)")
            #expect(!Self.lacksFigure(answer.text), "\(path)")
            #expect(answer.page.headings.count == 1, "\(path)")
            pages[path] = answer.page
        }
        let document = try await visitor.get("/waves/\(wave.id)/results.json", client)
        #expect(document.status == .ok)
        let questions = instrument.items.map { "results/0/questions/\($0.id)" } + ["results/files"]
        let own = ["", "/1", "/0/slides", "/1/slides", "/0/sheet", "/1/sheet", "/0/sheets"].map { "results\($0)" }
        for language in ["nl", "en"] {
            for part in own + questions + ["posters"] {
                let answer = try await visitor.get("/waves/\(wave.id)/\(part)", client, language: language)
                keep("\(language) \(part)", answer)
            }
            for query in ["", "?group=1"] {
                let answer = try await client.get("/d/\(wave.slug)\(query)", language: language)
                keep("\(language) share\(query)", answer)
            }
        }
        var tables: [String] = []
        for table in ["spreadsheet", "analysis"] {
            let answer = try await visitor.get("/waves/\(wave.id)/results/files/\(table).csv", client)
            #expect(answer.status == .ok && !Self.lacksFigure(answer.text), "\(table)")
            tables.append(answer.text)
        }
        (self.pages, self.document, self.tables) = (pages, document.text, tables)
    }

    /// Whether it says what a program says where there is no figure.
    private static func lacksFigure(_ text: String) -> Bool {
        text.firstMatch(of: /(?i)\b(nan|inf|infinity|nil|optional)\b/) != nil
    }

    var report: ReadPage { pages["nl results"] ?? ReadPage("") }
    var share: ReadPage { pages["nl share"] ?? ReadPage("") }
    var slides: ReadPage { pages["nl results/0/slides"] ?? ReadPage("") }
    var sheet: ReadPage { pages["nl results/0/sheet"] ?? ReadPage("") }

    func question(_ item: String) -> ReadPage { pages["nl results/0/questions/\(item)"] ?? ReadPage("") }

    /// The document, read by its names.
    func told() throws -> ReadDocument { try JSONDecoder().decode(ReadDocument.self, from: Data(document.utf8)) }

    /// On which pages this stands, as it stands in their source.
    func holding(_ source: String) -> [String] {
        pages.filter { $0.value.source.contains(source) }.map(\.key).sorted()
    }
}
