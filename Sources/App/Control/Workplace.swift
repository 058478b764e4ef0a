import ArgumentParser
import Core
import Foundation
import Methods
import Store
import Surveys
import Web

/// What a command works on: the store, the words, and the files that came along.
struct Workplace: Sendable {
    let store: Store
    let words: Words
    let order: Order
    let baseURL: String
    /// Where Packs and the words came from.
    let resources: URL

    init(store: Store, words: Words, order: Order, baseURL: String, resources: URL) {
        self.store = store
        self.words = words
        self.order = order
        self.baseURL = baseURL
        self.resources = resources
    }

    /// Opens the folder itself, because no server has it.
    init(
        _ folder: String, _ options: DataOptions, _ order: Order, makes: Bool = false,
        opening: Store.Opening = .finishing
    ) async throws {
        let setup = try Setup(options)
        words = try setup.words()
        store = try await setup.store(in: folder, makes: makes, opening: opening)
        self.order = order
        baseURL = try setup.web().baseURL
        resources = setup.resources
        complainOfPacks()
    }

    /// Says which questionnaires are left out, and why; the others work.
    func complainOfPacks() {
        for (pack, problems) in store.brokenPacks.sorted(by: { $0.key < $1.key }) {
            Terminal.complain([say("command.pack_is_left_out", ["pack": pack])])
            Terminal.complain(problems.all.map { Self.line(for: $0, words, language) })
        }
    }

    var language: Language { Language(rawValue: order.language) }

    func say(_ key: String, _ values: [String: String] = [:]) -> String { words(key, values, in: language) }

    var remedy: Remedy {
        Remedy(words: words, language: language, resources: resources, folder: store.folder.url.path)
    }

    /// The same where no store could be opened.
    static func remedy(_ options: DataOptions, _ order: Order) -> Remedy? {
        guard let setup = try? Setup(options), let words = try? setup.words() else { return nil }
        return Remedy(
            words: words, language: Language(rawValue: order.language), resources: setup.resources,
            folder: (try? options.folder) ?? "")
    }

    func answer(_ command: any DataCommand) async -> Reply {
        do {
            return try await command.reply(in: self)
        } catch {
            return Self.reply(to: error, remedy)
        }
    }

    /// Runs what the program does itself; what goes wrong becomes lines and an exit code.
    static func explaining(
        _ options: DataOptions, in language: Language = Terminal.language, _ run: () async throws -> Void
    ) async throws {
        do { try await run() } catch let code as ExitCode { throw code } catch {
            let order = Order(arguments: [], language: language.rawValue, files: [:])
            let reply = explain(error, options, order)
            Terminal.complain(reply.problems)
            throw ExitCode(reply.code)
        }
    }

    static func explain(_ error: any Error, _ options: DataOptions, _ order: Order) -> Reply {
        if let error = error as? ValidationError { return Reply(code: 2, problems: [error.message]) }
        guard let remedy = remedy(options, order) else {
            return Reply(
                code: error is Problems ? 2 : 1,
                problems: ["No Locales found: say where with --resources or WEEFSEL_RESOURCES."])
        }
        return reply(to: error, remedy)
    }

    /// 1 where the program says no, 2 where what was handed in is wrong.
    private static func reply(to error: any Error, _ remedy: Remedy) -> Reply {
        let (words, language) = (remedy.words, remedy.language)
        return switch error {
        case let problems as Problems:
            Reply(code: 2, problems: problems.all.map { line(for: $0, words, language) })
        case let refusal as any Refusal:
            Reply(code: BadInput.code(of: refusal), problems: [words(refusal.key, in: language)])
        case let problem as StartProblem:
            Reply(
                code: BadInput.code(of: problem),
                problems: [words(problem.rawValue, ["folder": remedy.folder.quotedForShell], in: language)])
        case let stuck as Stuck:
            Reply(code: 1, problems: [remedy.text(for: stuck)])
        case let stopped as StoppedHalfway:
            Reply(code: 1, problems: [words("departure.stopped_halfway", ["reason": stopped.reason], in: language)])
        case is NotFound:
            Reply(code: 1, problems: [words("error.not_found.text", in: language)])
        case let error as ValidationError:
            Reply(code: 2, problems: [error.message])
        case let missing as MissingTemplate:
            Reply(
                code: 2,
                problems: [words("start.template_is_missing", ["name": missing.name, "by": missing.by], in: language)])
        default:
            Reply(
                code: 1,
                problems: [
                    Ailment(error, in: remedy.folder).map(remedy.line)
                        ?? words("error.unexpected.text", in: language) + " (\(error))"
                ])
        }
    }

    private static func line(for problem: Problem, _ words: Words, _ language: Language) -> String {
        let place = [problem.file, problem.line.map(String.init)].compactMap { $0 }.joined(separator: ":")
        return (place.isEmpty ? "" : place + ": ") + words(problem.key, problem.values, in: language)
    }

    /// The organisation that was named, or the only one.
    func organisation(_ options: DataOptions) async throws -> Organisation {
        if let slug = options.organisation {
            return try await organisation(named: slug)
        }
        let all = try await store.organisations()
        guard all.count == 1 else { throw all.isEmpty ? NotFound() as any Error : Organisation.Refusal.chooseOne }
        return all[0]
    }
}

extension Workplace {
    func organisation(named slug: String) async throws -> Organisation {
        guard let found = try await store.organisation(slug: slug) else { throw try await organisationIsUnknown(slug) }
        return found
    }

    /// Which word was meant, and which there are: whoever types a command may read all of them anyway.
    func organisationIsUnknown(_ slug: String) async throws -> Problems {
        let slugs = try await store.organisations().map(\.slug).sorted()
        guard !slugs.isEmpty else { return Problems(Problem("command.no_organisation", ["found": slug])) }
        return Problems(
            Problem("command.organisation_is_unknown", ["found": slug, "slugs": slugs.joined(separator: ", ")]))
    }
}

/// Text for machines: keys sorted, so that equal answers are equal bytes.
func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
