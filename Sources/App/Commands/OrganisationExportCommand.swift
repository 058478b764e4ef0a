import ArgumentParser
import Core
import Store
import Web

/// Everything of an organisation, in open formats, in a new folder.
struct OrganisationExportCommand: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write everything of an organisation into a new folder, in open formats.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The folder to make; it must not exist, or be empty.") var folder: String
    @Option(help: "The language of the workbooks, nl or en; without it nl.") var lang: String?

    func files() throws -> [String: [UInt8]] {
        try OutFolder(path: folder).check(outside: options.folder)
        _ = try Terminal.language(lang, else: .dutch)
        return [:]
    }

    func reply(in workplace: Workplace) async throws -> Reply {
        let home = try await workplace.organisation(options)
        let export = OrganisationExport(
            workplace.store, of: home, words: workplace.words, language: try Terminal.language(lang, else: .dutch))
        let mark = try await workplace.store.exportMark(of: home.id)
        let made = try await HandedOver.made(in: workplace.store, of: home.id) { made in
            try await export.write { try await made.write($0, $1) }
        }
        return try made.reply(
            saying: workplace.say("command.exported", ["path": folder]),
            next: ["organisation", "exported", mark, "--organisation", home.slug])
    }

    /// Somebody has it only once it lies where they wanted it.
    func next(_ reply: Reply) throws -> [String]? {
        try HandedOver.Told(in: reply).next.map { $0 + options.again }
    }

    func shown(_ reply: Reply) throws -> String {
        let told = try HandedOver.Told(in: reply)
        try OutFolder(path: folder).take(told.place)
        return options.json ? try json(["folder": folder]) : told.words
    }
}

/// Notes that an export was laid down; the command that made it orders this itself.
struct OrganisationExported: DataCommand {
    static let configuration = CommandConfiguration(commandName: "exported", shouldDisplay: false)

    @OptionGroup var options: DataOptions
    @Argument(help: "What it holds of what counts, as a hash.") var mark: String

    func reply(in workplace: Workplace) async throws -> Reply {
        let home = try await workplace.organisation(options)
        try await workplace.store.noteExport(of: home.id, holding: mark)
        return .done("")
    }
}
