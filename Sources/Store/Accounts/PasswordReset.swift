public import Core

extension Store {
    /// Sets a new password, and ends every sign-in of the account: the operator's way, by name.
    ///
    /// - Parameter phoneIsLost: takes the second factor away as well.
    public func resetPassword(of name: String, to password: String, phoneIsLost: Bool = false) async throws {
        try Account.check(password: password, name: name)
        let hash = try await passwords.hash(password)
        let moment = clock.now
        try await write { transaction in
            guard let id = try transaction.account(named: name) else { throw Account.Refusal.nobodyOfThatName }
            try transaction.setPassword(hash, of: id, by: nil, at: moment)
            if phoneIsLost { try transaction.dropFactor(of: id) }
        }
        delays.clear(name)
    }

    /// Sets a new password for somebody of this organisation, and of no other: who decides here decides nothing there.
    public func resetPassword(
        of person: Account.ID, to password: String, phoneIsLost: Bool = false, by account: Account.ID,
        in organisation: Organisation.ID
    ) async throws {
        guard person != account else { throw Account.Refusal.isOneself }
        let hash = try await passwords.hash(password)
        let moment = clock.now
        let name = try await write { transaction in
            let roles = try transaction.memberships(of: person, in: organisation).map(\.role)
            guard !roles.isEmpty else { throw NotFound() }
            guard try transaction.organisations(of: person).count == 1 else { throw Account.Refusal.worksElsewhere }
            for role in roles { try transaction.mayDecide(about: role, account, in: organisation) }
            try transaction.setPassword(hash, of: person, by: account, at: moment)
            if phoneIsLost { try transaction.dropFactor(of: person) }
            let name: String? = try transaction.row("SELECT name FROM person WHERE id = $1", person)?["name"]
            return name
        }
        if let name { delays.clear(name) }
    }
}

extension Store {
    /// Lets somebody choose a new password who knows the present one; every sign-in ends.
    public func changePassword(of account: Account, from present: String, to password: String) async throws {
        try Account.check(password: password, name: account.name)
        let stored: String? = try await read {
            try $0.row("SELECT password FROM account WHERE id = $1", account.id)?["password"]
        }
        guard let stored, try await passwords.matches(present, stored) else { throw Account.Refusal.passwordIsWrong }
        let hash = try await passwords.hash(password)
        let moment = clock.now
        try await write { try $0.setPassword(hash, of: account.id, by: account.id, at: moment) }
    }
}

extension Transaction {
    func setPassword(_ hash: String, of person: Account.ID, by account: Account.ID?, at moment: Moment)
        throws
    {
        let update = """
            UPDATE account SET password = $1, version = version + 1 WHERE id = $2
            """
        try run(update, hash, person)
        try run("DELETE FROM sign_in WHERE account_id = $1", person)
        for home in try organisations(of: person) {
            try audit(.passwordReset, "", about: person, by: account, at: moment, in: home)
        }
    }
}
