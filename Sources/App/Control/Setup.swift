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
        let said = (chosen ?? Environment["WEEFSEL_RESOURCES"]).map { URL(fileURLWithPath: $0, isDirectory: true) }
        let folder = said ?? Version.folder
        guard FileManager.default.fileExists(atPath: folder.appendingPathComponent("Locales").path) else {
            throw ValidationError(
                "No Packs, Locales, Templates and Assets in \(folder.path): say where with --resources.")
        }
        return folder
    }

    func words() throws -> Words { try Words(resources.appendingPathComponent("Locales")) }

    func web(port: Int? = nil, host: String? = nil) throws(Problems) -> WebConfiguration {
        let proxies = (Environment["WEEFSEL_TRUSTED_PROXIES"] ?? "").split(separator: ",").map { String($0).trimmed }
        return WebConfiguration(
            host: host ?? Environment["WEEFSEL_HOST"] ?? "127.0.0.1",
            port: try Address.port(port.map(String.init) ?? Environment["WEEFSEL_PORT"] ?? "8080"),
            baseURL: try Environment["WEEFSEL_BASE_URL"].map(Address.base), resources: resources,
            trustedProxies: Set(proxies), chromium: try Browser.path(), version: Version.written,
            mail: try MailSettings.found.configuration())
    }

    func store(
        in folder: String, makes: Bool, kind: Store.Kind = .real, clock given: Clock? = nil,
        opening: Store.Opening = .finishing
    ) async throws -> Store {
        guard makes || DataFolder.isThere(folder) else {
            throw Problems(Problem("start.is_missing", ["path": folder]))
        }
        var settings = Store.Options()
        for pack in try PackFolder.all(in: resources.appendingPathComponent("Packs").path) {
            do throws(Problems) {
                settings.packs.append(try pack.files())
            } catch {
                settings.unreadablePacks[pack.name] = error
            }
        }
        settings.kind = kind
        settings.opening = opening
        settings.clock = try given ?? clock()
        settings.haltAt = Environment["WEEFSEL_HALT_AT"]
        settings.spoolPages = Environment["WEEFSEL_MAX_PAGES"].flatMap { Int($0) }
        settings.answersPages = Environment["WEEFSEL_MAX_ANSWERS_PAGES"].flatMap { Int($0) }
        settings.corePages = Environment["WEEFSEL_MAX_CORE_PAGES"].flatMap { Int($0) }
        settings.synchronous = Environment["WEEFSEL_SYNCHRONOUS"].flatMap { Int($0) }
        return try await Store(try DataFolder(folder), settings)
    }

    /// As `--now` says; nil without it.
    func clock() throws -> Clock? {
        guard let now = options.now else { return nil }
        let parts = now.split(separator: "T")
        let time = parts.count == 2 ? parts[1].split(separator: ":").compactMap { Int($0) } : [0, 0]
        guard let day = parts.first.flatMap({ Day(String($0)) }), time.count >= 2 else {
            throw Problems(Problem("command.now_is_no_time"))
        }
        let midnight = Moment.end(of: day - 1, in: .amsterdam)
        return .starting(at: midnight + time[0] * 3_600 + time[1] * 60)
    }
}
