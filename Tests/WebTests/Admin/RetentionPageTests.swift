import Core
import Foundation
import HTTPTypes
import HummingbirdTesting
import Support
import Surveys
import Testing

@testable import Store

/// What the council reads about what goes, and when.
@Suite struct RetentionPageTests {
    @Test func `what goes next stands on the page, of the own organisation, without a command to run`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        try await house.addUnits("path;headcount\nZorg;40\n")
        let other = try await house.store.addOrganisation("ander", name: "Ander")
        try await house.addUnits("path;headcount\nBouw;40\n", in: other)
        for (title, home) in [("Onze meting", house.organisation), ("Hun meting", other)] {
            let draft = try house.store.draft(title, pack: "pulse", in: home)
            try await house.store.add(draft)
            try await house.store.open(draft.id, in: home.id)
            try await house.store.close(draft.id, in: home.id)
        }
        let council = try await house.visitor(.council)
        try await house.test { client in
            let page = try await council.get("/admin/retention", client).text
            // hr and the administrator are signed out sooner than all others (`SignIns.swift`).
            for told in ["twaalf uur, of een uur", "hooguit acht uur, of een kwartier"] { #expect(page.contains(told)) }
            // As long as the program keeps its own copies (`Store.backupDays`).
            let days = "nog hooguit \(Store.backupDays) dagen."
            for told in [
                "Dan worden ze gewist. In reservekopieën van voor die dag staan ze \(days)",
                "na het sluiten. In reservekopieën van voor die dag staat het \(days)",
                "gaan ze vanzelf weg. In reservekopieën van voor die dag staan ze \(days)",
            ] { #expect(page.contains(told), "\(told)") }
            #expect(page.contains("Er hoeft nu niets weg.") && page.contains("Onze meting"))
            #expect(!page.contains("weefsel retention") && !page.contains("Hun meting"))
        }
        time.pass(31 * 86_400)
        let (later, admin) = (try await house.visitor(.council), try await house.visitor(.admin))
        try await house.test { client in
            let page = try await later.get("/admin/retention", client).text
            #expect(page.contains("<li>Losse antwoorden: Onze meting</li>") && !page.contains("Hun meting"))
            #expect(!page.contains("Er hoeft nu niets weg."))
            #expect(
                try await admin.get("/admin/retention", client).text.contains(
                    "weefsel retention --dry-run --data GEGEVENSMAP"))
        }
    }

    @Test func `days on which something goes stand on the page, and what went, without a name`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        let today = House.morning.day(in: house.organisation.zone)
        let anna = try await house.addMember("Anna Weg")
        try await house.addMember("Bram Vertrekt", leftOn: today)
        let hr = try await house.visitor(.hr)
        _ = try await house.store.invite(nil, again: false, by: hr.account, in: house.organisation.id)
        try await house.store.eraseMember(anna, by: hr.account, in: house.organisation.id)
        #expect(
            try await house.store.coming(in: house.organisation.id).filter { $0.kind != "log" } == [
                Coming(kind: "invitations", name: "1", day: today + 32),
                Coming(kind: "leavers", name: "1", day: today + 366),
            ])
        let council = try await house.visitor(.council)
        try await house.test { client in
            let page = try await council.get("/admin/retention", client)
            #expect(page.page.texts.contains("Medewerkers die langer dan een jaar weg zijn: 1"))
            #expect(page.text.contains("6 oktober 2027"))
            #expect(page.page.texts.contains("Persoon gewist"))
            for name in ["Anna", "Bram"] { #expect(!page.text.contains(name)) }
        }
    }

    @Test func `who left a year ago goes by itself, and a page says when`() async throws {
        let time = Timepiece(House.morning)
        let house = try await House { $0.clock = time.clock }
        try await house.addUnits("path;headcount\nZorg;40\n")
        let today = House.morning.day(in: house.organisation.zone)
        let gone = try await house.addMember("Anna Weg", ["Zorg"], leftOn: today - 10)
        let stays = try await house.addMember("Bram Blijft", ["Zorg"])
        let (hr, council) = (try await house.visitor(.hr), try await house.visitor(.council))
        try await house.test { client in
            let page = try await council.get("/admin/retention", client).text
            #expect(page.contains("Tot een jaar na iemands laatste werkdag") && page.contains("Er hoeft nu niets weg."))
            let kept = try await hr.get("/admin/members/\(gone)/kept", client).text
            #expect(kept.contains("Weg vanaf zondag 26 september 2027."), "\(kept)")
        }
        time.pass(355 * 86_400)
        _ = try await house.store.keepPromises(isDry: false)
        #expect(try await house.store.allMembers(in: house.organisation.id).count == 2)
        time.pass(86_400)
        let later = try await house.visitor(.council)
        try await house.test { client in
            let page = try await later.get("/admin/retention", client).text
            #expect(page.contains("<li>Medewerkers die langer dan een jaar weg zijn: 1</li>"))
        }
        _ = try await house.store.keepPromises(isDry: false)
        #expect(try await house.store.allMembers(in: house.organisation.id).map(\.id) == [stays])
        try await house.test { client in
            let page = try await later.get("/admin/log", client).text
            #expect(page.contains("Persoon gewist") && !page.contains("Anna"))
        }
    }
}
