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
        let found = try await workplace.store.examine()
        if found.isEmpty, !options.json { return .done(workplace.say("doctor.well")) }
        return try told(found, workplace.remedy)
    }

    /// A database that cannot even be opened is what is wrong.
    func reply(whenClosed error: any Error, _ remedy: Remedy) throws -> Reply? {
        try Ailment(error, in: remedy.folder).map { try told([$0], remedy) }
    }

    private func told(_ ailments: [Ailment], _ remedy: Remedy) throws -> Reply {
        let code: Int32 = ailments.isEmpty ? 0 : 1
        guard options.json else { return Reply(code: code, problems: ailments.map(remedy.line)) }
        let found = ailments.map { Found(kind: $0.kind.rawValue, what: $0.what, remedy: remedy.text(for: $0)) }
        return Reply(code: code, out: try json(["found": found]))
    }
}
