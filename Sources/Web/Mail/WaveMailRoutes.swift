import Core
import Hummingbird
import Store
import Surveys

/// What is said about a wave to everybody alike: by mail, and the same words for a noticeboard.
struct WaveMailRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.wavePart("mail"), needs: .right(.changeWaves), use: show)
        routes.post(Paths.wavePart("mail"), needs: .right(.changeWaves), use: send)
    }

    private func found(_ context: WebContext) async throws -> WaveMailFound {
        let home = try context.member.organisation
        let wave = try await store.wave(try context.id("wave"), in: home.id)
        guard !wave.mailKinds.isEmpty else { throw NotFound() }
        let writing = MailWriting(words: pages.words, home: home, baseURL: pages.configuration.baseURL)
        return try await WaveMailFound(store, wave, writing, isOn: pages.mail != nil)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        // What a browser puts into an address from a form, spaces as it writes them there.
        let asked = Form(Array((request.uri.query ?? "").utf8))
        let kind = Message.Kind(rawValue: asked["kind"])
        let page = try await found(context).page(kind, asked["giver"].trimmed, pages.speech(context))
        return pages.render(page, request, context)
    }

    private func send(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let (member, found, say) = (try context.member, try await found(context), pages.speech(context))
        let (kind, giver) = (Message.Kind(rawValue: form["kind"]), form["giver"].trimmed)
        do {
            guard pages.mail != nil else { throw Wave.MailRefusal.isOff }
            guard let kind, found.wave.mailKinds.contains(kind) else { throw Wave.MailRefusal.isNotTheTime }
            let (wave, writing) = (found.wave, found.writing)
            try await store.say(
                kind, about: wave.id, toAll: Int(form["readers"]) ?? 0, by: member.account.id,
                in: member.organisation.id
            ) { writing.message(kind, about: wave, giver: giver, to: $0) }
            return pages.done(Paths.wave(wave.id, "mail"), .mailed)
        } catch let refusal as Wave.MailRefusal {
            let page = found.page(kind, giver, say).with(WrongFields("mail", refusal), say)
            return pages.render(page, request, context, status: .unprocessableContent)
        }
    }
}

/// What can be said about a wave, and what was.
struct WaveMailFound: Sendable {
    let wave: Wave
    let writing: MailWriting
    private let isOn: Bool
    private let number: Int
    private let said: [WaveMail]

    private static let longestGiver = 80

    init(_ store: Store, _ wave: Wave, _ writing: MailWriting, isOn: Bool) async throws {
        (self.wave, self.writing, self.isOn) = (wave, writing, isOn)
        number = isOn ? try await store.mailReaders(in: wave.organisation).count : 0
        said = try await store.mailSaid(about: wave)
    }

    func page(_ chosen: Message.Kind?, _ typed: String, _ say: Speech) -> Page {
        let giver = typed.isEmpty ? writing.usualGiver : String(typed.prefix(Self.longestGiver))
        let values: [String: Any] = [
            "wave": wave.title, "wave_path": Paths.wave(wave.id), "path": Paths.wave(wave.id, "mail"),
            "who_gets": say(isOn ? "mail.wave.to" : "mail.wave.off", ["count": "\(number)"]),
            "kinds": wave.mailKinds.map { kind in
                part(kind, giver, isChosen: kind == (chosen ?? wave.mailKinds.first), say)
            },
        ]
        return Page("ask/mail", room: .ask, values)
    }

    private func part(_ kind: Message.Kind, _ giver: String, isChosen: Bool, _ say: Speech) -> [String: Any] {
        let sent = said.first { $0.kind == kind }
        return [
            "kind": kind.rawValue, "heading": say("mail.kind.\(kind.rawValue)"), "is_open": isChosen,
            "asks_giver": kind != .results, "giver": giver, "giver_field": "giver-\(kind.rawValue)",
            "language": writing.language.rawValue,
            "subject": writing.subject(kind, of: wave, giver: giver),
            "text": writing.body(kind, of: wave, giver: giver), "number": "\(number)",
            "sent": sent.map { say("mail.wave.sent", ["day": say.date($0.sentOn), "count": "\($0.number)"]) } ?? "",
            "submit": isOn && sent == nil && number > 0 ? say("mail.wave.submit", ["count": "\(number)"]) : "",
        ]
    }
}
