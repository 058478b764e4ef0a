import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Methods
import Store
import Support
import Surveys
import Testing

@testable import Web

/// The register of questionnaires: what it tells, and the words and permissions that hr brings in.
@Suite struct RegisterTests {
    private static let path = "/questions/register/uwes-9"
    private static let paper = SentFile("document", name: "brief.pdf", Array("%PDF-1.7 ja".utf8))

    private func words(
        of house: House, version: Int = 0, _ change: (inout [String: String]) -> Void = { _ in }
    ) throws -> [(String, String)] {
        let definition = try #require(house.store.definition("uwes-9", for: house.organisation.id))
        let text = House.words(for: definition)
        var fields = Dictionary(
            LicensedText.parts(of: definition).map { (LicensedTextForm.field($0), text[$0]) },
            uniquingKeysWith: { first, _ in first })
        change(&fields)
        return fields.map { ($0.key, $0.value) } + [("version", "\(version)")]
    }

    private func permission(giver: String = "Universiteit", until: String = "31-12-2027", version: Int = 0)
        -> [(String, String)]
    {
        [("giver", giver), ("until", until), ("version", "\(version)")]
    }

    @Test(arguments: [Role.hr, .board, .council])
    func `the list has every questionnaire with its source, its terms and what is missing`(role: Role) async throws {
        let house = try await House()
        let visitor = try await house.visitor(role)
        try await house.test { client async throws in
            let answer = try await visitor.get("/questions/register", client)
            #expect(answer.status == .ok && answer.isComplete)
            for definition in house.store.definitions(for: house.organisation.id) {
                #expect(answer.page.texts.contains(definition.source), "\(definition.id)")
                #expect(answer.page.texts.contains(definition.terms[.dutch]), "\(definition.id)")
            }
            #expect(answer.page.links.filter { $0.hasPrefix("/questions/register/") }.count == 12)
            #expect(answer.page.texts.contains("Een eigen tekst, niet gevalideerd."))
            #expect(answer.page.texts.contains { $0.contains("Nog geen toestemming") })
        }
    }

    @Test func `hr has forms, who only reads has none, and the sources are plain text`() async throws {
        let house = try await House()
        let (hr, board) = (try await house.visitor(.hr), try await house.visitor(.board))
        try await house.test { client async throws in
            #expect(try await hr.get(Self.path, client).text.contains("name=\"items-nl\""))
            let read = try await board.get(Self.path, client)
            #expect(read.isComplete && !read.text.contains("name=\"items-nl\""))
            #expect(read.page.texts.contains("3 vragen. Antwoorden van 0 tot en met 6. Verteld als gemiddelde."))
            let sources = try await board.get("\(Self.path)/sources", client)
            #expect(sources.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(sources.text.contains("No words of the questionnaire are here"))
            #expect(try await board.get("/questions/register/pulse", client).isComplete)
            #expect(try await board.get("/questions/register/licensed-uwes-9", client).status == .notFound)
        }
    }

    @Test func `the words that hr pastes become a questionnaire that a wave can ask`() async throws {
        let house = try await House()
        try await house.addUnits(Told.lines)
        let hr = try await house.visitor(.hr)
        let odd = "“Ik” & <script>alert(1)</script> 😀 مرحبا"
        try await house.test { client async throws in
            let fields = try words(of: house) { $0["items-nl"] = $0["items-nl"]?.replacing("Vraag 1", with: odd) }
            let saved = try await hr.upload("\(Self.path)/text", nil, client, fields: fields)
            #expect(saved.status == .seeOther && saved.location == Self.path)
            let page = try await hr.get(Self.path, client)
            #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt; 😀 مرحبا"))
            #expect(page.page.texts.contains("Ingevoerd als “Bevlogen”, versie 1."))
            let choices = try await hr.get("/waves/new", client).page
            #expect(choices.texts.contains { $0.contains("Bevlogen") && !$0.contains("Aangepast") })
            // Whoever chooses it hears so before the last step.
            #expect(choices.texts.count { $0.hasPrefix("Voor deze vragenlijst is er geen toestemming.") } == 1)
        }
        let pack = try #require(house.store.pack("licensed-uwes-9", for: house.organisation.id))
        #expect(pack.items.first?.wording[.dutch] == odd && pack.licence.hasPrefix("not ours"))
    }

    @Test func `each mistake is said beside its field with its line, and nothing that was typed is lost`() async throws
    {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let fields = try words(of: house) { fields in
                fields["title-en"] = ""
                fields["items-nl"] = "Alleen <deze>"
                fields["items-en"] = fields["items-en"]?.replacing("Question 4", with: "Question 2")
            }
            let answer = try await hr.upload("\(Self.path)/text", nil, client, fields: fields)
            #expect(answer.status == .unprocessableContent && answer.isComplete)
            for text in [
                "Het aantal regels klopt niet: nodig 9, hier 1. Zet één vraag op elke regel",
                "Regel 4 is gelijk aan regel 2. Haal een van de twee weg of verbeter hem", "Vul een naam in",
            ] {
                #expect(answer.page.texts.contains(text))
                #expect(answer.page.texts.contains("Fout: \(text.prefix(1).lowercased())\(text.dropFirst())"))
            }
            let summary = try #require(answer.text.between("<div class=\"notice stop\"", "</div>"))
            let named = summary.matches(of: /<b>([^<]+):<\/b> <a href="#([a-z-]+)">/).map { "\($0.2) \($0.1)" }
            #expect(
                named == [
                    "title-en Naam in het Engels", "items-nl Vragen in het Nederlands", "items-en Vragen in het Engels",
                ])
            #expect(answer.text.contains("Alleen &lt;deze&gt;</textarea>"))
            #expect(answer.text.contains("value=\"Bevlogen\""))
            #expect(answer.text.contains("Antwoord 6</textarea>"))
        }
        #expect(house.store.pack("licensed-uwes-9", for: house.organisation.id) == nil)
    }

    @Test func `four hundred lines are refused by their number`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let many = (1...400).map { "Vraag \($0)" }.joined(separator: "\n")
            let answer = try await hr.upload(
                "\(Self.path)/text", nil, client, fields: try words(of: house) { $0["items-nl"] = many })
            #expect(answer.status == .unprocessableContent)
            #expect(answer.page.texts.contains { $0.contains("nodig 9, hier 400") })
        }
    }

    @Test func `in two tabs the second hears that somebody was first, and loses nothing`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let first = try await hr.upload("\(Self.path)/text", nil, client, fields: try words(of: house))
            #expect(first.status == .seeOther)
            let second = try await hr.upload(
                "\(Self.path)/text", nil, client, fields: try words(of: house) { $0["title-nl"] = "Anders" })
            #expect(second.status == .conflict && second.text.contains("value=\"Anders\""))
            #expect(second.page.texts.contains("Dit is intussen gewijzigd, door iemand anders of in een ander venster"))
            let kept = try await hr.upload("\(Self.path)/permission", Self.paper, client, fields: permission())
            #expect(kept.status == .seeOther)
            let late = try await hr.upload(
                "\(Self.path)/permission", Self.paper, client, fields: permission(giver: "Iemand anders"))
            #expect(late.status == .conflict && late.text.contains("value=\"Iemand anders\""))
        }
    }

    @Test func `a permission is kept with its paper, which who may read the register can fetch`() async throws {
        let house = try await House()
        let (hr, council) = (try await house.visitor(.hr), try await house.visitor(.council))
        try await house.test { client async throws in
            let sent = try await hr.upload("\(Self.path)/permission", Self.paper, client, fields: permission())
            #expect(sent.status == .seeOther)
            let page = try await council.get(Self.path, client)
            #expect(page.page.texts.contains("Van Universiteit, tot en met vrijdag 31 december 2027."))
            let paper = try await council.get("\(Self.path)/document", client)
            #expect(paper.text == "%PDF-1.7 ja" && paper.headers[.contentType] == "application/pdf")
            #expect(paper.headers[.contentDisposition] == "attachment; filename=\"permission-uwes-9.pdf\"")
            let later = permission(until: "2028-06-30", version: 1)
            #expect(try await hr.upload("\(Self.path)/permission", nil, client, fields: later).status == .seeOther)
            #expect(try await council.get("\(Self.path)/document", client).text == "%PDF-1.7 ja")
        }
    }

    @Test func `a permission that is over already is kept, and the page says at once what it does not allow`()
        async throws
    {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let told = "Deze toestemming gold tot en met"
        try await house.test { client async throws in
            for (version, until, isOver) in [(0, "2020-12-31", true), (1, "2028-06-30", false)] {
                let typed = permission(until: until, version: version)
                let sent = try await hr.upload("\(Self.path)/permission", Self.paper, client, fields: typed)
                let page = try await hr.get(sent.location, client).page
                #expect(page.texts.contains { $0.hasPrefix(told) && $0.contains("31 december 2020") } == isOver)
            }
            #expect(!(try await hr.get("/questions/register/pulse", client).text.contains(told)))
        }
        let log = try await house.visitor(.council)
        try await house.test { client async throws in
            let lines = try await log.get("/admin/log", client).page.texts
            #expect(lines.contains { $0.hasPrefix("UWES") } && !lines.contains("uwes-9"))
        }
    }

    @Test(arguments: [
        ("brief.pdf", "geen pdf", "Dit bestand is geen PDF, PNG of JPEG"),
        ("", "", "Kies een bestand met de toestemming"),
    ]) func `a wrong file is said plainly, beside its field, and the rest stays typed`(
        name: String, content: String, said: String
    ) async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let file = SentFile("document", name: name, Array(content.utf8))
        try await house.test { client async throws in
            let answer = try await hr.upload(
                "\(Self.path)/permission", file, client, fields: permission(giver: "Universiteit \"U\"", until: "ooit"))
            #expect(answer.status == .unprocessableContent && answer.isComplete)
            #expect(answer.page.texts.contains { $0.hasPrefix(said) })
            #expect(
                answer.text.contains("value=\"Universiteit &quot;U&quot;\"") && answer.text.contains("value=\"ooit\""))
            #expect(answer.page.texts.contains { $0.hasPrefix("Vul een dag in zoals 31-12-2027") })
            #expect(answer.text.contains("<b>Laatste dag:</b> <a href=\"#until\">"))
            #expect(answer.text.contains("<b>Het bewijs:</b> <a href=\"#document\">"))
        }
        #expect(try await house.store.permissions(in: house.organisation.id) == [])
    }

    @Test func `another organisation finds neither words nor paper`() async throws {
        let house = try await House()
        try await house.loadWords(of: "uwes-9")
        let hr = try await house.visitor(.hr)
        let other = try await house.store.addOrganisation("wilg", name: "De Wilg")
        let stranger = try await house.visitor(.hr, in: other)
        try await house.test { client async throws in
            _ = try await hr.upload("\(Self.path)/permission", Self.paper, client, fields: permission())
            let page = try await stranger.get(Self.path, client)
            #expect(page.status == .ok && !page.text.contains("Vraag 1") && !page.text.contains("Universiteit,"))
            #expect(try await stranger.get("\(Self.path)/document", client).status == .notFound)
            let choices = try await stranger.get("/waves/new", client)
            #expect(!choices.text.contains("Bevlogen"))
        }
    }

    @Test func `the review says what is missing and where to mend it, and opening is refused with the reason`()
        async throws
    {
        let house = try await House()
        try await house.addUnits(Told.lines)
        try await house.loadWords(of: "uwes-9")
        let wave = try await house.draftWave("Meting", pack: "licensed-uwes-9")
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let today = try await hr.get("/today", client).text
            #expect(today.contains("<b>Meting staat klaar, maar kan zo niet open</b>"))
            let review = try await hr.get("/waves/\(wave.id)/review", client)
            #expect(review.page.texts.contains { $0.hasPrefix("Voor deze vragenlijst is er geen toestemming.") })
            #expect(review.page.links.contains(Self.path) && !review.text.contains("name=\"agreement\""))
            let opening = try await hr.post("/waves/\(wave.id)/opening", [], client)
            #expect(opening.status == .unprocessableContent)
            #expect(opening.page.texts.contains { $0.hasPrefix("Voor deze vragenlijst is er geen toestemming.") })

            let until = wave.closesOn + 1
            let fields = permission(until: "\(until)")
            _ = try await hr.upload("\(Self.path)/permission", Self.paper, client, fields: fields)
            let agreement = try await hr.get("/waves/\(wave.id)/review", client).hidden("agreement")
            let opened = try await hr.post("/waves/\(wave.id)/opening", [("agreement", agreement)], client)
            #expect(opened.status == .seeOther)
            let moved = try await hr.post("/waves/\(wave.id)/end", [("closes", "\(until + 1)")], client)
            #expect(moved.status == .unprocessableContent)
            #expect(moved.page.texts.contains { $0.contains("eindigt voor de laatste dag van de meting") })
            // The permission turns out to end earlier than was thought.
            let sooner = permission(until: "\(wave.closesOn - 1)", version: 1)
            _ = try await hr.upload("\(Self.path)/permission", nil, client, fields: sooner)
            let page = try await hr.get(Self.path, client).page
            #expect(
                page.texts.contains { $0.hasPrefix("Deze meting is langer open dan de toestemming geldt: Meting.") })
        }
    }

    @Test func `a permission goes after one look, and the register warns of a wave that is open without it`()
        async throws
    {
        let house = try await House()
        try await house.addUnits(Told.lines)
        try await house.loadWords(of: "uwes-9")
        let wave = try await house.draftWave("Meting", pack: "licensed-uwes-9")
        let hr = try await house.visitor(.hr)
        let removal = "\(Self.path)/permission/removal"
        try await house.test { client async throws in
            #expect(try await hr.get(removal, client).location == Self.path)
            let fields = permission(until: "\(wave.closesOn)")
            _ = try await hr.upload("\(Self.path)/permission", Self.paper, client, fields: fields)
            try await house.store.open(wave.id, in: wave.organisation)
            #expect(try await hr.get(Self.path, client).page.links.contains(removal))
            for language in ["nl", "en"] {
                let page = try await hr.get(removal, client, language: language)
                #expect(page.status == .ok && page.isComplete)
                #expect(page.page.texts.contains { $0.contains("Universiteit") })
                #expect(page.page.texts.contains { $0.contains("Meting") && $0.contains("register") })
            }
            let stale = try await hr.post(removal, [("version", "7")], client)
            #expect(stale.status == .conflict && stale.isComplete && stale.text.contains("Er is nog niets weg"))
            let gone = try await hr.post(removal, [("version", stale.hidden("version"))], client)
            #expect(gone.status == .seeOther && gone.location == Self.path)
            let page = try await hr.get(Self.path, client).page
            #expect(page.texts.contains { $0.hasPrefix("Deze meting is open zonder toestemming: Meting.") })
            #expect(page.texts.contains { $0.hasPrefix("Nog geen toestemming.") } && !page.links.contains(removal))
            #expect(try await hr.get("\(Self.path)/document", client).status == .notFound)
            #expect(try await hr.post(removal, [("version", "1")], client).location == Self.path)
        }
    }
}
