import Core
import Methods
import Store
import Surveys

/// A wave as those who answer see it.
struct Face: Sendable {
    let wave: Wave
    let organisation: Organisation
    /// Nil where the agreements or the questionnaire are not what was frozen: such a wave only tells its state.
    let instrument: Instrument?
    /// Whether answers can be stored now; an open wave may stand still.
    let takesAnswers: Bool
    let standstill: Standstill?
    /// How many forms of paper were made.
    let forms: Int

    /// Looks the wave up by the last part of its address.
    init(_ slug: String, in store: Store) async throws {
        guard let (wave, organisation) = try await store.wave(slug: slug) else { throw NotFound() }
        self.wave = wave
        self.organisation = organisation
        instrument = try await store.knownInstrument(of: wave)
        takesAnswers = store.takesAnswers(wave.id)
        standstill = store.standstill(of: wave.id)
        forms = try await store.formsMade(for: wave.id, in: organisation.id).values.reduce(0, +)
    }

    /// Whether somebody may answer now.
    func isOpen(at now: Moment) -> Bool {
        wave.state == .open && takesAnswers && now < Moment.end(of: wave.closesOn, in: organisation.zone)
    }

    /// Whether everybody should have had the results by now.
    func isLate(at now: Moment) -> Bool { wave.isLate(on: now.day(in: organisation.zone)) }

    /// Until when the page of this address stays as it is, if nobody changes anything.
    func staysSame(from now: Moment) -> Moment {
        [wave.closesOn, wave.resultsOn].map { Moment.end(of: $0, in: organisation.zone) }.first { now < $0 }
            ?? Moment(seconds: .max)
    }

    /// Whether the wave is open and something is wrong with it; one that is being closed is over.
    var standsStill: Bool {
        wave.state == .open && (standstill.map { !$0.isClosing } ?? (instrument == nil))
    }

    /// In which languages people can answer: what was agreed at opening holds, also when Weefsel learns another.
    var languages: [Language] {
        guard let agreed = wave.terms?.languages else { return instrument?.answeringLanguages ?? Language.spoken }
        return Language.answering.filter { Language.spoken.contains($0) || agreed.contains($0.rawValue) }
    }

    /// What the frame of every public page of this organisation shows.
    func frame(_ say: Speech) -> [String: Any] {
        let path = Paths.answering(wave.slug)
        let suffix = "?lang=\(say.language)"
        return [
            "organisation": organisation.name, "title": instrument?.title[say.language] ?? wave.title,
            // On a phone with a weak signal a large picture would come before the questions.
            "logo": organisation.logo?.isForAnswering == true ? Paths.logo(organisation.slug) : false as Any,
            "path": path + suffix,
            "about": AboutPage.paths(below: path, language: say.language),
        ]
    }

    /// What follows on sending; also a page of its own without JavaScript.
    func thanks(_ say: Speech, _ configuration: WebConfiguration) -> [String: Any] {
        let address = configuration.shortBase + Paths.share(wave.slug)
        let own: [String: Any] = [
            "results_on": say("answer.results_on", ["day": say.date(wave.resultsOn)]),
            "results_at": say("answer.results_at", ["address": address]), "results_link": false,
            "who_done": say("answer.who_done", ["threshold": "\(wave.agreedThreshold)"]),
        ]
        return own.merging(help(say)) { $1 }
    }

    /// Whom the organisation names, with how to reach them. A role without an address leads nowhere.
    func help(_ say: Speech) -> [String: Any] {
        let own = organisation.helpChannels.map { channel in
            // Where nobody typed it in the reader's language, it stands in the one that it was typed in.
            let language = channel.name[say.language.rawValue] == nil ? Language.dutch : say.language
            let code = language.rawValue
            return ["name": channel.name[code] ?? "", "text": channel.text[code] ?? "", "lang": code]
        }
        return ["help": own, "has_help": !own.isEmpty]
    }
}

extension Store {
    /// The questionnaire of a wave, unless what was frozen cannot be read any more: that is told by its state.
    fileprivate func knownInstrument(of wave: Wave) async throws -> Instrument? {
        do { return try await instrument(of: wave) } catch is Wave.Refusal { return nil } catch is Problems {
            return nil
        }
    }
}
