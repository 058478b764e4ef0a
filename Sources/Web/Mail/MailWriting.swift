import Core
import Store
import Surveys

/// Writes messages in the words of a language: without a code, a picture, or a link that tells who opened it.
struct MailWriting: Sendable {
    let words: Words
    let home: Organisation
    let baseURL: String
    /// An organisation has one language until its people choose their own.
    var language: Language = .dutch

    private func say(in language: Language) -> Speech {
        Speech(words: words, language: language, council: home.council)
    }

    func trial(to address: String, of person: Person.ID, in language: Language) -> Message {
        let say = say(in: language)
        let values = ["organisation": home.name]
        return Message(
            id: .random(), person: person, kind: .trial, address: address,
            subject: say.plain("mail.text.trial.subject"),
            text: say.plain("mail.text.trial.text", values), language: language)
    }

    /// From whom people get their card where nobody says so.
    var usualGiver: String { say(in: language)("mail.wave.giver_usual") }

    /// What is said about a wave, to whoever it is.
    ///
    /// - Parameter giver: from whom somebody gets their card.
    func subject(_ kind: Message.Kind, of wave: Wave, giver: String) -> String {
        say(in: language).plain("mail.text.\(kind.rawValue).subject", values(wave, giver, say(in: language)))
    }

    /// All but the greeting and the end of it, which are of one reader.
    func body(_ kind: Message.Kind, of wave: Wave, giver: String) -> String {
        let say = say(in: language)
        let other = self.say(in: language == .dutch ? .english : .dutch)
        let address = baseURL + (wave.state == .published ? Paths.share(wave.slug) : Paths.answering(wave.slug))
        return [
            say.plain("mail.text.\(kind.rawValue).text", values(wave, giver, say)),
            kind == .results ? say.plain("mail.text.read_here", ["address": address]) : "",
            other.plain("mail.text.other_language", ["address": address + "?lang=\(other.language.rawValue)"]),
        ].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    func message(_ kind: Message.Kind, about wave: Wave, giver: String, to reader: MailReader) -> Message {
        let say = say(in: language)
        let text = [
            say.plain("mail.text.greeting", ["name": reader.name]), body(kind, of: wave, giver: giver),
            home.name,
            say.plain("mail.text.refusal", ["address": baseURL + Paths.mailRefusal(reader.refusal)]),
        ]
        return Message(
            id: .random(), person: reader.person, kind: kind, address: reader.address,
            subject: subject(kind, of: wave, giver: giver), text: text.joined(separator: "\n\n") + "\n",
            language: language, refusal: reader.refusal)
    }

    private func values(_ wave: Wave, _ giver: String, _ say: Speech) -> [String: String] {
        [
            "title": wave.title, "organisation": home.name, "giver": giver, "until": say.date(wave.closesOn),
            "results": say.date(wave.resultsOn),
        ]
    }
}
