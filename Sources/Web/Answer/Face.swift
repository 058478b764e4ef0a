import Core
import Methods
import Store
import Surveys

/// A wave as those who answer see it.
struct Face: Sendable {
    let wave: Wave
    let organisation: Organisation
    let instrument: Instrument

    /// Looks the wave up by the last part of its address.
    init(_ slug: String, in store: Store) async throws {
        guard let (wave, organisation) = try await store.wave(slug: slug) else { throw NotFound() }
        self.wave = wave
        self.organisation = organisation
        instrument = try await store.instrument(of: wave)
    }

    /// Whether somebody may answer now.
    func isOpen(at now: Moment) -> Bool {
        wave.state == .open && now < Moment.end(of: wave.closesOn, in: organisation.zone)
    }

    /// What the frame of every public page of this organisation shows.
    func frame(_ say: Speech, _ part: String = "") -> [String: Any] {
        let path = Paths.answering(wave.slug)
        let suffix = "?lang=\(say.language)"
        return [
            "organisation": organisation.name, "title": instrument.title[say.language],
            "logo": organisation.logo.map { _ in Paths.logo(organisation.slug) } as Any? ?? false,
            "path": path + suffix,
            "about": AboutPage.paths(below: path, language: say.language),
        ]
    }

    /// Whom the organisation names, with how to reach them. A role without an address leads nowhere.
    func help(_ say: Speech) -> [String: Any] {
        let own = organisation.helpChannels.map { channel in
            [
                "name": channel.name[say.language.rawValue] ?? channel.name["nl"] ?? "",
                "text": channel.text[say.language.rawValue] ?? channel.text["nl"] ?? "",
            ]
        }
        return ["help": own, "has_help": !own.isEmpty]
    }
}
