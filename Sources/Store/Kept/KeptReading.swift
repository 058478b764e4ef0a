public import Core

extension Store {
    /// All that stands under one name in this organisation, with where it came from and when it goes.
    public func kept(of person: Person.ID, in organisation: Organisation.ID) async throws -> Kept {
        try await read { transaction in
            guard try transaction.organisations(thatKnow: person).contains(where: { $0.id == organisation }) else {
                throw NotFound()
            }
            return try transaction.kept(of: person, in: organisation)
        }
    }

    /// The same of who signs in: of the account, and of the member of staff here whom it is for.
    public func ownKept(of account: Account.ID, in organisation: Organisation.ID) async throws -> [Kept] {
        let query = """
            SELECT member_id FROM membership
            WHERE organisation_id = $1 AND account_id = $2 AND member_id IS NOT NULL
            """
        return try await read { transaction in
            let members: [Person.ID] = try transaction.rows(query, organisation, account).map { try $0["member_id"] }
            return try ([account] + members).map { try transaction.kept(of: $0, in: organisation) }
        }
    }

    /// The same of everybody of this name whom the organisation knows.
    public func kept(named name: String, in organisation: Organisation.ID) async throws -> [Kept] {
        try await read { transaction in
            try transaction.persons(named: name, knownTo: organisation).map {
                try transaction.kept(of: $0, in: organisation)
            }
        }
    }
}

extension Transaction {
    func kept(of person: Person.ID, in home: Organisation.ID) throws -> Kept {
        guard let row = try row("SELECT name FROM person WHERE id = $1", person) else { throw NotFound() }
        let name: String = try row["name"]
        let parts = try Kept.Kind.allCases.compactMap { kind -> Kept.Part? in
            let records = try kind == .name ? [[.init(.name, .text(name))]] : records(kind, of: person, in: home)
            guard !records.isEmpty else { return nil }
            return Kept.Part(
                kind: kind, records: records, origins: try origins(of: kind, person, in: home),
                goesOn: try goesOn(kind, person, in: home))
        }
        return Kept(id: person, name: name, parts: parts)
    }

    private func records(_ kind: Kept.Kind, of person: Person.ID, in home: Organisation.ID) throws -> [[Kept.Fact]] {
        switch kind {
        case .name: []
        case .staff: try rows(Self.staff, home, person).map(Kept.Fact.ofStaff)
        case .work: try work(of: person, in: home)
        case .earlier: try earlier(of: person, in: home)
        case .invitation: try rows(Self.invitations, home, person).map(Kept.Fact.ofInvitation)
        case .signsIn: try account(of: person).map { [[Kept.Fact(.name, .text($0.name))]] } ?? []
        case .account: try rows(Self.account, home, person).map(Kept.Fact.ofAccount)
        case .role: try roles(of: person, in: home)
        case .signIn: try signIns(of: person, in: home)
        case .act: try rows(Self.lines("account_id"), home, person).map(Kept.Fact.ofLines)
        case .about: try rows(Self.lines("about_id"), home, person).map(Kept.Fact.ofLines)
        case .message: try rows(Self.messages, home, person).map(Kept.Fact.ofMessage)
        case .noMail: try rows(Self.noMail, home, person).map { _ in [Kept.Fact(.noMail, .hidden)] }
        case .reading: try rows(Self.readings, home, person).map(Kept.Fact.ofReading)
        case .decision: try rows(Self.decisions, home, person).map(Kept.Fact.ofDecision)
        case .agreement: try rows(Self.agreements, home, person).map(Kept.Fact.ofAgreement)
        case .witness: try rows(Self.witnesses, home, person).map(Kept.Fact.ofWitness)
        case .register: try rows(Self.registers, home, person).map(Kept.Fact.ofRegister)
        case .permission: try rows(Self.permissions, home, person).map(Kept.Fact.ofPermission)
        }
    }

    private func path(of unit: Unit.ID?, _ tree: UnitTree) -> Kept.Value? {
        unit.flatMap { tree[$0] }.map { .text(tree.path(of: $0).joined(separator: Unit.separator)) }
    }

    private func work(of person: Person.ID, in home: Organisation.ID) throws -> [[Kept.Fact]] {
        let query = "SELECT * FROM member_unit WHERE organisation_id = $1 AND member_id = $2 ORDER BY place"
        let tree = try units(in: home)
        return try rows(query, home, person).map { try facts(of: Member.Place($0), tree) }
    }

    private func facts(of place: Member.Place, _ tree: UnitTree) -> [Kept.Fact] {
        [
            path(of: place.unit, tree).map { Kept.Fact(.unit, $0) }, place.from.map { Kept.Fact(.from, .day($0)) },
            place.until.map { Kept.Fact(.until, .day($0)) },
        ].compactMap(\.self)
    }

    private func earlier(of person: Person.ID, in home: Organisation.ID) throws -> [[Kept.Fact]] {
        let query = """
            SELECT staff_import_change.*, done_on FROM staff_import_change
            JOIN staff_import ON staff_import.organisation_id = staff_import_change.organisation_id
                AND staff_import.id = import_id
            WHERE staff_import_change.organisation_id = $1 AND member_id = $2
            """
        let tree = try units(in: home)
        return try rows(query, home, person).map { row in
            let list = Kept.Fact(.list, .day(try row["done_on"]))
            if try row["is_new"] { return [list, Kept.Fact(.isNew, .hidden)] }
            let places: [Member.Place] = try .init(written: row["places"])
            return try [list] + Kept.Fact.ofStaff(row) + places.flatMap { facts(of: $0, tree) }
        }
    }

    private func roles(of person: Person.ID, in home: Organisation.ID) throws -> [[Kept.Fact]] {
        let tree = try units(in: home)
        return try memberships(of: person, in: home).map { held in
            [Kept.Fact(.role, .word("role.\(held.role.rawValue)"))]
                + (path(of: held.unit, tree).map { [Kept.Fact(.unit, $0)] } ?? [])
        }
    }

    private func signIns(of person: Person.ID, in home: Organisation.ID) throws -> [[Kept.Fact]] {
        let query = "SELECT * FROM sign_in WHERE organisation_id = $1 AND account_id = $2 ORDER BY started_at"
        let zone = try organisation(home).zone
        return try rows(query, home, person).map { row in
            let (started, seen): (Moment, Moment) = try (row["started_at"], row["seen_at"])
            return [
                Kept.Fact(.started, .hour(started.day(in: zone), started.hour(in: zone))),
                Kept.Fact(.seen, .hour(seen.day(in: zone), seen.hour(in: zone))),
                Kept.Fact(.device, .device(try row["device"])),
            ]
        }
    }

    private func firstDayWithoutMessage(of person: Person.ID, in home: Organisation.ID) throws -> Day? {
        let query = """
            SELECT MIN(COALESCE(failed_at, written_at)) AS at FROM mail WHERE organisation_id = $1 AND person_id = $2
            """
        let oldest: Moment? = try row(query, home, person)?["at"]
        return try oldest.map { $0.day(in: try organisation(home).zone) + Message.keptDays + 1 }
    }

    /// The first day on which it is gone by itself: of who left, and of the oldest line of the log.
    private func goesOn(_ kind: Kept.Kind, _ person: Person.ID, in home: Organisation.ID) throws -> Day? {
        let column: String
        switch kind {
        case .act: column = "account_id"
        case .about: column = "about_id"
        case .message: return try firstDayWithoutMessage(of: person, in: home)
        case .name, .staff, .work:
            let left = try row("SELECT left_on FROM member WHERE organisation_id = $1 AND id = $2", home, person)
            let day: Day? = try left?["left_on"]
            return day.map { $0 + Store.leaverDays + 1 }
        default: return nil
        }
        let query = "SELECT MIN(day) AS day FROM audit WHERE organisation_id = $1 AND \(column) = $2"
        let oldest: Day? = try row(query, home, person)?["day"]
        return oldest.map { $0 + Store.auditDays + 1 }
    }
}
