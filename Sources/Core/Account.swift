/// A way to sign in to the installation. Nothing anonymous refers to it.
public struct Account: Equatable, Sendable {
    /// An account is known by the person whom it lets in.
    public typealias ID = Person.ID

    public let id: ID
    public let name: String
    public let email: String?

    public init(id: ID, name: String, email: String?) {
        self.id = id
        self.name = name
        self.email = email
    }

    public static func check(name: String) throws(Refusal) {
        guard !name.trimmed.isEmpty else { throw .nameIsEmpty }
        guard name.trimmed.isName(upTo: 80) else { throw .nameIsTooLong }
    }

    public static let shortestPassword = 15
    public static let longestPassword = 128

    /// Names are compared without case and without the white space around them.
    public static func key(of name: String) -> String { name.trimmed.lowercased() }

    /// Fifteen characters or more, and not one that everybody tries first.
    public static func check(password: String, name: String) throws(Refusal) {
        guard password.count >= shortestPassword else { throw .passwordIsTooShort }
        guard password.count <= longestPassword else { throw .passwordIsTooLong }
        let plain = password.lowercased()
        let isRepeated = Set(plain).count < 5
        guard !isRepeated, !blocked.contains(where: plain.hasPrefix), plain != key(of: name) else {
            throw .passwordIsKnown
        }
    }

    private static let blocked = [
        "123456789", "qwertyuiop", "passwordpassword", "wachtwoordwachtwoord", "welkomwelkom", "abcdefghijkl",
        "password123", "wachtwoord123", "administrator", "weefselweefsel",
    ]

    /// Why an account says no.
    public enum Refusal: String, Core.Refusal {
        case nameIsEmpty = "account.name_is_empty"
        case nameIsTooLong = "account.name_is_too_long"
        case nameIsTaken = "account.name_is_taken"
        case passwordIsTooShort = "account.password_is_too_short"
        case passwordIsTooLong = "account.password_is_too_long"
        case passwordIsKnown = "account.password_is_known"
        case unitIsForLeaders = "account.unit_is_for_leaders"
        case unitIsMissing = "account.unit_is_missing"
        case nobodyOfThatName = "account.nobody_of_that_name"
        case doesNotMatch = "account.does_not_match"
        case isBusy = "account.is_busy"
        case roleIsUnknown = "account.role_is_unknown"
        case roleIsHeld = "account.role_is_held"
        case watchesItself = "account.watches_itself"
        case lastAdmin = "account.last_admin"
        case onlyAdmin = "account.only_admin"
        case worksElsewhere = "account.works_elsewhere"
        case isOneself = "account.is_oneself"
        case passwordIsWrong = "account.password_is_wrong"
    }
}

/// It went wrong too often: how long to wait before the next try.
public struct MustWait: Error, Equatable {
    public let seconds: Int

    public init(seconds: Int) {
        self.seconds = seconds
    }

    private static let mostMinutes = 90

    /// In whole minutes or hours, never less than it takes.
    public var problem: Problem {
        let minutes = (seconds + 59) / 60
        guard minutes > Self.mostMinutes else { return Problem("account.wait_minutes", ["count": "\(minutes)"]) }
        return Problem("account.wait_hours", ["count": "\((minutes + 59) / 60)"])
    }
}

/// What somebody is to an organisation, and for leaders of which unit.
public struct Membership: Equatable, Sendable {
    public typealias ID = Identifier<Membership>

    public let id: ID
    public let account: Account.ID
    public let role: Role
    public let unit: Unit.ID?

    public init(id: ID, account: Account.ID, role: Role, unit: Unit.ID?) {
        self.id = id
        self.account = account
        self.role = role
        self.unit = unit
    }
}
