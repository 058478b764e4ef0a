public import Core

/// Somebody who bears a name, with all that stands under it in one organisation.
public struct Bearer: Equatable, Sendable {
    public let kept: Kept
    /// Whether it is somebody who signs in, be it in another organisation alone; all others were written down, or stand in
    /// the list of staff.
    public let hasAccount: Bool
    /// Organisations in which nobody else is administrator: there the person cannot go.
    public let lastAdminOf: [String]

    /// Whether erasing takes an account along of which nothing stands here.
    public var signsInElsewhere: Bool { hasAccount && !kept.parts.contains { $0.kind == .account } }
}

extension Store {
    /// Everybody of this name whom the organisation knows, those with an account first; nothing changes.
    public func bearers(of name: String, in home: Organisation.ID) async throws -> [Bearer] {
        try await read { transaction in
            try transaction.persons(named: name, knownTo: home).map {
                try Bearer(
                    kept: transaction.kept(of: $0, in: home), hasAccount: transaction.hasAccount($0),
                    lastAdminOf: transaction.lastAdminOf($0))
            }.sorted { $0.hasAccount && !$1.hasAccount }
        }
    }

    /// Erases everybody of this name: whoever signs in with it, with sign-ins and roles, and whoever was written down.
    /// What others refer to by id stays, nameless; the log says that somebody was erased, not who. With `home` only
    /// whom that organisation knows: elsewhere somebody else may have the same name. Tells how many went.
    @discardableResult
    public func erasePerson(_ name: String, in home: Organisation.ID? = nil) async throws -> Int {
        let moment = clock.now
        let (count, homes) = try await write { transaction in
            let known = try transaction.persons(named: name, knownTo: home)
            // Nobody could give that role again.
            guard try known.allSatisfy({ try transaction.lastAdminOf($0).isEmpty }) else {
                throw Account.Refusal.lastAdmin
            }
            var touched: Set<Organisation.ID> = []
            for person in known { touched.formUnion(try transaction.erase(person, by: nil, at: moment)) }
            return (known.count, touched)
        }
        for home in homes { try destroyResting(in: home) }
        // The old bytes lie in the write-ahead log until it is emptied.
        try await emptyLog()
        return count
    }

    /// Erases one member by id, and nobody else of the name. Whoever signs in with it is not erased by somebody who
    /// perhaps may not decide about that account.
    public func eraseMember(
        _ id: Member.ID, by account: Account.ID, in organisation: Organisation.ID
    ) async throws {
        try await eraseMembers([id], by: account, in: organisation)
    }

    /// The same of several at once; by nobody where their time is over.
    func eraseMembers(
        _ ids: [Member.ID], by account: Account.ID?, in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            for id in ids {
                _ = try transaction.member(id, in: organisation)
                guard try !transaction.hasAccount(id) else { throw Kept.Refusal.signsIn }
                try transaction.erase(id, by: account, at: moment)
            }
        }
        try destroyResting(in: organisation)
        try await emptyLog()
    }
}

extension Transaction {
    /// Takes a name away, and says so in the log of every organisation that knew it.
    ///
    /// - Returns: those organisations.
    @discardableResult
    fileprivate func erase(_ person: Person.ID, by account: Account.ID?, at moment: Moment) throws -> [Organisation.ID]
    {
        let homes = try organisations(thatKnow: person)
        let units = try unitsOfWork(of: person)
        let signsIn = try self.account(of: person)?.id
        try run("DELETE FROM person WHERE id = $1", person)
        // With the work goes the way in; not that of somebody who has a role, or works elsewhere too.
        if let signsIn, try organisations(of: signsIn).isEmpty {
            try run("DELETE FROM person WHERE id = $1", signsIn)
        }
        for home in homes {
            try recount(units, on: moment.day(in: home.zone), in: home.id)
            try audit(.personErased, "", about: person, by: account, at: moment, in: home)
        }
        return homes.map(\.id)
    }

    func persons(named name: String, knownTo home: Organisation.ID?) throws -> [Person.ID] {
        let query = "SELECT id FROM person WHERE name_key = $1 ORDER BY id"
        var known: [Person.ID] = try rows(query, Account.key(of: name)).map { try $0["id"] }
        if let home { known = try known.filter { try organisations(thatKnow: $0).contains { $0.id == home } } }
        guard !known.isEmpty else { throw Account.Refusal.nobodyOfThatName }
        return known
    }

    fileprivate func hasAccount(_ person: Person.ID) throws -> Bool {
        try row("SELECT 1 AS one FROM account WHERE id = $1", person) != nil
    }

    /// By their short names, the organisations of which this is the one account of an administrator.
    fileprivate func lastAdminOf(_ person: Person.ID) throws -> [String] {
        let query = """
            SELECT slug FROM organisation WHERE id IN (
                SELECT organisation_id FROM membership WHERE role = $2
                GROUP BY organisation_id HAVING COUNT(DISTINCT account_id) = 1 AND MIN(account_id) = $1
            ) ORDER BY slug
            """
        return try rows(query, person, Role.admin).map { try $0["slug"] }
    }

    /// Where somebody has a role, was written down, or did something.
    func organisations(thatKnow person: Person.ID) throws -> [Organisation] {
        let query = """
            SELECT * FROM organisation WHERE id IN (
                SELECT organisation_id FROM membership WHERE account_id = $1
                UNION SELECT organisation_id FROM person WHERE id = $1
                UNION SELECT organisation_id FROM audit WHERE account_id = $1 OR about_id = $1
                UNION SELECT organisation_id FROM decision_agreement WHERE account_id = $1
            ) ORDER BY slug
            """
        return try rows(query, person).map(Organisation.init)
    }
}
