import Foundation
import Support
import Testing

/// What people read stands in the files of words, so that both languages have it.
@Suite struct WordsInCodeTests {
    private func files(in folder: String, _ ending: String) throws -> [(path: String, text: String)] {
        let place = House.root.appendingPathComponent(folder)
        return try FileManager.default.subpathsOfDirectory(atPath: place.path).filter { $0.hasSuffix(ending) }.sorted()
            .map { ($0, try String(contentsOf: place.appendingPathComponent($0), encoding: .utf8)) }
    }

    /// The name of the program, and those of the languages as they call themselves.
    private static let names: Set<String> = ["Weefsel", "Nederlands", "English"]

    @Test func `templates hold no words of their own`() throws {
        let found = try files(in: "Templates", ".mustache").flatMap { path, text in
            let bare = text.replacing(/\{\{[^}]*\}\}/, with: " ")
            let read = bare.matches(of: /\s(?:alt|title|placeholder|aria-label|label)="([^"]*)"/).map { String($0.1) }
            let between = bare.replacing(/<[^>]*>/, with: "\n").replacing(/&[a-z]+;/, with: " ")
            return (between.split(separator: "\n").map(String.init) + read)
                .flatMap { $0.split { !$0.isLetter }.map(String.init) }
                .filter { !Self.names.contains($0) }.map { "\($0) in \(path)" }
        }
        #expect(found == [])
    }

    /// Texts with a space that nobody reads as a sentence: headers, policies, drawings, names of fields.
    private static let technical: Set<String> = [
        "text/html; charset=utf-8", "text/css; charset=utf-8", "text/javascript; charset=utf-8",
        "public, max-age=300", "public, max-age=31536000, immutable", "attachment; filename=\"manifest-.json\"",
        "attachment; filename=\"\"", "text/plain; charset=utf-8", "text/csv; charset=utf-8",
        "attachment; filename=\".\"; filename*=UTF-8''.",
        "Insufficient Storage", "not readyn", " -wrong", " -again",
        "import ", "export ", "M0 ", "m 0", "{{% CONTENT_TYPE:}}n",
        // The made-up organisation of the demo.
        "De Linde",
    ]

    @Test func `the code of pages holds no sentences`() throws {
        let found = try files(in: "Sources/Web", ".swift").flatMap { path, text in
            SwiftLiterals(text).all.filter { $0.contains(" ") && $0.contains(where: \.isLetter) }
                .filter { !Self.technical.contains($0) && $0.wholeMatch(of: /[a-z-]+ '[a-z]+'/) == nil }
                .map { "\($0) in \(path)" }
        }
        #expect(found == [])
    }

    /// What is told of arguments comes in English, with what the parser says itself.
    private static var help: Regex<Substring> { /(?:help|abstract):\s*"(?:\\.|[^"\\])*"/ }

    /// Told where no words can be found.
    private static let withoutWords: Set<String> = [
        " lacks : say with --resources where all of it is.",
        "No Packs, Locales, Templates and Assets in : say where with --resources.",
        "No Locales found: say where with --resources or WEEFSEL_RESOURCES.",
    ]

    /// Between programs, and in files that people read beside the code.
    private static let betweenPrograms: Set<String> = [
        "errno: 98", "Address already in use", "GET  HTTP/1.1", "POST  HTTP/1.1", "Cookie: ", "Host: 127.0.0.1:",
        "Connection: close", "Content-Type: ", "Content-Length: ",
        "name=\"file\"; filename=\"\"rnrn", "--rnContent-Disposition: form-data; rn", "multipart/form-data; boundary=",
        "POST /command HTTP/1.1rnHost: controlrnConnection: closernContent-Length: rnrn",
        "no identifier", "   n", "item   ", "scale  ", "scale  values",
        "# Written by `weefsel check-packs --lock`. Do not change it by hand:",
        "# it is how a changed wording without a new revision is noticed.",
        // Stands in agreements; pages read it back and say it in their own words.
        " (staff)",
    ]

    /// What the people of the made-up nursing home typed, and the keys of a pack that is written.
    private static let others: Set<String> = [
        "Demo/DemoCrowd.swift", "Demo/DemoFile.swift", "Demo/DemoHome.swift", "Demo/DemoPaper.swift",
        "Pack/PackWriting.swift",
    ]

    @Test(arguments: ["App", "Core", "Disclosure", "Methods", "Statistics", "Surveys"])
    func `the code of commands and engines holds no sentences`(module: String) throws {
        let found = try files(in: "Sources/\(module)", ".swift").filter { !Self.others.contains($0.path) }
            .flatMap { path, text in
                SwiftLiterals(text.replacing(Self.help, with: "")).all
                    .filter { $0.contains(" ") && $0.contains(where: \.isLetter) }
                    .filter { !Self.withoutWords.contains($0) && !Self.betweenPrograms.contains($0) }
                    .map { "\($0) in \(path)" }
            }
        #expect(found == [])
    }

    @Test func `a text is found between its quotes, without the values in it`() {
        let source = #"let a = say("Hallo \(name("x y")) daar") // "geen tekst""#
        #expect(SwiftLiterals(source).all == ["x y", "Hallo  daar"])
    }
}
