import Core

extension Transaction {
    /// The person of this name whom this organisation wrote down, who needs no account; else the only member of it.
    func person(named name: String, in organisation: Organisation.ID) throws -> Person.ID {
        let query = "SELECT id, is_member FROM person WHERE organisation_id = $1 AND name_key = $2 ORDER BY is_member"
        let known: [(id: Person.ID, isMember: Bool)] = try rows(query, organisation, Account.key(of: name)).map {
            try ($0["id"], $0["is_member"])
        }
        if let first = known.first, !first.isMember || known.count == 1 { return first.id }
        return try add(name, writtenDownBy: organisation)
    }

    /// A name, and the id by which all else refers to it. Whoever signs in is nobody's in particular.
    func add(_ name: String, writtenDownBy organisation: Organisation.ID?) throws -> Person.ID {
        let id = Person.ID.random()
        let insert = "INSERT INTO person (id, organisation_id, name, name_key) VALUES ($1, $2, $3, $4)"
        try run(insert, id, organisation, name.trimmed, Account.key(of: name))
        return id
    }

    /// Lets go of a name that was written down, where nothing refers to it any more.
    func forget(_ person: Person.ID?) throws {
        guard let person else { return }
        try run(Self.removal + " AND is_member = 0", person)
    }

    /// Removes a member with the name, unless something else refers to them.
    ///
    /// - Returns: whether they went.
    func removeMember(_ id: Member.ID) throws -> Bool {
        try run(Self.removal + " AND is_member = 1 AND id NOT IN (SELECT id FROM account)", id) == 1
    }

    private static let removal = """
        DELETE FROM person WHERE id = $1 AND organisation_id IS NOT NULL AND id NOT IN (
            SELECT giver_id FROM permission WHERE giver_id IS NOT NULL
            UNION SELECT asked_by_id FROM decision WHERE asked_by_id IS NOT NULL
            UNION SELECT person_id FROM decision_witness WHERE person_id IS NOT NULL
            UNION SELECT person_id FROM manifest_seen WHERE person_id IS NOT NULL)
        """

    /// Who signs in with this name.
    func account(named name: String) throws -> Account.ID? {
        let query = """
            SELECT account.id FROM account JOIN person ON person.id = account.id
            WHERE person.name_key = $1 AND person.organisation_id IS NULL
            """
        return try row(query, Account.key(of: name))?["id"]
    }
}

extension Person {
    /// From a row that joins `person`: its name is missing when it was erased.
    init(_ row: Record, _ name: String = "name") throws {
        let known: String? = try row[name]
        self = known.map(Person.named) ?? .gone
    }
}
