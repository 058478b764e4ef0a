import ArgumentParser
import Core
import Foundation
import Methods
import Store
import Surveys

/// Makes De Linde, a nursing home of 203 people, by the commands and forms that everybody uses.
struct DemoHome: Sendable {
    let workplace: Workplace
    let port: Int
    let clock: ShiftingClock
    let folder: String
    /// So many of those who answer the first wave keep silent: what is shown must follow.
    let answersLess: Int

    private static let teams: [DemoStaff.Team] = [
        team("Wonen en zorg", "Lindehof", 34, ["verzorgende", "helpende"]),
        team("Wonen en zorg", "Lindeveld", 38, ["verzorgende", "verpleegkundige"]),
        team("Wonen en zorg", "Lindezicht", 36, ["verzorgende", "activiteitenbegeleider"]),
        team("Wonen en zorg", "Nacht", 22, ["verzorgende", "verpleegkundige"]),
        team("Wonen en zorg", "Flexteam", 12, ["verzorgende", "helpende"]),
        team("Ondersteuning", "Keuken en restaurant", 23, ["kok", "gastvrouw"]),
        team("Ondersteuning", "Schoonmaak en linnenkamer", 24, ["schoonmaker", "linnenkamer"]),
        team("Ondersteuning", "Administratie", 9, ["administratie", "planner"]),
        team("Ondersteuning", "Onderhoud", 5, ["technicus", "technicus"]),
    ]

    private static func team(_ above: String, _ name: String, _ count: Int, _ work: [String]) -> DemoStaff.Team {
        DemoStaff.Team(path: ["De Linde", above, name], count: count, work: work)
    }

    private static var units: String {
        let lines = teams.map { "\($0.path.joined(separator: " > "));\($0.count)\n" }
        return "path;headcount\n" + lines.joined()
    }

    private static let people =
        [
            ("Hanna", Role.hr, nil),
            ("Samira", .leader, "De Linde > Wonen en zorg > Lindehof"),
            ("Bram", .board, nil), ("Olga", .council, nil), ("Ivo", .admin, nil),
        ] as [(String, Role, String?)]

    /// Whether nothing was made yet; a demo that was stopped while it was made cannot be made further.
    var isEmpty: Bool {
        get async throws { try await workplace.store.organisation(slug: "linde") == nil }
    }

    func load() async throws -> DemoFacts {
        let today = clock.present.now.day(in: .amsterdam)
        clock.go(to: today - 47, hour: 9)
        try await run(["organisation", "add", "linde", "De Linde"])
        let units = folder + "/tmp/units.csv"
        let wave = try await run(
            [
                "wave", "create", "--pack", "staff-survey-care", "--title", "Meting \((today - 47).year)", "--units",
                units, "--closes", "\(today - 29)",
            ], files: [units: Array(Self.units.utf8)], field: "id")
        var accounts: [DemoFacts.Account] = []
        for (name, role, unit) in Self.people {
            let asked = ["user", "add", name, "--role", role.rawValue] + (unit.map { ["--unit", $0] } ?? [])
            accounts.append(.init(name: name, role: role.rawValue, password: try await run(asked, field: "password")))
        }
        try await introduce()
        try await fill(wave, share: 0.73, seed: 2026, less: answersLess)
        clock.go(to: today - 28, hour: 9)
        // The housekeeper may have closed it, now that its last day is over.
        if try await found(wave).state == .open { try await run(["wave", "close", wave]) }
        try await countLeftovers(of: wave)
        clock.go(to: try await found(wave).resultsOn, hour: 10)
        try await run(["wave", "publish", wave])

        try await listStaff(on: today - 9)
        let earlier = try await readEarlier(on: today - 8, year: (today - 47).year - 2)

        clock.go(to: today - 6, hour: 9)
        // Long, so that a demo that somebody keeps has a code that works for two months.
        let pulse = try await run(
            ["wave", "create", "--pack", "pulse", "--title", "Korte meting", "--closes", "\(today + 60)"], field: "id")
        let left = try await fill(pulse, share: 0.4, seed: 7)
        try await putOnPaper(pulse, on: today - 6)
        clock.comeBack()
        let facts = DemoFacts(
            wave: wave, pulse: pulse, pulseSlug: try await slug(of: pulse), shareSlug: try await slug(of: wave),
            earlier: earlier, codes: left, accounts: accounts)
        try facts.save(in: folder)
        return facts
    }

    /// Opens a wave, and lets a share of its people answer by the form on the answering page; returns the codes that are left.
    @discardableResult
    private func fill(_ wave: String, share: Double, seed: UInt64, less: Int = 0) async throws -> [String] {
        try await council(reads: wave)
        try await run(["wave", "open", wave])
        let codes = try await run(["wave", "codes", wave]).split(separator: "\n").map {
            $0.split(separator: ";").map(String.init)
        }
        let piles = Dictionary(grouping: codes.filter { $0.count == 3 }) { $0[0] }
        let slug = try await slug(of: wave)
        guard let id = Wave.ID(wave), let organisation = try await workplace.store.organisation(slug: "linde"),
            let instrument = workplace.store.pack(
                try await workplace.store.wave(id, in: organisation.id).pack, for: organisation.id)
        else { throw DemoProblem.isIncomplete }
        var crowd = DemoCrowd(instrument, seed: seed)
        let client = LoopbackClient(port: port)
        var left: [String] = []
        var silent = max(0, less)
        for (block, pile) in piles.sorted(by: { $0.key < $1.key }) {
            // A pile holds a tenth more cards than there are people; a share of the people answers.
            let number = Int((Double(pile.count) / 1.12 * share * crowd.eagerness(of: block)).rounded())
            // Nobody else says something else because of who is silent.
            let forms = pile.prefix(number).map { crowd.form(code: $0[1], block: block) }
            let said = number - min(silent, number / 4)
            silent -= number - said
            for form in forms.prefix(said) {
                let status = try await client.post("/m/\(slug)", form).status
                guard status == 303 else { throw DemoProblem.wasRefused(status) }
            }
            left += pile.dropFirst(said).map { $0[1] }
        }
        return left
    }

    /// hr takes in what was measured before there was Weefsel, looks at it, and shares it.
    private func readEarlier(on day: Day, year: Int) async throws -> String {
        clock.go(to: day, hour: 11)
        guard let organisation = try await workplace.store.organisation(slug: "linde"),
            let instrument = workplace.store.pack("staff-survey-care", for: organisation.id)
        else { throw DemoProblem.isIncomplete }
        let hanna = try await DemoDesk(LoopbackClient(port: port), name: "Hanna")
        let file = try await hanna.upload(
            "/waves/import", [("pack", instrument.id)], file: DemoFile.name, DemoFile(instrument, year: year).text)
        try await hanna.submit(file, [("units", "\(DemoFile.units)")])
        try await hanna.submit(file, to: "\(file)/wave", [("title", "Meting \(year)"), ("held", "\(year)-11-20")])
        guard let wave = file.split(separator: "/").last.map(String.init) else { throw DemoProblem.isIncomplete }
        try await hanna.submit("/waves/\(wave)", to: "/waves/\(wave)/publication", [("sure", "1")])
        return wave
    }

    /// hr reads in who works here.
    private func listStaff(on day: Day) async throws {
        clock.go(to: day, hour: 10)
        let hanna = try await DemoDesk(LoopbackClient(port: port), name: "Hanna")
        let list = try await hanna.upload(
            "/admin/members/file", [], file: DemoStaff.name, DemoStaff(Self.teams).text)
        try await hanna.submit(list, to: "\(list)/members", [])
    }

    /// In the kitchen some would rather have it on paper.
    private func putOnPaper(_ wave: String, on day: Day) async throws {
        guard let organisation = try await workplace.store.organisation(slug: "linde") else {
            throw DemoProblem.isIncomplete
        }
        let paper = DemoPaper(
            store: workplace.store, client: LoopbackClient(port: port), organisation: organisation,
            wave: try await found(wave))
        try await paper.make(4, for: "Keuken en restaurant", on: day)
    }

    /// The council reads the agreements before they hold.
    private func council(reads wave: String) async throws {
        let manifest = "/waves/\(wave)/manifest"
        try await DemoDesk(LoopbackClient(port: port), name: "Olga").submit(
            manifest, to: "\(manifest)/readings", [("name", "Olga")])
    }

    /// The administrator fills in the settings.
    private func introduce() async throws {
        let channels = DemoCrowd.helpChannels.enumerated().flatMap { number, channel in
            [
                ("channel_\(number)_name_nl", channel.name["nl"]), ("channel_\(number)_text_nl", channel.text["nl"]),
                ("channel_\(number)_name_en", channel.name["en"]), ("channel_\(number)_text_en", channel.text["en"]),
            ].map { ($0.0, $0.1 ?? "") }
        }
        let settings = [
            ("name", "De Linde"), ("council", Organisation.CouncilKind.worksCouncil.rawValue),
            ("officer", "Fatima Bakker, privacy@delinde.example"), ("zone", "Europe/Amsterdam"),
        ]
        try await DemoDesk(LoopbackClient(port: port), name: "Ivo").submit("/admin/settings", settings + channels)
    }

    /// hr counts what came back of each pile, so that the report can account for the cards.
    private func countLeftovers(of wave: String) async throws {
        let found = try await found(wave)
        let store = workplace.store
        let blocks = try await store.groups(of: found.id, in: found.organisation).filter(\.isBlock)
        let made = try await store.cardsMade(for: found.id, in: found.organisation)
        let fields = blocks.map { ("left-\($0.position)", "\((made[$0.position] ?? 0) / 5)") }
        try await DemoDesk(LoopbackClient(port: port), name: "Hanna").submit("/waves/\(wave)/leftovers", fields)
    }

    private func slug(of wave: String) async throws -> String { try await found(wave).slug }

    private func found(_ wave: String) async throws -> Wave {
        guard let id = Wave.ID(wave), let organisation = try await workplace.store.organisation(slug: "linde") else {
            throw DemoProblem.isIncomplete
        }
        return try await workplace.store.wave(id, in: organisation.id)
    }

    /// Runs a command as if it were typed, and returns a field of its answer, or all of it.
    @discardableResult
    private func run(_ words: [String], files: [String: [UInt8]] = [:], field: String? = nil) async throws -> String {
        let arguments = words + ["--data", folder] + (field == nil ? [] : ["--json"])
        guard let command = try Weefsel.parseAsRoot(arguments) as? any DataCommand else {
            throw DemoProblem.isIncomplete
        }
        let order = Order(arguments: arguments, language: workplace.order.language, files: files.mapValues { Data($0) })
        let here = Workplace(
            store: workplace.store, words: workplace.words, order: order, baseURL: workplace.baseURL,
            resources: workplace.resources)
        let reply = await here.answer(command)
        guard reply.code == 0 else { throw DemoProblem.commandFailed(reply.problems.joined(separator: "; ")) }
        guard let field else { return reply.out }
        return try JSONDecoder().decode([String: String].self, from: Data(reply.out.utf8))[field] ?? ""
    }
}

enum DemoProblem: Error {
    case isIncomplete
    case wasRefused(Int)
    case commandFailed(String)
}
