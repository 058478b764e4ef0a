import Core

/// What somebody typed to make an account, or to give a role.
struct PersonForm {
    let name: String
    let role: String
    let unit: String

    init(_ form: Form) {
        name = form["name"].trimmed
        role = form["role"]
        unit = form["unit"]
    }

    static let empty = PersonForm(Form([:] as [String: [String]]))

    /// The role for a new account, which takes a name as well.
    func roleOfNewAccount() throws(WrongFields) -> Role {
        var wrong = WrongFields()
        if name.isEmpty { wrong.add("name", Account.Refusal.nameIsEmpty) }
        if Role(given: role) == nil { wrong.add("role", Account.Refusal.roleIsUnknown) }
        try wrong.throwIfAny()
        return try chosenRole()
    }

    func chosenRole() throws(WrongFields) -> Role {
        guard let role = Role(given: role) else { throw WrongFields("role", Account.Refusal.roleIsUnknown) }
        // Somebody chose a team and expects that it counts.
        guard unit.isEmpty || role == .leader else { throw WrongFields("unit", Account.Refusal.unitIsForLeaders) }
        return role
    }

    var chosenUnit: Core.Unit.ID? { Core.Unit.ID(unit) }

    /// The roles that somebody with these rights gives, takes, and makes new passwords for.
    static func roles(for rights: Set<Right>) -> [Role] {
        Role.given.filter { !$0.watches || rights.contains(.changeWatchers) }
    }

    /// The same to choose from, each with what it lets somebody do.
    func choices(for rights: Set<Right>, _ say: Speech) -> [[String: Any]] {
        let roles = Self.roles(for: rights)
        let options = Choices.values(
            roles.map { ($0.rawValue, say("role.\($0.rawValue)")) }, chosen: [role])
        return zip(options, roles).map { $0.merging(["may": say("role.may.\($1.rawValue)")]) { $1 } }
    }
}

extension Account.Refusal {
    /// Beside which field it belongs.
    var field: String {
        switch self {
        case .unitIsMissing, .unitIsForLeaders: "unit"
        case .roleIsUnknown, .roleIsHeld, .onlyAdmin, .lastAdmin: "role"
        default: "name"
        }
    }
}
