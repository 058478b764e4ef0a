import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Support
import Testing

@testable import Web

/// What was agreed, assessed and noted, and what a room lacks.
@Suite struct RegistersTests {
    private static let today = House.morning.day(in: TimeZone(identifier: "Europe/Amsterdam") ?? .gmt)
    private static let paper = SentFile("document", name: "brief van Noor.pdf", Array("%PDF-1.7 afspraak".utf8))

    private func house() async throws -> House {
        let house = try await House()
        let home = try await house.store.organisation(house.organisation.id)
        try await house.store.change(home.id, since: home.version, by: nil) { $0.council = .worksCouncil }
        return house
    }

    private func draft(
        _ register: RegisterEntry.Register = .agreement, ground: RegisterEntry.Ground? = .consentOfWorksCouncil,
        room: GuardedRoom? = nil, subject: String = "Metingen", day: Day = today, text: String = "Akkoord."
    ) -> RegisterDraft {
        RegisterDraft(register: register, ground: ground, room: room, subject: subject, day: day, text: text)
    }

    @Test(arguments: [
        (
            Organisation.CouncilKind.worksCouncil,
            [RegisterEntry.Ground.consentOfWorksCouncil, .adviceOfWorksCouncil, .other]
        ),
        (.participationCouncil, [.participationCouncil, .other]), (.preventionCommittee, [.committee, .other]),
        (.none, [.meeting]),
    ])
    func `an agreement stands on what there is where staff are represented so`(
        council: Organisation.CouncilKind, grounds: [RegisterEntry.Ground]
    ) throws {
        for ground in RegisterEntry.Ground.allCases {
            let draft = draft(ground: ground)
            if grounds.contains(ground) {
                try draft.check(on: Self.today, council: council)
            } else {
                #expect(throws: RegisterEntry.Refusal.groundIsMissing) {
                    try draft.check(on: Self.today, council: council)
                }
            }
        }
    }

    @Test func `what says nothing, comes from tomorrow or has no subject is refused`() throws {
        let wrong: [(RegisterDraft, RegisterEntry.Refusal)] = [
            (draft(subject: " "), .subjectIsEmpty),
            (draft(subject: String(repeating: "x", count: 121)), .subjectIsTooLong),
            (draft(day: Self.today + 1), .dayIsLater), (draft(text: " "), .saysNothing),
            (draft(text: String(repeating: "x", count: 4_001)), .textIsTooLong), (draft(ground: nil), .groundIsMissing),
        ]
        for (draft, refusal) in wrong {
            #expect(throws: refusal) { try draft.check(on: Self.today, council: .worksCouncil) }
        }
    }

    @Test func `a room stays closed until both registers name it, and closes where one is ended`() async throws {
        let house = try await house()
        let (store, home) = (house.store, house.organisation.id)
        let hr = try await house.visitor(.hr).account
        #expect(try await store.lacks(.mySpace, in: home) == [.agreement, .assessment])
        #expect(try await store.lacks(.ask, in: home) == [])
        _ = try await store.write(draft(room: .fleetReview), by: hr, in: home)
        let agreed = try await store.write(draft(room: .mySpace), by: hr, in: home)
        #expect(try await store.lacks(.mySpace, in: home) == [.assessment])
        _ = try await store.write(draft(.assessment, ground: nil, room: .mySpace), by: hr, in: home)
        #expect(try await store.lacks(.mySpace, in: home) == [])
        try await store.endRegisterEntry(agreed, by: hr, in: home)
        #expect(try await store.lacks(.mySpace, in: home) == [.agreement])
        await #expect(throws: RegisterEntry.Refusal.isEnded) {
            try await store.endRegisterEntry(agreed, by: hr, in: home)
        }
        let other = try await store.addOrganisation("els", name: "De Els")
        #expect(try await store.registerEntries(in: other.id).isEmpty)
        await #expect(throws: NotFound.self) { try await store.registerEntry(agreed, in: other.id) }
    }

    @Test func `hr writes an agreement with its paper, and everybody of the registers reads it`() async throws {
        let house = try await house()
        let (hr, board) = (try await house.visitor(.hr), try await house.visitor(.board))
        try await house.test { client async throws in
            let new = try await hr.get("/admin/registers/agreement/new", client).text
            for page in [new, try await hr.get("/admin/registers", client).text] {
                #expect(page.contains("href=\"/today\"") && page.contains("Vlootschouw met namen"))
            }
            #expect(new.contains("Instemming van de ondernemingsraad (WOR, artikel 27)") && !new.contains("(Wms)"))
            let fields = [
                ("subject", "Vragen met kaartjes"), ("version", "2"), ("day", "1-10-2026"), ("ground", "wor_27"),
                ("room", "ask"), ("text", "De raad stemt in.\nTot 2028."),
            ]
            let made = try await hr.upload("/admin/registers/agreement", Self.paper, client, fields: fields)
            let path = try #require(made.headers[.location]).prefix { $0 != "?" }
            let page = try await board.get(String(path), client)
            for told in ["Vragen met kaartjes", "De raad stemt in.", "Tot 2028.", hr.name, "donderdag 1 oktober 2026"] {
                #expect(page.text.contains(told), "\(told)")
            }
            #expect(!page.text.contains("Dit geldt niet meer") && !page.text.contains("Noor"))
            let paper = try await board.get("\(path)/paper", client)
            #expect(paper.headers[.contentType] == "application/pdf" && paper.text == "%PDF-1.7 afspraak")
            let ended = try await hr.post("\(path)/ending", [], client)
            #expect(ended.status == .seeOther)
            #expect(try await board.get(String(path), client).text.contains("Geldt niet meer sinds"))
            let again = try await hr.post("\(path)/ending", [], client)
            #expect(again.status == .unprocessableContent && again.text.contains("Deze regel geldt al niet meer"))
        }
        let acts = try await house.store.auditLines(in: house.organisation.id).map(\.act)
        #expect(acts.contains(.registerWritten) && acts.contains(.registerEnded))
    }

    @Test func `a mistake is said beside its field, and nothing that was typed is lost`() async throws {
        let house = try await house()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let fields = [("subject", "Iets"), ("day", "morgen"), ("ground", "wor_27"), ("text", "Zo is het.")]
            let answer = try await hr.upload("/admin/registers/agreement", nil, client, fields: fields)
            #expect(answer.status == .unprocessableContent && answer.text.contains("id=\"day-wrong\""))
            #expect(answer.text.contains("value=\"Iets\"") && answer.text.contains("Zo is het.</textarea>"))
            let text = SentFile("document", name: "a.pdf", Array("geen pdf".utf8))
            let odd = try await hr.upload("/admin/registers/agreement", text, client, fields: fields)
            #expect(odd.text.contains("id=\"document-wrong\"") && odd.text.contains("is geen PDF, PNG of JPEG"))
        }
    }

    @Test func `the council writes what it agreed to, and in no other register`() async throws {
        let house = try await house()
        let council = try await house.visitor(.council)
        try await house.test { client async throws in
            #expect(try await council.get("/admin/registers/agreement/new", client).status == .ok)
            for register in ["assessment", "processing", "subprocessor"] {
                #expect(try await council.get("/admin/registers/\(register)/new", client).status == .notFound)
                let fields = [("subject", "Iets"), ("day", "1-10-2026"), ("text", "Zo.")]
                let sent = try await council.upload("/admin/registers/\(register)", nil, client, fields: fields)
                #expect(sent.status == .notFound)
                #expect(try await !council.get("/admin/registers/\(register)", client).text.contains("Schrijf iets op"))
            }
            #expect(try await council.get("/admin/registers/secrets", client).status == .notFound)
        }
    }

    @Test(arguments: ["nl", "en"])
    func `a prepared text tells what holds here, in each language whole`(language: String) async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            for (name, parts) in [("asking", 9), ("staff", 6), ("processing", 6)] {
                let page = try await hr.get("/admin/registers/texts/\(name)", client, language: language).text
                #expect(page.matches(of: /<h2>/).count == parts, "\(name)")
                #expect(page.contains("De Linde") && page.contains("\(Store.backupDays) da"), "\(name)")
                #expect(!page.contains("{") && !page.contains("⟦"), "\(name)")
            }
        }
    }
}
