import Core
import Methods
import Store
import Surveys

/// A wave as those who answer see it.
struct Face: Sendable {
    let wave: Wave
    let organisation: Organisation
    let instrument: Instrument
    /// Whether answers can be stored now; an open wave may stand still.
    let takesAnswers: Bool
    let standstill: Standstill?

    /// Looks the wave up by the last part of its address.
    init(_ slug: String, in store: Store) async throws {
        guard let (wave, organisation) = try await store.wave(slug: slug) else { throw NotFound() }
        self.wave = wave
        self.organisation = organisation
        instrument = try await store.instrument(of: wave)
        takesAnswers = store.takesAnswers(wave.id)
        standstill = store.standstill(of: wave.id)
    }

    /// Whether somebody may answer now.
    func isOpen(at now: Moment) -> Bool {
        wave.state == .open && takesAnswers && now < Moment.end(of: wave.closesOn, in: organisation.zone)
    }

    /// What the frame of every public page of this organisation shows.
    func frame(_ say: Speech) -> [String: Any] {
        let path = Paths.answering(wave.slug)
        let suffix = "?lang=\(say.language)"
        return [
            "organisation": organisation.name, "title": instrument.title[say.language],
            // On a phone with a weak signal a large picture would come before the questions.
            "logo": organisation.logo?.isForAnswering == true ? Paths.logo(organisation.slug) : false as Any,
            "path": path + suffix,
            "about": AboutPage.paths(below: path, language: say.language),
        ]
    }

    /// Whom the organisation names; without any, whom the pack would name.
    func help(_ say: Speech) -> [[String: String]] {
        let own = organisation.helpChannels.map { channel in
            // Where nobody typed it in the reader's language, it stands in the one that it was typed in.
            let language = channel.name[say.language.rawValue] == nil ? Language.dutch : say.language
            let code = language.rawValue
            return ["name": channel.name[code] ?? "", "text": channel.text[code] ?? "", "lang": code]
        }
        let packs = instrument.help.map { ["name": say($0.key), "text": "", "lang": say.language.rawValue] }
        return own.isEmpty ? packs : own
    }
}
