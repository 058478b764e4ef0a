import Core
import Foundation
import Store
import Support
import Testing

@testable import Web

/// What the sources say, read from the clone itself.
private enum Said {
    static func files(in folder: String, ending: String) throws -> [(path: String, text: String)] {
        let place = House.root.appendingPathComponent(folder)
        return try FileManager.default.subpathsOfDirectory(atPath: place.path).filter { $0.hasSuffix(ending) }.map {
            ($0, try String(contentsOf: place.appendingPathComponent($0), encoding: .utf8))
        }
    }

    private static let endings: Set<Substring> = [
        "css", "csv", "db", "gz", "html", "jpg", "js", "json", "lock", "md", "mustache", "png", "sock", "spool",
        "sqlar",
        "sqlite",
        "svg",
        "tar",
        "txt", "xlsx", "yaml", "zip",
    ]

    /// Every text in Swift that looks like a key, and where it stands.
    static func keys() throws -> [(key: String, path: String)] {
        try files(in: "Sources", ending: ".swift").flatMap { path, text in
            text.matches(of: /"([a-z]+(?:\.[a-z0-9_]+)+)"/).map { (String($0.1), path) }
        }.filter { key, _ in !endings.contains(key.split(separator: ".").last ?? "") }
    }

    /// The beginnings of keys that are put together.
    static func beginnings() throws -> [(key: String, path: String)] {
        try files(in: "Sources", ending: ".swift").flatMap { path, text in
            text.matches(of: /"([a-z]+\.(?:[a-z0-9_]+\.)*[a-z0-9_]*)\\\(/).map { (String($0.1), path) }
        }
    }

    static func templateKeys() throws -> [(key: String, path: String)] {
        try files(in: "Templates", ending: ".mustache").flatMap { path, text in
            text.matches(of: /\{\{[#^&]?\s*words\.([a-z0-9_.]+)\s*\}\}/).map { (String($0.1), path) }
        }
    }
}

@Suite struct WordsTests {
    private let words: Words

    init() throws {
        words = try Words(House.root.appendingPathComponent("Locales"))
    }

    @Test func `a name with braces in it is shown as it was typed`() {
        let text = words("date.short", ["day": "{month}", "month": "{day} {nothing}"], in: .dutch)
        #expect(text == "{month} {day} {nothing}")
    }

    @Test func `the council is called by its own name, and where there is none nobody is sent to it`() {
        func who(_ council: Organisation.CouncilKind) -> String {
            words("manifest.who_sees", in: .dutch, council: council)
        }
        #expect(who(.worksCouncil) == "Hr, de ondernemingsraad, het bestuur en leidinggevenden.")
        #expect(who(.none) == "Hr, het bestuur en leidinggevenden.")
        let log = words("admin.log.who", in: .english, council: .staffRepresentation)
        #expect(log == "The staff representation and the administrator.")
    }

    /// What has no words, as one list that reads well when the test fails.
    private func missing(_ asked: [(key: String, path: String)], _ isThere: (String) -> Bool) -> [String] {
        Set(asked.filter { !isThere($0.key) }.map { "\($0.key) in \($0.path)" }).sorted()
    }

    @Test(arguments: Language.spoken)
    func `every key in the sources has words`(language: Language) throws {
        let keys = words.keys(in: language)
        // A key may also be a branch, whose leaves are enumerated below.
        let found = try missing(Said.keys()) { key in keys.contains(key) || keys.contains { $0.hasPrefix(key + ".") } }
        #expect(found == [])
    }

    @Test(arguments: Language.spoken)
    func `every key in the templates has words`(language: Language) throws {
        let keys = words.keys(in: language)
        let found = try missing(Said.templateKeys(), keys.contains)
        #expect(found == [])
    }

    @Test(arguments: Language.spoken)
    func `every key that is put together has words`(language: Language) throws {
        let keys = words.keys(in: language)
        let found = try missing(Said.beginnings()) { key in keys.contains { $0.hasPrefix(key) } }
        #expect(found == [])
        #expect(Self.enumerated.filter { !keys.contains($0) && !keys.contains($0 + ".other") } == [])
    }

    private static let enumerated: [String] = {
        let kinds = [
            "not_found", "spent", "set_up_done", "from_elsewhere", "conflict", "refused", "too_large", "bad_request",
            "unexpected",
        ]
        let parts = ["units", "people", "settings", "decisions", "log"]
        let settings = ["name", "council", "officer", "zone", "channels", "zone_amsterdam", "zone_brussels"]
        return Role.allCases.flatMap { ["role.\($0.rawValue)", "role.may.\($0.rawValue)"] }
            + Room.inBar.map { "room.\($0.room.rawValue)" }
            + (1...7).map { "date.weekday.\($0)" } + (1...12).map { "date.month.\($0)" }
            + kinds.flatMap { ["error.\($0).title", "error.\($0).text"] }
            + Errand.Kind.allCases.flatMap { kind in
                ["title", "text", "act"].map { "today.\(kind.rawValue).\($0)" }
            }
            + ["morning", "afternoon", "evening"].map { "today.\($0)" }
            + Organisation.CouncilKind.allCases.map { "organisation.council.\($0.rawValue)" }
            + Decision.Kind.allCases.map { "decision.kind.\($0.rawValue)" }
            + Decision.Agreed.allCases.flatMap { ["decision.agreed.\($0.rawValue)", "decision.signs.\($0.rawValue)"] }
            + ["hr", "council"].flatMap { ["decision.waits.\($0)", "decision.waiting_role.\($0)"] }
            + AuditLine.Act.allCases.map { "audit.\($0.rawValue)" }
            + RawExport.Refusal.allCases.map(\.rawValue) + LeavingPlan.Refusal.allCases.map(\.rawValue)
            + ["draft", "open", "closed", "published", "withdrawn"].map { "departure.waves.\($0)" }
            + ["hr", "council", "staff_meeting"].map { "departure.proof.agreed_\($0)" }
            + ["copy", "others", "left"].map { "departure.proof.found_\($0)" }
            + parts.flatMap { ["admin.\($0).title", "admin.\($0).about"] } + settings.map { "admin.settings.\($0)" }
            + SettingsForm.Channel.parts.map { "admin.settings.channel_\($0)" }
            + ["additions", "changes", "departures"].map { "admin.units_preview.\($0)" }
            + (KeptAnswers.Kind.allCases.map(\.rawValue) + [
                "wave", "spool", "backup", "temporary", "sign_ins", "log", "mail",
            ])
            .map { "command.due.\($0)" }
            + ["data", "address", "base", "resources", "proxies"].map { "serve.setting.\($0)" }
    }()

    @Test func `both languages have the same keys with the same places to fill in`() {
        let (dutch, english) = (words.keys(in: .dutch), words.keys(in: .english))
        #expect(dutch.subtracting(english).sorted() == [])
        #expect(english.subtracting(dutch).sorted() == [])
        for key in dutch.intersection(english) {
            let places = Language.spoken.map { language in
                Set(words(key, in: language).matches(of: /\{[a-z_]+\}/).map { String($0.0) })
            }
            #expect(places[0] == places[1], "\(key)")
        }
    }

    @Test func `nothing shouts, and Dutch says je`() {
        for language in Language.spoken {
            for key in words.keys(in: language) { #expect(!words(key, in: language).contains("!"), "\(key)") }
        }
        for key in words.keys(in: .dutch) {
            #expect(words(key, in: .dutch).firstMatch(of: /(?i)\b(u|uw)\b/) == nil, "\(key)")
        }
    }

    @Test func `every file of words holds one room, named as the file`() throws {
        for (path, text) in try Said.files(in: "Locales", ending: ".yaml") {
            let name = path.split(separator: "/").last?.dropLast(".yaml".count) ?? ""
            let roots = text.split(separator: "\n").filter { $0.firstMatch(of: /^[a-z_]+:/) != nil }
            #expect(roots.map(String.init) == ["\(name):"], "\(path)")
        }
    }
}
