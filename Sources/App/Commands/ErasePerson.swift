import ArgumentParser
import Core
import Store

struct ErasePerson: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase-person", abstract: "Erase everybody of a name; what they did stays, without their name.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The name, as the person signs in with it or as it was written down.") var name: String
    @Flag(help: "Only say who bears the name, and what stands under it.") var dryRun = false
    var opening: Store.Opening { dryRun ? .looking : .finishing }

    private struct Found: Encodable {
        let account: Bool
        let counts: [String: Int]
        let lastAdminOf: [String]

        enum CodingKeys: String, CodingKey {
            case account, counts, lastAdminOf = "last_admin_of"
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
            return .done(try told(try await workplace.store.bearers(of: name, in: home.id), workplace))
        }
        let count = try await workplace.store.erasePerson(name, in: home.id)
        if options.json { return .done(try json(Erased(state: "erased", people: count))) }
        return .done(workplace.say("command.erased", ["count": "\(count)"]))
    }

    private func told(_ bearers: [Bearer], _ workplace: Workplace) throws -> String {
        guard !options.json else {
            let people = bearers.map { bearer in
                Found(
                    account: bearer.hasAccount,
                    counts: Dictionary(uniqueKeysWithValues: bearer.counts.map { ($0.key.rawValue, $0.value) }),
                    lastAdminOf: bearer.lastAdminOf)
            }
            return try json(["people": people])
        }
        let head = workplace.say("command.bearers.title", ["count": "\(bearers.count)"])
        return ([head] + bearers.flatMap { lines(of: $0, workplace) }).joined(separator: "\n")
    }

    private func lines(of bearer: Bearer, _ workplace: Workplace) -> [String] {
        let counts = Bearer.Kind.allCases.compactMap { kind in
            bearer.counts[kind].map { workplace.say("command.bearers.\(kind.rawValue)", ["count": "\($0)"]) }
        }
        let folder = workplace.remedy.folder.quotedForShell
        let last = bearer.lastAdminOf.map {
            workplace.say("command.bearers.last_admin", ["slug": $0, "folder": folder])
        }
        return [workplace.say(bearer.hasAccount ? "command.bearers.account" : "command.bearers.written_down")]
            + (counts + last).map { "  " + $0 }
    }
}
