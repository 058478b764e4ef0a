import ArgumentParser
import Core
import Foundation
import Methods
import Store
import Web

/// What the environment and the options say, looked at once.
struct Setup {
    let options: DataOptions
    let resources: URL

    init(_ options: DataOptions) throws {
        self.options = options
        resources = try Self.resources(options.resources)
        try ResourceFolder.check(resources)
    }

    /// `--resources`, else WEEFSEL_RESOURCES, else beside the binary's real path.
    private static func resources(_ chosen: String?) throws -> URL {
        let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let folder =
            (chosen ?? Environment["WEEFSEL_RESOURCES"]).map { URL(fileURLWithPath: $0, isDirectory: true) } ?? binary
        guard FileManager.default.fileExists(atPath: folder.appendingPathComponent("Locales").path) else {
            throw ValidationError(
                "No Packs, Locales, Templates and Assets in \(folder.path): say where with --resources.")
        }
        return folder
    }

    func words() throws -> Words { try Words(resources.appendingPathComponent("Locales")) }

    func web(port: Int? = nil, host: String? = nil) -> WebConfiguration {
        let proxies = (Environment["WEEFSEL_TRUSTED_PROXIES"] ?? "").split(separator: ",").map { String($0).trimmed }
        return WebConfiguration(
            host: host ?? Environment["WEEFSEL_HOST"] ?? "127.0.0.1",
            port: port ?? Environment["WEEFSEL_PORT"].flatMap { Int($0) } ?? 8080,
            baseURL: Environment["WEEFSEL_BASE_URL"], resources: resources, trustedProxies: Set(proxies))
    }

    func store(in folder: String, kind: Store.Kind = .real, clock given: Clock? = nil) async throws -> Store {
        var settings = Store.Options()
        settings.packs = try PackFolder.all(in: resources.appendingPathComponent("Packs").path).map {
            try $0.files()
        }
        settings.kind = kind
        settings.clock = try given ?? clock()
        settings.haltAt = Environment["WEEFSEL_HALT_AT"]
        settings.spoolPages = Environment["WEEFSEL_MAX_PAGES"].flatMap { Int($0) }
        settings.answersPages = Environment["WEEFSEL_MAX_ANSWERS_PAGES"].flatMap { Int($0) }
        return try await Store(try DataFolder(folder), settings)
    }

    private func clock() throws -> Clock? {
        guard let now = options.now else { return nil }
        let parts = now.split(separator: "T")
        let time = parts.count == 2 ? parts[1].split(separator: ":").compactMap { Int($0) } : [0, 0]
        guard let day = parts.first.flatMap({ Day(String($0)) }), time.count >= 2 else {
            throw ValidationError("--now takes a day and a time, such as 2026-10-05T09:00.")
        }
        let midnight = Moment.end(of: day - 1, in: .amsterdam)
        return .starting(at: midnight + time[0] * 3_600 + time[1] * 60)
    }
}
