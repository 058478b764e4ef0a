import ArgumentParser
import Store

struct ErasePerson: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase-person", abstract: "Erase an account; what it did stays, without its name.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The name that the person signs in with.") var name: String

    func reply(in workplace: Workplace) async throws -> Reply {
        try await workplace.store.erasePerson(name)
        return .done(options.json ? #"{"state":"erased"}"# : workplace.say("command.erased"))
    }
}
