import Core
import Support
import Surveys
import Testing

@testable import Store

/// What is told of somebody: everything that leads to them, where it came from, and nothing of elsewhere.
@Suite struct KeptTests {
    private func kept(_ id: Person.ID, _ house: House) async throws -> Kept {
        try await house.store.kept(of: id, in: house.organisation.id)
    }

    private func part(_ kind: Kept.Kind, _ id: Person.ID, _ house: House) async throws -> Kept.Part? {
        try await kept(id, house).parts.first { $0.kind == kind }
    }

    /// Rows in every table that leads to somebody.
    private func fill(_ id: Person.ID, _ house: House) async throws {
        let (home, wave) = (house.organisation.id, try await house.draftWave("Najaar"))
        let decision = Decision.ID.random()
        try await house.importStaff("nummer;naam;pad\n7;Anna Zwart;Linde > Nacht\n")
        try await house.store.write { transaction in
            try transaction.run("INSERT INTO account VALUES ($1, 'a@linde.example', 'x', 0)", id)
            try transaction.run("INSERT INTO membership VALUES ($1, $2, $3, 'hr', NULL, NULL)", home, id, id)
            let signIn = """
                INSERT INTO sign_in (token_hash, account_id, organisation_id, started_at, seen_at)
                VALUES ($1, $2, $3, $4, $4)
                """
            try transaction.run(signIn, [1, 2, 3] as [UInt8], id, home, House.morning)
            let act = "INSERT INTO audit VALUES ($1, $2, 'unit_changed', '', $3, NULL, 20000, 9)"
            try transaction.run(act, home, AuditLineID.random(), id)
            let seen = "INSERT INTO manifest_seen VALUES ($1, $2, $3, 20000, $4, 0)"
            try transaction.run(seen, home, wave.id, id, [1] as [UInt8])
            let asked = """
                INSERT INTO decision VALUES ($1, $2, 'other', 'Koffie', $3, 20000, 'Ja.', 'nl', NULL)
                """
            try transaction.run(asked, home, decision, id)
            try transaction.run(
                "INSERT INTO decision_agreement VALUES ($1, $2, 'hr', $3, 20000)", home, decision, id)
            try transaction.run("INSERT INTO decision_witness VALUES ($1, $2, 0, $3, 0)", home, decision, id)
            let mail =
                "INSERT INTO mail VALUES ($1, $2, $3, 'results', 'a@b.nl', 's', 't', 'nl', NULL, 0, 0, 0, NULL, '')"
            try transaction.run(mail, home, Message.ID.random(), id)
            try transaction.run("INSERT INTO mail_refusal VALUES ($1, $2)", home, id)
            try fillOfStaff(id, home, transaction)
            let permission = "INSERT INTO permission VALUES ($1, 'x', $2, 21000, 'application/pdf', $3, 1)"
            try transaction.run(permission, home, id, [1] as [UInt8])
        }
    }

    /// What a member of staff has beside, and an entry of a register that they wrote.
    private func fillOfStaff(_ id: Person.ID, _ home: Organisation.ID, _ transaction: Transaction) throws {
        let invitation = "INSERT INTO invitation VALUES ($1, $2, $3, 20000, 20030)"
        try transaction.run(invitation, home, id, [7] as [UInt8])
        // With what this member of staff signs in, under another name.
        let other = try transaction.add("anna", writtenDownBy: nil)
        try transaction.run("INSERT INTO account (id, password, version) VALUES ($1, 'x', 0)", other)
        let own = "INSERT INTO membership VALUES ($1, $2, $3, 'staff', NULL, $4)"
        try transaction.run(own, home, Membership.ID.random(), other, id)
        let entry = """
            INSERT INTO register_entry
            VALUES ($1, $2, 'agreement', 'other', NULL, 'Metingen', 20000, '', 'Ja.', NULL, NULL, $3, NULL)
            """
        try transaction.run(entry, home, RegisterEntry.ID.random(), id)
    }

    private typealias AuditLineID = Identifier<AuditLine>

    @Test func `of everything that leads to somebody a kind tells, with something in it`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nLinde > Zorg;9\nLinde > Nacht;4\n")
        let id = try await house.addMember("Anna Zwart", number: "7", email: "a@linde.example", ["Linde", "Zorg"])
        try await fill(id, house)
        let kept = try await kept(id, house)
        #expect(kept.parts.map(\.kind) == Kept.Kind.allCases)
        for part in kept.parts {
            #expect(part.records.count == (part.kind == .work ? 2 : 1) && !part.origins.isEmpty, "\(part.kind)")
            #expect(part.records.allSatisfy { !$0.isEmpty }, "\(part.kind)")
        }
        #expect(try await part(.earlier, id, house)?.records[0].contains(.init(.unit, .text("Linde > Zorg"))) == true)
        let today = House.morning.day(in: house.organisation.zone)
        let work: [[Kept.Fact]] = [
            [.init(.unit, .text("Linde > Nacht")), .init(.from, .day(today))],
            [.init(.unit, .text("Linde > Zorg")), .init(.until, .day(today - 1))],
        ]
        #expect(try await part(.work, id, house)?.records == work)
    }

    @Test func `every table that is of somebody is told, and no other`() {
        let told = Kept.Kind.allCases.reduce(into: Set<String>()) { $0.formUnion($1.tables) }
        let personal = Migration.all.flatMap(\.tables).filter { $0.value == .personal }.map(\.key)
        #expect(told == Set(personal))
    }

    @Test func `what was typed says by whom and when, and what a list brought says of which day`() async throws {
        let house = try await House()
        try await house.addUnits("path;headcount\nLinde > Zorg;9\n")
        let (hr, today) = (try await house.visitor(.hr), House.morning.day(in: house.organisation.zone))
        let anna = Member(id: .random(), name: "Anna")
        try await house.store.add(anna, by: hr.account, in: house.organisation.id)
        let typed = Kept.Origin.typed(by: .named(hr.name), on: today)
        #expect(try await part(.staff, anna.id, house)?.origins == [typed])
        try await house.importStaff("nummer;naam;pad\n1;Bram;Linde > Zorg\n2;Anna;Linde > Zorg\n", leavers: .stay)
        let bram = try #require(try await house.store.allMembers(in: house.organisation.id).first { $0.name == "Bram" })
        #expect(try await part(.staff, bram.id, house)?.origins == [.list(on: today, by: nil)])
        var changed = bram
        changed.functionGroup = "zorg"
        try await house.store.change(changed, by: hr.account, in: house.organisation.id)
        #expect(
            try await part(.work, bram.id, house)?.origins == [
                .list(on: today, by: nil), .changed(by: .named(hr.name), on: today),
            ])
    }

    @Test func `lines of the log are told by kind, with the day on which the oldest is gone`() async throws {
        let house = try await House()
        let id = try await house.addMember("Anna")
        let today = House.morning.day(in: house.organisation.zone)
        let about = try #require(try await part(.about, id, house))
        #expect(about.records[0].prefix(2) == [.init(.act, .word("audit.member_added")), .init(.times, .number(1))])
        #expect(about.goesOn == today + 731)
        #expect(try await part(.staff, id, house)?.goesOn == nil)
    }

    @Test func `nothing of one organisation is told to another`() async throws {
        let house = try await House()
        let other = try await house.store.addOrganisation("els", name: "De Els").id
        let anna = try await house.addMember("Anna")
        await #expect(throws: NotFound.self) { try await house.store.kept(of: anna, in: other) }
        await #expect(throws: Account.Refusal.nobodyOfThatName) {
            try await house.store.kept(named: "anna", in: other)
        }
        let visitor = try await house.visitor(.hr)
        try await house.store.write {
            try $0.run(
                "INSERT INTO membership VALUES ($1, $2, $3, 'board', NULL, NULL)", other, Membership.ID.random(),
                visitor.account)
        }
        let told = try await house.store.kept(of: visitor.account, in: other).parts
        #expect(told.map(\.kind) == [.name, .account, .role])
        #expect(told.last?.records == [[.init(.role, .word("role.board"))]])
    }

    @Test func `who only did something here keeps an account that is of elsewhere to themselves`() async throws {
        let house = try await House()
        let other = try await house.store.addOrganisation("els", name: "De Els")
        let visitor = try await house.visitor(.hr, in: other)
        try await house.store.write {
            try $0.audit(.unitChanged, "", by: visitor.account, at: House.morning, in: house.organisation)
        }
        let told = try await house.store.kept(of: visitor.account, in: house.organisation.id)
        #expect(told.parts.map(\.kind) == [.name, .act])
    }

    @Test func `one of two who share a name is erased by id, and the other stays`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let (one, two) = (try await house.addMember("Jan Smit"), try await house.addMember("Jan Smit"))
        try await house.store.eraseMember(one, by: hr.account, in: house.organisation.id)
        #expect(try await house.store.allMembers(in: house.organisation.id).map(\.id) == [two])
        let line = try await house.store.auditLines(in: house.organisation.id).first { $0.act == .personErased }
        #expect(line?.by == .named(hr.name) && line?.about == .gone)
        await #expect(throws: NotFound.self) {
            try await house.store.eraseMember(one, by: hr.account, in: house.organisation.id)
        }
    }

    @Test func `who signs in is not erased by id, and nobody of another organisation`() async throws {
        let house = try await House()
        let hr = try await house.visitor(.hr)
        let anna = try await house.addMember("Anna")
        let other = try await house.store.addOrganisation("els", name: "De Els").id
        await #expect(throws: NotFound.self) {
            try await house.store.eraseMember(anna, by: hr.account, in: other)
        }
        await #expect(throws: NotFound.self) {
            try await house.store.eraseMember(hr.account, by: hr.account, in: house.organisation.id)
        }
        try await house.store.write { try $0.run("INSERT INTO account VALUES ($1, NULL, 'x', 0)", anna) }
        await #expect(throws: Kept.Refusal.signsIn) {
            try await house.store.eraseMember(anna, by: hr.account, in: house.organisation.id)
        }
    }
}
