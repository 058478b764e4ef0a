public import Core

extension Store {
    /// Adds an account with its first role.
    public func addAccount(
        _ name: String, password: String, role: Role, unit: Unit.ID? = nil, in organisation: Organisation.ID,
        by account: Account.ID? = nil
    ) async throws -> Account.ID {
        try Account.check(name: name)
        try Account.check(password: password, name: name)
        let hash = try await passwords.hash(password)
        let moment = clock.now
        let id = try await write { transaction in
            try transaction.mayDecide(about: role, account, in: organisation)
            let id = try transaction.account(named: name, password: hash)
            try transaction.addMembership(id, role, unit, in: organisation)
            try transaction.noteCouncil(of: role, by: account, at: moment, in: organisation)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.accountAdded, role.rawValue, about: id, by: account, at: moment, in: home)
            return id
        }
        // Whoever tried before there was an account does not wait for it.
        delays.clear(name)
        return id
    }

    /// Everybody with a role here that was given to them.
    public func accounts(in organisation: Organisation.ID) async throws -> [(
        account: Account, memberships: [Membership]
    )] {
        let query = """
            SELECT account.id AS account_id, person.name, account.email, membership.id, membership.role,
                membership.unit_id
            FROM membership JOIN account ON account.id = membership.account_id JOIN person ON person.id = account.id
            WHERE membership.organisation_id = $1 AND membership.role <> 'staff' ORDER BY person.name_key, account.id, membership.role
            """
        let rows = try await read { try $0.rows(query, organisation).map { try (Account($0), Membership($0)) } }
        return rows.reduce(into: []) { list, row in
            if list.last?.account == row.0 {
                list[list.count - 1].memberships.append(row.1)
            } else {
                list.append((row.0, [row.1]))
            }
        }
    }

    /// One account with all that it is here.
    public func account(
        _ id: Account.ID, in organisation: Organisation.ID
    ) async throws -> (account: Account, memberships: [Membership]) {
        let query = """
            SELECT account.id AS account_id, person.name, account.email
            FROM account JOIN person ON person.id = account.id WHERE account.id = $1
            """
        return try await read { transaction in
            let memberships = try transaction.memberships(of: id, in: organisation)
            guard let row = try transaction.row(query, id), !memberships.isEmpty else { throw NotFound() }
            return (try Account(row), memberships)
        }
    }

    public func hasAccounts() async throws -> Bool {
        try await read { try $0.row("SELECT 1 AS one FROM account LIMIT 1") != nil }
    }
}

extension Transaction {
    /// A new account; or one of this name that has no role anywhere any more, and so belongs to nobody.
    func account(named name: String, password hash: String) throws -> Account.ID {
        if let known = try account(named: name) {
            guard try organisations(of: known).isEmpty else { throw Account.Refusal.nameIsTaken }
            try run("UPDATE person SET name = $1 WHERE id = $2", name.trimmed, known)
            let update = """
                UPDATE account SET password = $1, version = version + 1 WHERE id = $2
                """
            try run(update, hash, known)
            return known
        }
        let id = try add(name, writtenDownBy: nil)
        try run("INSERT INTO account (id, password, version) VALUES ($1, $2, 0)", id, hash)
        return id
    }

    func organisations(of account: Account.ID) throws -> [Organisation] {
        let query = """
            SELECT * FROM organisation WHERE id IN (SELECT organisation_id FROM membership WHERE account_id = $1)
            ORDER BY slug
            """
        return try rows(query, account).map(Organisation.init)
    }
}

extension Transaction {
    /// What somebody is here now: whoever left works here no more.
    func memberships(of account: Account.ID, in home: Organisation, at moment: Moment) throws -> [Membership] {
        let query = """
            SELECT membership.* FROM membership
            LEFT JOIN member ON member.organisation_id = membership.organisation_id AND member.id = member_id
            WHERE membership.organisation_id = $1 AND account_id = $2
                AND (member_id IS NULL OR COALESCE(left_on, $3) >= $3)
            ORDER BY role, membership.id
            """
        return try rows(query, home.id, account, moment.day(in: home.zone)).map(Membership.init)
    }

    /// Where somebody is something now.
    func organisations(of account: Account.ID, at moment: Moment) throws -> [Organisation] {
        try organisations(of: account).filter { try !memberships(of: account, in: $0, at: moment).isEmpty }
    }
}

extension Account {
    init(_ row: Record) throws {
        try self.init(id: row["account_id"], name: row["name"], email: row["email"])
    }
}

extension Membership {
    init(_ row: Record) throws {
        try self.init(id: row["id"], account: row["account_id"], role: row["role"], unit: row["unit_id"])
    }
}
