import ArgumentParser
import Store

struct Retention: DataCommand {
    static let configuration = CommandConfiguration(abstract: "Destroy what was promised to be gone by today.")

    @OptionGroup var options: DataOptions
    @Flag(help: "Only say what would go.") var dryRun = false
    var opening: Store.Opening { dryRun ? .looking : .waiting }

    func reply(in workplace: Workplace) async throws -> Reply {
        let due = try await workplace.store.keepPromises(isDry: dryRun)
        if options.json { return .done(try json(["due": due])) }
        guard !due.isEmpty else { return .done(workplace.say("command.nothing_due")) }
        return .done(due.map { line(for: $0, workplace) }.joined(separator: "\n"))
    }

    private func line(for due: Due, _ workplace: Workplace) -> String {
        workplace.say("command.due.\(due.kind.replacing("-", with: "_"))", ["name": due.name])
    }
}
