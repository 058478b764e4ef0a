import ArgumentParser
import Store
import Core

struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation", abstract: "Organisations of this installation.",
        subcommands: [
            Add.self, List.self, OrganisationExportCommand.self, OrganisationExported.self, OrganisationDelete.self,
        ])

    struct List: DataCommand {
        static let configuration = CommandConfiguration(abstract: "List the organisations, by their short names.")

        @OptionGroup var options: DataOptions

        private struct Listed: Encodable {
            let slug: String
            let name: String
        }

        func reply(in workplace: Workplace) async throws -> Reply {
            let all = try await workplace.store.organisations().sorted { $0.slug < $1.slug }
            guard !options.json else {
                return .done(try json(["organisations": all.map { Listed(slug: $0.slug, name: $0.name) }]))
            }
            return .done(all.map { [$0.slug, $0.name].joined(separator: "  ") }.joined(separator: "\n"))
        }
    }

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
