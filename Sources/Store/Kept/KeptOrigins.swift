import Core

extension Transaction {
    /// Where what is kept of somebody came from, as far as the log and the last list of staff still say.
    func origins(of kind: Kept.Kind, _ person: Person.ID, in home: Organisation.ID) throws -> [Kept.Origin] {
        switch kind {
        case .name, .staff, .work:
            guard try row(Self.staff, home, person) != nil else { return [.ownKind] }
            return try firstOrigin(of: person, in: home) + changes(of: person, in: home)
        case .account:
            return try line(.accountAdded, about: person, in: home).map { [.added(by: $0.by, on: $0.day)] }
                ?? [.ownKind]
        case .earlier, .invitation, .signsIn, .role, .signIn, .act, .about, .message, .noMail, .reading, .decision,
            .agreement, .witness, .permission, .register:
            return [.ownKind]
        }
    }

    private func firstOrigin(of person: Person.ID, in home: Organisation.ID) throws -> [Kept.Origin] {
        if let typed = try line(.memberAdded, about: person, in: home) {
            return [.typed(by: typed.by, on: typed.day)]
        }
        guard let list = try lastList(that: person, in: home), list.isNew else { return [.earlier] }
        return [.list(on: list.day, by: try importer(in: home))]
    }

    private func changes(of person: Person.ID, in home: Organisation.ID) throws -> [Kept.Origin] {
        let byHand = try line(.memberChanged, about: person, in: home).map {
            Kept.Origin.changed(by: $0.by, on: $0.day)
        }
        let list = try lastList(that: person, in: home).flatMap {
            $0.isNew ? nil : Kept.Origin.changedByList(on: $0.day)
        }
        return [byHand, list].compactMap(\.self)
    }

    /// The last line of the log that says this about somebody.
    private func line(
        _ act: AuditLine.Act, about person: Person.ID, in home: Organisation.ID
    ) throws -> (by: Person?, day: Day)? {
        let query = """
            SELECT account_id, person.name, day FROM audit LEFT JOIN person ON person.id = account_id
            WHERE audit.organisation_id = $1 AND about_id = $2 AND act = $3 ORDER BY day DESC, hour DESC, audit.id LIMIT 1
            """
        return try row(query, home, person, act).map { (try actor($0), try $0["day"]) }
    }

    /// Nobody where a command did it.
    private func actor(_ row: Record) throws -> Person? {
        let id: Person.ID? = try row["account_id"]
        return try id == nil ? nil : Person(row)
    }

    /// The last list of staff, if it brought or changed somebody.
    private func lastList(
        that person: Person.ID, in home: Organisation.ID
    ) throws -> (day: Day, isNew: Bool)? {
        let query = """
            SELECT done_on, is_new FROM staff_import_change
            JOIN staff_import ON staff_import.organisation_id = staff_import_change.organisation_id
                AND staff_import.id = import_id
            WHERE staff_import_change.organisation_id = $1 AND member_id = $2
            """
        return try row(query, home, person).map { try ($0["done_on"], $0["is_new"]) }
    }

    /// Who carried the last list out; nobody where within its hour two did, because the log has no order in an hour.
    private func importer(in home: Organisation.ID) throws -> Person? {
        let query = """
            SELECT DISTINCT account_id, person.name FROM audit LEFT JOIN person ON person.id = account_id
            WHERE audit.organisation_id = $1 AND act = $2 AND day * 24 + hour = (
                SELECT MAX(day * 24 + hour) FROM audit WHERE organisation_id = $1 AND act = $2)
            """
        let found = try rows(query, home, AuditLine.Act.staffImported)
        return found.count == 1 ? try found.first.flatMap(actor) : nil
    }
}
