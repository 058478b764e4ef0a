public import Core

extension Store {
    /// Writes down somebody who works here.
    public func add(_ member: Member, by account: Account.ID?, in organisation: Organisation.ID) async throws {
        try member.check()
        let moment = clock.now
        try await write { transaction in
            try transaction.checkFits(member, in: transaction.units(in: organisation), organisation)
            try transaction.insert([member], in: organisation)
            let home = try transaction.organisation(organisation)
            let units = member.places.map(\.unit)
            try transaction.beginCounting(units, onlyEmpty: true, in: organisation)
            try transaction.recount(units, on: moment.day(in: home.zone), in: organisation)
            try transaction.audit(.memberAdded, "", about: member.id, by: account, at: moment, in: home)
        }
    }

    /// Changes what stands of a member, unless somebody else did since its version.
    public func change(_ member: Member, by account: Account.ID?, in organisation: Organisation.ID) async throws {
        try member.check()
        let moment = clock.now
        try await write { transaction in
            let before = try transaction.member(member.id, in: organisation)
            guard before.version == member.version else { throw Conflict.changedMeanwhile }
            try transaction.checkFits(member, in: transaction.units(in: organisation), organisation)
            try transaction.save(member, in: organisation)
            let home = try transaction.organisation(organisation)
            let units = before.places.map(\.unit) + member.places.map(\.unit)
            try transaction.beginCounting(member.places.map(\.unit), onlyEmpty: true, in: organisation)
            try transaction.recount(units, on: moment.day(in: home.zone), in: organisation)
            try transaction.audit(.memberChanged, "", about: member.id, by: account, at: moment, in: home)
        }
    }
}

extension Transaction {
    /// What can be said only beside the others.
    func checkFits(_ member: Member, in tree: UnitTree, _ organisation: Organisation.ID) throws {
        if let number = member.number {
            let query = "SELECT id FROM member WHERE organisation_id = $1 AND number_key = $2"
            let holder: Member.ID? = try row(query, organisation, Member.key(ofNumber: number))?["id"]
            guard holder == nil || holder == member.id else { throw Member.Refusal.numberIsTaken }
        }
        guard member.places.allSatisfy({ tree[$0.unit] != nil }) else { throw Member.Refusal.unitIsMissing }
    }

    func insert(_ members: [Member], in organisation: Organisation.ID) throws {
        let person = """
            INSERT INTO person (id, organisation_id, name, name_key, is_member) VALUES ($1, $2, $3, $4, $5)
            """
        try insertEach(
            person,
            members.lazy.map {
                [$0.id, organisation, $0.name.trimmed, Account.key(of: $0.name), true] as [any Storable]
            })
        let insert = """
            INSERT INTO member (organisation_id, id, number, number_key, email, function_group, left_on, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """
        try insertEach(
            insert,
            members.lazy.map {
                [
                    organisation, $0.id, $0.number, $0.number.map(Member.key(ofNumber:)), $0.email, $0.functionGroup,
                    $0.leftOn, 0,
                ] as [any Storable]
            })
        try insertPlaces(of: members, in: organisation)
    }

    func save(_ member: Member, in organisation: Organisation.ID) throws {
        let update = """
            UPDATE member SET number = $1, number_key = $2, email = $3, function_group = $4, left_on = $5,
                version = version + 1
            WHERE organisation_id = $6 AND id = $7 AND version = $8
            """
        let saved = try run(
            update, member.number, member.number.map(Member.key(ofNumber:)), member.email, member.functionGroup,
            member.leftOn, organisation, member.id, member.version)
        guard saved == 1 else { throw Conflict.changedMeanwhile }
        try run(
            "UPDATE person SET name = $1, name_key = $2 WHERE id = $3", member.name.trimmed,
            Account.key(of: member.name), member.id)
        try run("DELETE FROM member_unit WHERE organisation_id = $1 AND member_id = $2", organisation, member.id)
        try insertPlaces(of: [member], in: organisation)
    }

    private func insertPlaces(of members: [Member], in organisation: Organisation.ID) throws {
        let insert = """
            INSERT INTO member_unit (organisation_id, member_id, place, unit_id, from_on, until_on)
            VALUES ($1, $2, $3, $4, $5, $6)
            """
        let rows = members.lazy.flatMap { member in
            member.places.enumerated().map { number, place in
                [organisation, member.id, number, place.unit, place.from, place.until] as [any Storable]
            }
        }
        try insertEach(insert, rows)
    }

    /// Units in which somebody works, of whichever organisation.
    func unitsOfWork(of person: Person.ID) throws -> [Unit.ID] {
        try rows("SELECT unit_id FROM member_unit WHERE member_id = $1", person).map { try $0["unit_id"] }
    }
}
