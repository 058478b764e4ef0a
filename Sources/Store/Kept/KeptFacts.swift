import Core
import Foundation

/// Where what is told of somebody is found: the organisation is `$1`, the person `$2`.
extension Transaction {
    static let staff = "SELECT * FROM member WHERE organisation_id = $1 AND id = $2"

    /// An account is of the installation: it is told where somebody has a role, and of nobody's account where it was used.
    static let account = """
        SELECT email FROM account WHERE id = $2 AND (
            EXISTS (SELECT 1 FROM membership WHERE organisation_id = $1 AND account_id = $2)
            OR NOT EXISTS (SELECT 1 FROM membership WHERE account_id = $2))
        """

    static let invitations = "SELECT made_on, last_day FROM invitation WHERE organisation_id = $1 AND member_id = $2"

    static func lines(_ column: String) -> String {
        """
        SELECT act, COUNT(*) AS times, MIN(day) AS first_day, MAX(day) AS last_day FROM audit
        WHERE organisation_id = $1 AND \(column) = $2 GROUP BY act ORDER BY act
        """
    }

    static let messages = """
        SELECT mail.*, organisation.zone FROM mail JOIN organisation ON organisation.id = organisation_id
        WHERE organisation_id = $1 AND person_id = $2 ORDER BY written_at, mail.id
        """

    static let noMail = "SELECT 1 AS one FROM mail_refusal WHERE organisation_id = $1 AND person_id = $2"

    static let readings = """
        SELECT title, seen_on FROM manifest_seen
        JOIN wave ON wave.organisation_id = manifest_seen.organisation_id AND wave.id = wave_id
        WHERE manifest_seen.organisation_id = $1 AND person_id = $2 ORDER BY seen_on, title
        """

    static let decisions = """
        SELECT kind, subject, decided_on FROM decision
        WHERE organisation_id = $1 AND asked_by_id = $2 ORDER BY decided_on, id
        """

    static let agreements = """
        SELECT kind, subject, role, agreed_on FROM decision_agreement
        JOIN decision ON decision.organisation_id = decision_agreement.organisation_id AND decision.id = decision_id
        WHERE decision_agreement.organisation_id = $1 AND account_id = $2 ORDER BY agreed_on, decision.id, role
        """

    static let witnesses = """
        SELECT kind, subject, decided_on, is_typist FROM decision_witness
        JOIN decision ON decision.organisation_id = decision_witness.organisation_id AND decision.id = decision_id
        WHERE decision_witness.organisation_id = $1 AND person_id = $2 ORDER BY decided_on, decision.id, number
        """

    static let registers = """
        SELECT subject, day FROM register_entry WHERE organisation_id = $1 AND person_id = $2 ORDER BY day, id
        """

    static let permissions = """
        SELECT definition, until_on FROM permission
        WHERE organisation_id = $1 AND giver_id = $2 ORDER BY definition
        """
}

extension Kept.Fact {
    static func ofStaff(_ row: Record) throws -> [Self] {
        let (number, email): (String?, String?) = try (row["number"], row["email"])
        let (function, leftOn): (String?, Day?) = try (row["function_group"], row["left_on"])
        return [
            number.map { Self(.number, .text($0)) }, email.map { Self(.email, .text($0)) },
            function.map { Self(.function, .text($0)) }, leftOn.map { Self(.lastDay, .day($0)) },
        ].compactMap(\.self)
    }

    static func ofAccount(_ row: Record) throws -> [Self] {
        let email: String? = try row["email"]
        return (email.map { [Self(.email, .text($0))] } ?? []) + [Self(.password, .hidden)]
    }

    static func ofInvitation(_ row: Record) throws -> [Self] {
        [Self(.day, .day(try row["made_on"])), Self(.until, .day(try row["last_day"]))]
    }

    static func ofRegister(_ row: Record) throws -> [Self] {
        [Self(.subject, .text(try row["subject"])), Self(.day, .day(try row["day"]))]
    }

    static func ofLines(_ row: Record) throws -> [Self] {
        let act: AuditLine.Act = try row["act"]
        let (first, last): (Day, Day) = try (row["first_day"], row["last_day"])
        let days = first == last ? [Self(.day, .day(first))] : [Self(.first, .day(first)), Self(.last, .day(last))]
        return [Self(.act, .word("audit.\(act.rawValue)")), Self(.times, .number(try row["times"]))] + days
    }

    static func ofMessage(_ row: Record) throws -> [Self] {
        let (kind, writtenAt): (Message.Kind, Moment) = try (row["kind"], row["written_at"])
        let zone = TimeZone(identifier: try row["zone"]) ?? .amsterdam
        return [
            Self(.message, .word("mail.kind.\(kind.rawValue)")), Self(.email, .text(try row["address"])),
            Self(.day, .day(writtenAt.day(in: zone))),
        ]
    }

    static func ofReading(_ row: Record) throws -> [Self] {
        [Self(.wave, .text(try row["title"])), Self(.day, .day(try row["seen_on"]))]
    }

    static func ofDecision(_ row: Record) throws -> [Self] {
        [try kind(of: row), Self(.subject, .text(try row["subject"])), Self(.day, .day(try row["decided_on"]))]
    }

    static func ofAgreement(_ row: Record) throws -> [Self] {
        let role: Decision.Agreed = try row["role"]
        let told = [try kind(of: row), Self(.subject, .text(try row["subject"]))]
        return told + [
            Self(.part, .word("decision.agreed.\(role.rawValue)")), Self(.day, .day(try row["agreed_on"])),
        ]
    }

    static func ofWitness(_ row: Record) throws -> [Self] {
        let part = try row["is_typist"] ? "typist" : "witness"
        return try [kind(of: row), Self(.subject, .text(row["subject"])), Self(.part, .word("kept.part.\(part)"))]
            + [Self(.day, .day(row["decided_on"]))]
    }

    static func ofPermission(_ row: Record) throws -> [Self] {
        [
            Self(.questionnaire, .questionnaire(try row["definition"])),
            Self(.until, .day(try row["until_on"])),
        ]
    }

    private static func kind(of row: Record) throws -> Self {
        let kind: Decision.Kind = try row["kind"]
        return Self(.act, .word("decision.kind.\(kind.rawValue)"))
    }
}
