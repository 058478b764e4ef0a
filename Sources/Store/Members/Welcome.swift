public import Core

extension Store {
    /// Makes the account of who comes with a code, and signs them in; or gives the account that they have this password.
    ///
    /// - Parameter device: with what they sign in, so that they know it among their sign-ins.
    public func accept(
        _ code: InvitationCode, name: String, password: String, with device: String = ""
    ) async throws -> [UInt8] {
        try Account.check(name: name)
        try Account.check(password: password, name: name)
        let hash = try await passwords.hash(password)
        let (moment, token) = (clock.now, Self.freshToken())
        let signsIn = try await write { transaction in
            let invitation = try transaction.invitation(code, at: moment)
            let account = try transaction.letIn(invitation, name: name, password: hash, at: moment)
            try transaction.spend(invitation)
            try transaction.begin(account, token, with: device, in: invitation.organisation.id, at: moment)
            return try transaction.row("SELECT name FROM person WHERE id = $1", account)?["name"] as String?
        }
        // Whoever tried before there was an account does not wait for it.
        delays.clear(signsIn ?? name)
        return token
    }

    /// Lets an account of elsewhere in here, too: that of who is signed in and comes with a code.
    public func accept(_ code: InvitationCode, as account: Account.ID, holding token: [UInt8]) async throws {
        let moment = clock.now
        try await write { transaction in
            let invitation = try transaction.invitation(code, at: moment)
            guard invitation.account == nil else { throw Invitation.Refusal.worksHere }
            try transaction.addStaff(account, invitation, at: moment)
            try transaction.spend(invitation)
            try transaction.enter(invitation.organisation.id, holding: token)
        }
    }
}

extension Transaction {
    /// The account that comes with an invitation: a new one, or the one that they have with another password.
    fileprivate func letIn(
        _ invitation: Invitation, name: String, password hash: String, at moment: Moment
    ) throws -> Account.ID {
        if let known = invitation.account {
            // Whoever lost the phone as well comes in, and begins anew.
            try dropFactor(of: known.id)
            try setPassword(hash, of: known.id, by: nil, at: moment)
            return known.id
        }
        let account = try account(named: name, password: hash)
        try addStaff(account, invitation, at: moment)
        return account
    }

    fileprivate func addStaff(_ account: Account.ID, _ invitation: Invitation, at moment: Moment) throws {
        let home = invitation.organisation
        let known = "SELECT 1 AS one FROM membership WHERE organisation_id = $1 AND account_id = $2 AND role = $3"
        guard try row(known, home.id, account, Role.staff) == nil else { throw Invitation.Refusal.worksHere }
        let insert = """
            INSERT INTO membership (organisation_id, id, account_id, role, member_id) VALUES ($1, $2, $3, $4, $5)
            """
        try run(insert, home.id, Membership.ID.random(), account, Role.staff, invitation.member)
        // Whose account it is, the log does not say: nobody gave it to them.
        try audit(.invitationTaken, "", by: nil, at: moment, in: home)
    }

    fileprivate func spend(_ invitation: Invitation) throws {
        try run(
            "DELETE FROM invitation WHERE organisation_id = $1 AND member_id = $2", invitation.organisation.id,
            invitation.member)
    }
}
