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
            let tellings = workplace.tellings(try await workplace.store.kept(named: name, in: home.id), of: home)
            guard !options.json else {
                return .done(try json(["people": tellings.map { $0.file(of: home, on: workplace.today(home)) }]))
            }
            let head = workplace.say("command.kept", ["count": "\(tellings.count)", "organisation": home.name])
            let lines = [head] + tellings.flatMap(\.lines) + [KeptTelling.notHere(workplace.speech(of: home))]
            return .done(lines.joined(separator: "\n"))
        }
    }
}

extension Workplace {
    func tellings(_ kept: [Kept], of home: Organisation) -> [KeptTelling] {
        let say = speech(of: home)
        let titles = store.questionnaireTitles(home.id, in: say.language)
        return kept.map { KeptTelling($0, titles: titles, say) }
    }

    func speech(of home: Organisation) -> Speech { Speech(words: words, language: language, council: home.council) }

    func today(_ home: Organisation) -> Day { store.clock.now.day(in: home.zone) }
}
