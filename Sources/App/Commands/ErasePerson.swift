import ArgumentParser
import Store

struct ErasePerson: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase-person", abstract: "Erase a person; what they did stays, without their name.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The name, as the person signs in with it or as it was written down.") var name: String

    func reply(in workplace: Workplace) async throws -> Reply {
        try await workplace.store.erasePerson(name)
        return .done(options.json ? #"{"state":"erased"}"# : workplace.say("command.erased"))
    }
}
