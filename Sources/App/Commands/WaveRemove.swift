import ArgumentParser
import Core
import Store
import Surveys

struct WaveRemove: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a draft, or a wave from a file that was not published: what it told is deleted.")

    @OptionGroup var one: WaveOptions
    var options: DataOptions { one.data }

    func reply(in workplace: Workplace) async throws -> Reply {
        let (wave, organisation) = try await one.found(in: workplace)
        if wave.isImported {
            try await workplace.store.removeImported(wave.id, in: organisation.id, since: wave.version)
        } else {
            try await workplace.store.removeDraft(wave.id, in: organisation.id, since: wave.version)
        }
        let answer = ["id": "\(wave.id)", "state": "removed"]
        return .done(options.json ? try json(answer) : ["\(wave.id)", "removed"].joined(separator: " "))
    }
}
