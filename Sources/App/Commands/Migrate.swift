import ArgumentParser
import Core
import Store

struct Migrate: DataCommand {
    static let configuration = CommandConfiguration(abstract: "Bring the database of a data folder up to date.")

    @OptionGroup var options: DataOptions
    @Option(help: "Mark an empty folder as demo or test.") var mark: String?
    var makesFolder: Bool { true }

    func reply(in workplace: Workplace) async throws -> Reply {
        if let mark {
            guard let kind = Store.Kind(rawValue: mark) else { throw Problems(Problem("command.mark_is_unknown")) }
            try await workplace.store.mark(as: kind)
        }
        return .done(options.json ? #"{"state":"current"}"# : workplace.say("command.migrated"))
    }
}
