public import Core
import Crypto

/// Who comes with a code, and where they work.
public struct Invitation: Equatable, Sendable {
    public let member: Member.ID
    public let name: String
    public let organisation: Organisation
    /// The account that they have already, and whose password they lost.
    public let account: Account?
}

/// A code as it is printed, once.
public struct FreshInvitation: Equatable, Sendable {
    public let member: Member
    public let code: InvitationCode
    public let lastDay: Day
}

extension Invitation {
    /// Why a code, or the making of one, says no.
    public enum Refusal: String, Core.Refusal, CaseIterable {
        /// No code has these signs.
        case codeIsMistyped = "invitation.code_is_mistyped"
        /// It was used, its last day is past, or a newer one was made.
        case codeIsSpent = "invitation.code_is_spent"
        /// The account is of somebody who works here already.
        case worksHere = "invitation.works_here"
        /// Somebody with a role, or who works elsewhere too, gets a new password from whoever may decide about that.
        case hasRoles = "invitation.has_roles"
        case leftAlready = "invitation.left_already"
        /// Everybody there has an account, or a code that works.
        case isForNobody = "invitation.is_for_nobody"
        /// More than one page can print.
        case areTooMany = "invitation.are_too_many"
    }
}

extension Store {
    /// For how many days a code works.
    public static let invitationDays = 30

    /// So many are made and printed at once.
    public static let mostInvitations = 500

    /// Makes codes for those who work in a unit or below it now, or for everybody, and have no account. Who has a code that
    /// works keeps it, unless they are asked for again: then the earlier code ends.
    public func invite(
        _ unit: Unit.ID?, again: Bool, by account: Account.ID?, in organisation: Organisation.ID
    ) async throws -> [FreshInvitation] {
        let moment = clock.now
        return try await write { transaction in
            let home = try transaction.organisation(organisation)
            let today = moment.day(in: home.zone)
            let without = try transaction.uninvited(on: today, again: again, in: organisation)
            let branch = try unit.map { try Set(transaction.units(in: organisation).branch(of: $0)) }
            let members = try transaction.allMembers(in: organisation).filter { member in
                let isThere = branch.map { member.works(in: $0, on: today) } ?? true
                return without.contains(member.id) && member.isHere(on: today) && isThere
            }
            guard !members.isEmpty else { throw Invitation.Refusal.isForNobody }
            guard members.count <= Self.mostInvitations else { throw Invitation.Refusal.areTooMany }
            return try transaction.invite(members, by: account, at: moment, in: home)
        }
    }

    /// Makes a code for one person: also for somebody who has an account and lost the password, where nothing but their
    /// work here stands behind that account.
    public func invite(
        member id: Member.ID, by account: Account.ID?, in organisation: Organisation.ID
    ) async throws -> FreshInvitation {
        let moment = clock.now
        return try await write { transaction in
            let home = try transaction.organisation(organisation)
            if let refusal = try transaction.refusalToInvite(id, at: moment, in: home) { throw refusal }
            let member = try transaction.member(id, in: organisation)
            return try transaction.invite([member], by: account, at: moment, in: home)[0]
        }
    }

    /// Why no code can be made for somebody; nil where one can.
    public func refusalToInvite(
        _ member: Member.ID, in organisation: Organisation.ID
    ) async throws -> Invitation.Refusal? {
        let moment = clock.now
        return try await read {
            try $0.refusalToInvite(member, at: moment, in: $0.organisation(organisation))
        }
    }

    /// How many work here now, how many of them sign in, and how many others have a code that works.
    public func invitationCounts(
        in organisation: Organisation.ID
    ) async throws -> (people: Int, accounts: Int, waiting: Int) {
        let query = """
            SELECT COUNT(*) AS people,
                COUNT((SELECT 1 FROM membership WHERE member_id = member.id)) AS accounts,
                COUNT((SELECT 1 FROM invitation
                    WHERE organisation_id = $1 AND member_id = member.id AND last_day >= $2
                        AND NOT EXISTS (SELECT 1 FROM membership WHERE member_id = member.id))) AS waiting
            FROM member WHERE organisation_id = $1 AND COALESCE(left_on, $2) >= $2
            """
        let moment = clock.now
        return try await read { transaction in
            let today = moment.day(in: try transaction.organisation(organisation).zone)
            guard let row = try transaction.row(query, organisation, today) else { return (0, 0, 0) }
            return try (row["people"], row["accounts"], row["waiting"])
        }
    }

    /// With what a member of staff signs in.
    public func account(of member: Member.ID) async throws -> Account? {
        try await read { try $0.account(of: member) }
    }

    /// Who comes with this code; looking spends nothing.
    public func invitation(_ code: InvitationCode) async throws -> Invitation {
        let moment = clock.now
        return try await read { try $0.invitation(code, at: moment) }
    }
}

extension Member {
    fileprivate func works(in units: Set<Unit.ID>, on day: Day) -> Bool {
        places.contains { $0.holds(on: day) && units.contains($0.unit) }
    }
}

extension InvitationCode {
    /// All that is kept of it.
    var hash: [UInt8] { Array(SHA256.hash(data: Array("invitation|\(self)".utf8))) }
}

extension Transaction {
    func invitation(_ code: InvitationCode, at moment: Moment) throws -> Invitation {
        let query = """
            SELECT invitation.*, person.name, member.left_on FROM invitation
            JOIN person ON person.id = member_id
            JOIN member ON member.organisation_id = invitation.organisation_id AND member.id = member_id
            WHERE code_hash = $1
            """
        guard let row = try row(query, code.hash) else { throw Invitation.Refusal.codeIsSpent }
        let home = try organisation(row["organisation_id"])
        let (last, left): (Day, Day?) = try (row["last_day"], row["left_on"])
        let today = moment.day(in: home.zone)
        guard today <= last, today <= left ?? today else { throw Invitation.Refusal.codeIsSpent }
        let member: Member.ID = try row["member_id"]
        return Invitation(
            member: member, name: try row["name"], organisation: home, account: try account(of: member))
    }

    /// With what a member signs in here.
    func account(of member: Member.ID) throws -> Account? {
        let query = """
            SELECT account.id AS account_id, person.name, account.email FROM membership
            JOIN account ON account.id = account_id JOIN person ON person.id = account.id WHERE member_id = $1
            """
        return try row(query, member).map(Account.init)
    }

    /// Whether an account is of somebody who works here, and nothing else.
    fileprivate func standsForOne(_ account: Account) throws -> Bool {
        let count: Int? = try row("SELECT COUNT(*) AS count FROM membership WHERE account_id = $1", account.id)?[
            "count"]
        return count == 1
    }

    fileprivate func refusalToInvite(
        _ id: Member.ID, at moment: Moment, in home: Organisation
    ) throws -> Invitation.Refusal? {
        guard try member(id, in: home.id).isHere(on: moment.day(in: home.zone)) else { return .leftAlready }
        guard let known = try account(of: id) else { return nil }
        return try standsForOne(known) ? nil : .hasRoles
    }

    /// Who has neither an account nor, where they are not asked for again, a code that works.
    fileprivate func uninvited(on today: Day, again: Bool, in organisation: Organisation.ID) throws -> Set<Member.ID> {
        let query = """
            SELECT id FROM member WHERE organisation_id = $1
                AND NOT EXISTS (SELECT 1 FROM membership WHERE member_id = member.id)
                AND ($2 OR NOT EXISTS (
                    SELECT 1 FROM invitation
                    WHERE organisation_id = $1 AND member_id = member.id AND last_day >= $3))
            """
        return try Set(rows(query, organisation, again, today).map { try $0["id"] })
    }

    fileprivate func invite(
        _ members: [Member], by account: Account.ID?, at moment: Moment, in home: Organisation
    ) throws -> [FreshInvitation] {
        let today = moment.day(in: home.zone)
        let fresh = members.map {
            FreshInvitation(member: $0, code: .fresh(), lastDay: today + Store.invitationDays)
        }
        let insert = """
            INSERT OR REPLACE INTO invitation (organisation_id, member_id, code_hash, made_on, last_day)
            VALUES ($1, $2, $3, $4, $5)
            """
        try insertEach(
            insert, fresh.lazy.map { [home.id, $0.member.id, $0.code.hash, today, $0.lastDay] as [any Storable] })
        try audit(.invitationsMade, "\(fresh.count)", by: account, at: moment, in: home)
        return fresh
    }
}
