import ArgumentParser
import Core
import Store

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Accounts and their roles.",
        subcommands: [Add.self, Give.self, Reset.self, List.self])

    struct Add: DataCommand {
        static let configuration = CommandConfiguration(abstract: "Add an account with a role; prints its password.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The name that the person signs in with.") var name: String
        @Option(help: "admin, hr, leader, board, council, facilitator or researcher.") var role: String
        @Option(help: "The unit of a leader, such as \"Zorg > Nacht\".") var unit: String?
        var makesFolder: Bool { true }

        func reply(in workplace: Workplace) async throws -> Reply {
            let role = try Role(typed: role)
            try Account.check(name: name)
            if role == .leader, unit == nil { throw Account.Refusal.unitIsMissing }
            let wanted = try await workplace.organisationOrPlan(options)
            let unit = try await workplace.unit(unit, in: wanted)
            let organisation = try await workplace.organisationOrDefault(options)
            let password = Password.fresh()
            _ = try await workplace.store.addAccount(
                name, password: password, role: role, unit: unit, in: organisation.id)
            return .done(options.json ? try json(["name": name, "password": password]) : password)
        }
    }

    struct Give: DataCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give an account a role, also in an organisation where it had none.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The name that the person signs in with.") var name: String
        @Option(help: "admin, hr, leader, board, council, facilitator or researcher.") var role: String
        @Option(help: "The unit of a leader, such as \"Zorg > Nacht\".") var unit: String?

        private struct Given: Encodable {
            let name: String
            let role: String
            let organisation: String
        }

        func reply(in workplace: Workplace) async throws -> Reply {
            let role = try Role(typed: role)
            let home = try await workplace.organisation(options)
            let unit = try await workplace.unit(unit, in: home)
            try await workplace.store.addRole(role, unit: unit, toAccountNamed: name, in: home.id)
            guard !options.json else {
                return .done(try json(Given(name: name, role: role.rawValue, organisation: home.slug)))
            }
            let words = ["name": name, "role": workplace.say("role.\(role.rawValue)"), "organisation": home.name]
            return .done(workplace.say("command.role_given", words))
        }
    }

    struct Reset: DataCommand {
        static let configuration = CommandConfiguration(abstract: "Give an account a new password, and print it.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The name that the person signs in with.") var name: String
        @Flag(help: "The phone is lost, too: ask for no code of an app any more.") var lostPhone = false

        func reply(in workplace: Workplace) async throws -> Reply {
            let password = Password.fresh()
            try await workplace.store.resetPassword(of: name, to: password, phoneIsLost: lostPhone)
            return .done(options.json ? try json(["name": name, "password": password]) : password)
        }
    }

    struct List: DataCommand {
        static let configuration = CommandConfiguration(abstract: "List accounts with their roles.")

        @OptionGroup var options: DataOptions

        private struct Line: Encodable {
            let name: String
            let roles: [String]
        }

        func reply(in workplace: Workplace) async throws -> Reply {
            let organisation = try await workplace.organisation(options)
            let lines = try await workplace.store.accounts(in: organisation.id).map {
                Line(name: $0.account.name, roles: $0.memberships.map(\.role.rawValue))
            }
            if options.json { return .done(try json(["users": lines])) }
            return .done(lines.map { "\($0.name): \($0.roles.joined(separator: ", "))" }.joined(separator: "\n"))
        }
    }
}

extension Role {
    fileprivate init(typed text: String) throws {
        guard let role = Role(given: text) else {
            throw Problems(
                Problem(
                    "command.role_is_unknown",
                    ["found": text, "roles": Role.given.map(\.rawValue).joined(separator: ", ")]))
        }
        self = role
    }
}

extension Workplace {
    /// The unit at a path such as "Zorg > Nacht".
    fileprivate func unit(_ path: String?, in home: Organisation) async throws -> Unit.ID? {
        guard let path else { return nil }
        let names = path.split(separator: ">").map { String($0).trimmed }
        guard let found = try await store.units(in: home.id).unit(at: names) else {
            throw Problems(Problem("command.unit_is_unknown", ["path": path]))
        }
        return found.id
    }

    /// As `organisation`, but makes `default` where there is none yet.
    func organisationOrDefault(_ options: DataOptions) async throws -> Organisation {
        if options.organisation == nil, try await store.organisations().isEmpty {
            let planned = plannedOrganisation
            return try await store.addOrganisation(planned.slug, name: planned.name)
        }
        return try await organisation(options)
    }

    /// The organisation that `organisationOrDefault` gives or would make; nothing is made yet.
    func organisationOrPlan(_ options: DataOptions) async throws -> Organisation {
        if options.organisation == nil, try await store.organisations().isEmpty { return plannedOrganisation }
        return try await organisation(options)
    }

    private var plannedOrganisation: Organisation {
        Organisation(id: .random(), slug: "default", name: say("organisation.default_name"))
    }
}
