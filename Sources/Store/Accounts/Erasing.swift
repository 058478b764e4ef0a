public import Core

extension Store {
    /// Erases everybody of this name: whoever signs in with it, with sign-ins and roles, and whoever was written down.
    /// What others refer to by id stays, nameless; the log says that somebody was erased, not who. With `home` only
    /// whom that organisation knows: elsewhere somebody else may have the same name.
    public func erasePerson(_ name: String, in home: Organisation.ID? = nil) async throws {
        let moment = clock.now
        try await write { transaction in
            let query = "SELECT id FROM person WHERE name_key = $1"
            var known: [Person.ID] = try transaction.rows(query, Account.key(of: name)).map { try $0["id"] }
            if let home {
                known = try known.filter { try transaction.organisations(thatKnow: $0).contains { $0.id == home } }
            }
            guard !known.isEmpty else { throw Account.Refusal.nobodyOfThatName }
            for person in known {
                let homes = try transaction.organisations(thatKnow: person)
                try transaction.run("DELETE FROM person WHERE id = $1", person)
                for home in homes {
                    try transaction.audit(.personErased, "", about: person, by: nil, at: moment, in: home)
                }
            }
        }
        // The old bytes lie in the write-ahead log until it is emptied.
        try await emptyLog()
    }
}

extension Transaction {
    /// Where somebody has a role, was written down, or did something.
    fileprivate func organisations(thatKnow person: Person.ID) throws -> [Organisation] {
        let query = """
            SELECT * FROM organisation WHERE id IN (
                SELECT organisation_id FROM membership WHERE account_id = $1
                UNION SELECT organisation_id FROM person WHERE id = $1
                UNION SELECT organisation_id FROM audit WHERE account_id = $1 OR about_id = $1
            ) ORDER BY slug
            """
        return try rows(query, person).map(Organisation.init)
    }
}
