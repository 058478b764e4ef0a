import ArgumentParser
import Core
import Foundation
import Web

/// What every command on a data folder takes.
struct DataOptions: ParsableArguments {
    @Option(help: "The data folder (or WEEFSEL_DATA).") var data: String?
    @Flag(help: "Answer in JSON.") var json = false
    @Option(help: "Which organisation, by its slug, where there are several.") var organisation: String?
    @Option(help: "Where Packs, Locales, Templates and Assets are (or WEEFSEL_RESOURCES).") var resources: String?
    @Option(help: "The clock's start, such as 2026-10-05T09:00; only on a demo or test folder.") var now: String?

    var folder: String {
        get throws {
            guard let path = data ?? Environment["WEEFSEL_DATA"] else {
                throw Problems(Problem("command.data_is_missing"))
            }
            return URL(fileURLWithPath: path).path
        }
    }
}

extension DataOptions {
    /// The same folder and clock, for a command that follows this one.
    var again: [String] {
        [("--data", data), ("--resources", resources), ("--now", now)].flatMap { name, value in
            value.map { [name, $0] } ?? []
        }
    }

    func words() throws -> Words { try Setup(self).words() }
}

/// The environment variables that Weefsel reads.
enum Environment {
    static let names = [
        "WEEFSEL_DATA", "WEEFSEL_RESOURCES", "WEEFSEL_BASE_URL", "WEEFSEL_HOST", "WEEFSEL_PORT",
        "WEEFSEL_TRUSTED_PROXIES", "WEEFSEL_CHROMIUM", "WEEFSEL_MAIL", "WEEFSEL_MAIL_PASSWORD_FILE",
        "WEEFSEL_MAIL_FROM", "WEEFSEL_MAIL_CERTIFICATES", "WEEFSEL_LOG", "WEEFSEL_HALT_AT", "WEEFSEL_MAX_PAGES",
        "WEEFSEL_MAX_ANSWERS_PAGES", "WEEFSEL_MAX_CORE_PAGES", "WEEFSEL_SYNCHRONOUS",
    ]

    static subscript(name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
