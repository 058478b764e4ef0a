import ArgumentParser
import Core
import Store
import Web

struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "People whose names stand here.", subcommands: [Show.self])

    struct Show: DataCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what is kept of everybody of a name, where it came from and when it goes.")

        @OptionGroup var options: DataOptions
        @Argument(help: "The name, as the person signs in with it or as it was written down.") var name: String
        var opening: Store.Opening { .looking }

        func reply(in workplace: Workplace) async throws -> Reply {
            // Where there are several organisations, one must be meant: elsewhere the name may be somebody else's.
            let home = try await workplace.organisation(options)
            let say = Speech(words: workplace.words, language: workplace.language, council: home.council)
            let titles = workplace.store.questionnaireTitles(home.id, in: say.language)
            let tellings = try await workplace.store.kept(named: name, in: home.id).map {
                KeptTelling($0, titles: titles, say)
            }
            guard !options.json else {
                let today = workplace.store.clock.now.day(in: home.zone)
                return .done(try json(["people": tellings.map { $0.file(of: home, on: today) }]))
            }
            let head = workplace.say("command.kept", ["count": "\(tellings.count)", "organisation": home.name])
            let lines = [head] + tellings.flatMap(\.lines) + [workplace.say("kept.not_here")]
            return .done(lines.joined(separator: "\n"))
        }
    }
}
