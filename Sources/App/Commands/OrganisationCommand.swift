import ArgumentParser
import Store
import Core

struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation", abstract: "Organisations of this installation.",
        subcommands: [Add.self, OrganisationExportCommand.self, OrganisationDelete.self])

    struct Add: DataCommand {
        static let configuration = CommandConfiguration(abstract: "Add an organisation.")

        @OptionGroup var options: DataOptions
        @Argument(help: "Its short name in addresses: a to z, 0 to 9 and hyphen.") var slug: String
        @Argument(help: "Its name.") var name: String
        var makesFolder: Bool { true }

        func reply(in workplace: Workplace) async throws -> Reply {
            let organisation = try await workplace.store.addOrganisation(slug, name: name)
            let answer = ["id": "\(organisation.id)", "slug": organisation.slug]
            return .done(options.json ? try json(answer) : organisation.slug)
        }
    }
}
