import ArgumentParser
import Core
import Store

struct ErasePerson: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase-person", abstract: "Erase a person; what they did stays, without their name.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The name, as the person signs in with it or as it was written down.") var name: String

    func reply(in workplace: Workplace) async throws -> Reply {
        // Where there are several organisations, one must be meant: elsewhere the name may be somebody else's.
        let home = try await workplace.organisation(options)
        try await workplace.store.erasePerson(name, in: home.id)
        return .done(options.json ? #"{"state":"erased"}"# : workplace.say("command.erased"))
    }
}
