import ArgumentParser
import Store

/// Looks an installation over, and says what is wrong with the command that mends it.
struct DoctorCommand: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what is wrong with a data folder, and what mends it.")

    @OptionGroup var options: DataOptions
    /// Whoever looks for what is wrong changes nothing.
    var opening: Store.Opening { .looking }

    private struct Found: Encodable {
        let kind: String
        let what: String
        let remedy: String
    }

    func reply(in workplace: Workplace) async throws -> Reply {
        let found = try await workplace.store.examine().map { ailment in
            Found(
                kind: ailment.kind.rawValue, what: ailment.what,
                remedy: workplace.say("doctor.\(ailment.kind.rawValue)", ["what": ailment.what]))
        }
        let code: Int32 = found.isEmpty ? 0 : 1
        if options.json { return Reply(code: code, out: try json(["found": found])) }
        return found.isEmpty
            ? .done(workplace.say("doctor.well"))
            : Reply(code: code, problems: found.map { "\($0.what): \($0.remedy)" })
    }
}
