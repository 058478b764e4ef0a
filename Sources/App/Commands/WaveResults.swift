import ArgumentParser
import Core
import Methods
import Store
import Surveys

struct WaveResults: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "Print what a closed wave tells, as one JSON document.")

    @OptionGroup var one: WaveOptions
    var options: DataOptions { one.data }

    func reply(in workplace: Workplace) async throws -> Reply {
        let (wave, organisation) = try await one.found(in: workplace)
        let release = try await workplace.store.release(of: wave)
        let groups = try await workplace.store.groups(of: wave.id, in: organisation.id)
        let instrument = try await workplace.store.instrument(of: wave)
        let document = ResultsDocument(
            release, of: instrument, groups: groups, for: .all, isTopAUnit: groups.isTopAUnit, name: \.label)
        return .done(try json(document))
    }
}
