import Foundation
import Web

/// What a visitor of the demo needs: addresses, made-up accounts, a code that works.
struct DemoFacts: Codable, Sendable {
    struct Account: Codable, Sendable {
        let name: String
        let role: String
        let password: String
    }

    let wave: String
    let pulse: String
    let pulseSlug: String
    let shareSlug: String
    /// The wave that came from a file; a demo of an older version has none.
    let earlier: String?
    /// Codes of the pulse with which nobody of the made-up people answered.
    let codes: [String]
    let accounts: [Account]

    private static func file(in folder: String) -> URL {
        URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent("demo.json")
    }

    init(
        wave: String, pulse: String, pulseSlug: String, shareSlug: String, earlier: String, codes: [String],
        accounts: [Account]
    ) {
        self.wave = wave
        self.pulse = pulse
        self.pulseSlug = pulseSlug
        self.shareSlug = shareSlug
        self.earlier = earlier
        self.codes = codes
        self.accounts = accounts
    }

    init?(in folder: String) {
        guard let data = try? Data(contentsOf: Self.file(in: folder)),
            let facts = try? JSONDecoder().decode(DemoFacts.self, from: data)
        else { return nil }
        self = facts
    }

    func save(in folder: String) throws {
        try JSONEncoder().encode(self).write(to: Self.file(in: folder), options: .atomic)
    }

    /// What the first page offers.
    var tour: DemoTour {
        DemoTour(
            results: "/waves/\(wave)/results", cards: "/waves/\(pulse)/cards", answering: answering,
            share: "/d/\(shareSlug)", people: accounts.map { ($0.role, $0.name) })
    }

    /// Another card each time, so that a second visitor seldom meets a code that the first has used.
    private var answering: String { "/m/\(pulseSlug)#\(codes.randomElement() ?? "")" }

    /// What the terminal says when the demo is ready.
    func told(by workplace: Workplace, _ folder: String) -> String {
        let people = accounts.map { "  \(workplace.say("role.\($0.role)")): \($0.name) / \($0.password)" }
        let lines = [
            workplace.say("demo.address", ["address": workplace.baseURL]), workplace.say("demo.accounts"),
        ]
        let rest = [
            workplace.say("demo.code", ["address": workplace.baseURL + answering]),
            workplace.say("demo.stop"), workplace.say("demo.delete", ["folder": folder]),
        ]
        return (lines + people + rest).joined(separator: "\n")
    }
}
