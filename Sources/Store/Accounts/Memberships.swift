public import Core

extension Store {
    /// Gives somebody of this organisation another role beside those they have.
    public func addRole(
        _ role: Role, unit: Unit.ID?, to person: Account.ID, by account: Account.ID? = nil,
        in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            guard try !transaction.memberships(of: person, in: organisation).isEmpty else { throw NotFound() }
            try transaction.give(role, unit, to: person, by: account, at: moment, in: organisation)
        }
    }

    /// Gives an account of the installation a role here, also where it had none: a facilitator or a board works for
    /// several organisations. Only a command does so; a page knows nobody of elsewhere.
    public func addRole(
        _ role: Role, unit: Unit.ID?, toAccountNamed name: String, in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            guard let person = try transaction.account(named: name) else { throw Account.Refusal.nobodyOfThatName }
            try transaction.give(role, unit, to: person, by: nil, at: moment, in: organisation)
        }
    }

    /// Takes a role away. The last administrator keeps theirs: nobody could undo it.
    public func takeRole(
        _ membership: Membership.ID, from person: Account.ID, by account: Account.ID, in organisation: Organisation.ID
    ) async throws {
        let moment = clock.now
        try await write { transaction in
            let held = try transaction.memberships(of: person, in: organisation)
            let taken = held.first { $0.id == membership && Role.given.contains($0.role) }
            guard let found = taken else { throw NotFound() }
            try transaction.mayDecide(about: found.role, account, in: organisation)
            if found.role == .admin, try transaction.number(of: .admin, in: organisation) == 1 {
                throw Account.Refusal.lastAdmin
            }
            try transaction.run(
                "DELETE FROM membership WHERE organisation_id = $1 AND id = $2", organisation, membership)
            let home = try transaction.organisation(organisation)
            try transaction.audit(.roleTaken, found.role.rawValue, about: person, by: account, at: moment, in: home)
        }
    }
}

extension Transaction {
    fileprivate func give(
        _ role: Role, _ unit: Unit.ID?, to person: Account.ID, by account: Account.ID?, at moment: Moment,
        in organisation: Organisation.ID
    ) throws {
        let held = try memberships(of: person, in: organisation)
        guard Role.given.contains(role) else { throw Account.Refusal.roleIsUnknown }
        try mayDecide(about: role, account, in: organisation)
        guard !held.contains(where: { $0.role == role && (role != .leader || $0.unit == unit) }) else {
            throw Account.Refusal.roleIsHeld
        }
        guard held.allSatisfy({ $0.role.goesWith(role) }) else { throw Account.Refusal.watchesItself }
        try addMembership(person, role, unit, in: organisation)
        try noteCouncil(of: role, by: account, at: moment, in: organisation)
        let home = try self.organisation(organisation)
        try audit(.roleGiven, role.rawValue, about: person, by: account, at: moment, in: home)
    }

    func memberships(of person: Account.ID, in organisation: Organisation.ID) throws -> [Membership] {
        let query = "SELECT * FROM membership WHERE organisation_id = $1 AND account_id = $2 ORDER BY role, id"
        return try rows(query, organisation, person).map(Membership.init)
    }

    /// Only who may decide about administrators and the council does; else hr could sign in as the council, or make
    /// itself one of them. Commands decide about all.
    func mayDecide(about role: Role, _ account: Account.ID?, in organisation: Organisation.ID) throws {
        guard role.watches, let account else { return }
        let held = try memberships(of: account, in: organisation).map(\.role)
        guard held.contains(where: { $0.rights.contains(.changeWatchers) }) else { throw Account.Refusal.onlyAdmin }
    }

    /// Only a leader has a unit, one that is there.
    func addMembership(_ person: Account.ID, _ role: Role, _ unit: Unit.ID?, in organisation: Organisation.ID) throws {
        if role == .leader {
            guard let unit else { throw Account.Refusal.unitIsMissing }
            guard let led = try units(in: organisation)[unit], led.archivedOn == nil else {
                throw Account.Refusal.unitIsMissing
            }
        }
        let insert = """
            INSERT INTO membership (organisation_id, id, account_id, role, unit_id) VALUES ($1, $2, $3, $4, $5)
            """
        try run(insert, organisation, Membership.ID.random(), person, role, role == .leader ? unit : nil)
    }

    /// Whoever gets the role speaks for the staff from then on, and reads along: what people are told must say so. Which
    /// kind of council it is, the settings say.
    func noteCouncil(
        of role: Role, by account: Account.ID?, at moment: Moment, in organisation: Organisation.ID
    ) throws {
        guard role == .council else { return }
        let update = "UPDATE organisation SET council = $1, version = version + 1 WHERE id = $2 AND council = $3"
        let (from, to) = (Organisation.CouncilKind.none, Organisation.CouncilKind.other)
        guard try run(update, to, organisation, from) == 1 else { return }
        let home = try self.organisation(organisation)
        try audit(.councilChanged, "\(from.rawValue) \(to.rawValue)", by: account, at: moment, in: home)
    }

    fileprivate func number(of role: Role, in organisation: Organisation.ID) throws -> Int {
        let query =
            "SELECT COUNT(DISTINCT account_id) AS number FROM membership WHERE organisation_id = $1 AND role = $2"
        return try row(query, organisation, role)?["number"] ?? 0
    }
}
