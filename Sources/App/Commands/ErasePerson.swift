import ArgumentParser
import Core
import Store
import Web

struct ErasePerson: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase-person", abstract: "Erase everybody of a name; what they did stays, without their name.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The name, as the person signs in with it or as it was written down.") var name: String
    @Flag(help: "Only say who bears the name, and what stands under it.") var dryRun = false
    var opening: Store.Opening { dryRun ? .looking : .finishing }

    /// What is kept of somebody, as `person show` tells it, and what would stand in the way.
    private struct Found: Encodable {
        let file: KeptFile
        let account: Bool
        let lastAdminOf: [String]

        enum CodingKeys: String, CodingKey {
            case account, lastAdminOf = "last_admin_of"
        }

        func encode(to encoder: any Encoder) throws {
            try file.encode(to: encoder)
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(account, forKey: .account)
            try fields.encode(lastAdminOf, forKey: .lastAdminOf)
        }
    }

    private struct Erased: Encodable {
        let state: String
        let people: Int
    }

    func reply(in workplace: Workplace) async throws -> Reply {
        // Where there are several organisations, one must be meant: elsewhere the name may be somebody else's.
        let home = try await workplace.organisation(options)
        guard !dryRun else {
            return .done(try told(try await workplace.store.bearers(of: name, in: home.id), of: home, workplace))
        }
        let count = try await workplace.store.erasePerson(name, in: home.id)
        if options.json { return .done(try json(Erased(state: "erased", people: count))) }
        return .done(workplace.say("command.erased", ["count": "\(count)", "days": "\(Store.backupDays)"]))
    }

    private func told(_ bearers: [Bearer], of home: Organisation, _ workplace: Workplace) throws -> String {
        let tellings = workplace.tellings(bearers.map(\.kept), of: home)
        guard !options.json else {
            let people = zip(bearers, tellings).map { bearer, telling in
                Found(
                    file: telling.file(of: home, on: workplace.today(home)), account: bearer.hasAccount,
                    lastAdminOf: bearer.lastAdminOf)
            }
            return try json(["people": people])
        }
        let head = workplace.say("command.bearers.title", ["count": "\(bearers.count)"])
        let lines = zip(bearers, tellings).flatMap { $1.lines + obstacles(to: $0, workplace) }
        return ([head] + lines).joined(separator: "\n")
    }

    private func obstacles(to bearer: Bearer, _ workplace: Workplace) -> [String] {
        let folder = workplace.remedy.folder.quotedForShell
        let elsewhere = bearer.signsInElsewhere ? [workplace.say("command.bearers.elsewhere")] : []
        let lastAdmin = bearer.lastAdminOf.map {
            workplace.say("command.bearers.last_admin", ["slug": $0, "folder": folder])
        }
        return (elsewhere + lastAdmin).map { "  " + $0 }
    }
}
