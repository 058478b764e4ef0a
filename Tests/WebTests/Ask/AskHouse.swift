import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys

/// A house with units and somebody of hr, for what happens in the room Ask.
struct AskHouse: Sendable {
    let house: House
    let hr: Visitor

    /// De Linde: two wards, a kitchen, and two teams too small for a block of their own.
    static let units = """
        path;headcount
        De Linde > Zorg;12
        De Linde > Zorg > Lindehof;34
        De Linde > Zorg > Lindeveld;38
        De Linde > Keuken;23
        De Linde > Administratie;9
        De Linde > Onderhoud;5

        """

    init(_ house: House, units: String? = AskHouse.units) async throws {
        self.house = house
        if let units { try await house.addUnits(units) }
        hr = try await house.visitor(.hr)
    }

    init(units: String? = AskHouse.units) async throws {
        try await self.init(House(), units: units)
    }

    var store: Store { house.store }
    var organisation: Organisation { house.organisation }

    func draft(_ title: String = "Meting 2026", in home: Organisation? = nil) async throws -> Wave {
        let draft = try store.draft(title, pack: "pulse", in: home ?? organisation)
        try await store.add(draft)
        return draft
    }

    func opened() async throws -> Wave {
        let draft = try await draft()
        try await store.open(draft.id, in: organisation.id)
        return try await now(draft)
    }

    func now(_ wave: Wave) async throws -> Wave { try await store.wave(wave.id, in: organisation.id) }

    func path(_ wave: Wave, _ part: String = "") -> String { "/waves/\(wave.id)" + (part.isEmpty ? "" : "/\(part)") }

    func blocks(of wave: Wave) async throws -> [Group] {
        try await store.groups(of: wave.id, in: organisation.id).filter(\.isBlock)
    }

    /// What the log says of changes to waves in preparation.
    func changes() async throws -> [AuditLine.Act] {
        let parts: Set<AuditLine.Act> = [
            .waveChanged, .waveTitleChanged, .waveQuestionsChanged, .waveDaysChanged, .waveSharingChanged,
        ]
        return try await store.auditLines(in: organisation.id).map(\.act).filter(parts.contains)
    }

    func lines(_ act: AuditLine.Act) async throws -> Int {
        try await store.auditLines(in: organisation.id).filter { $0.act == act }.count
    }

    /// Answers with the first codes of a block, and counts as the server does once a day.
    func answer(_ wave: Wave, block: Int, times: Int) async throws {
        let piles = try await store.codes(of: wave.id, block: block, in: organisation.id)
        for code in piles[0].codes.prefix(times) {
            _ = try await store.submit(Array("code=\(code)&pulse-joy=4".utf8), to: wave.slug)
        }
        try await store.countResponses()
    }
}

extension TestResponse {
    var location: String { headers[.location] ?? "" }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String {
        let parts = text.components(separatedBy: "name=\"\(name)\" value=\"")
        return parts.count > 1 ? String(parts[1].prefix { $0 != "\"" }) : ""
    }

    /// No word is missing on the page itself, and no placeholder stayed empty.
    var isComplete: Bool {
        let page = text.components(separatedBy: "<main").last?.components(separatedBy: "</main>").first ?? ""
        return !page.isEmpty && !page.contains("⟦") && !page.contains(/\{[a-z]+\}/)
    }
}
