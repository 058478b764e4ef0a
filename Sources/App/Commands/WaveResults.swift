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
        let (wave, _) = try await one.found(in: workplace)
        let report = try await workplace.store.report(of: wave, for: .all)
        return .done(try json(ResultsDocument(report, name: \.label)))
    }
}
