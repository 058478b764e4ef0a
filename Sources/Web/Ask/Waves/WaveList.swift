import Core
import Surveys

/// The waves that somebody may know of, in three groups.
struct WaveList {
    let say: Speech
    let waves: [Wave]
    let rights: Set<Right>
    let today: Day
    /// Waves whose raw answers this reader may take.
    let raw: Set<Wave.ID>
    /// Files of an earlier wave that its reader did not carry out yet.
    let resting: RestingFiles

    func page(organisation: String) -> Page {
        let open = waves.filter { $0.state == .open }
        let drafts = waves.filter { $0.state == .draft && mayReadAgreements }
        let earlier = waves.filter { ![.open, .draft].contains($0.state) && path(of: $0) != nil }
        let isEmpty = open.isEmpty && drafts.isEmpty && earlier.isEmpty
        return Page(
            "ask/index", room: .ask,
            [
                "heading": heading(open, isEmpty: isEmpty),
                "lead": say("ask.index.lead"), "who_sees": say("ask.who_sees.index", ["organisation": organisation]),
                "sections": [("open", open), ("drafts", drafts), ("earlier", earlier)].filter { !$0.1.isEmpty }.map {
                    ["name": say("ask.index.\($0.0)"), "waves": $0.1.map(item)] as [String: Any]
                },
                "empty": isEmpty ? say(mayMake ? "ask.index.empty" : "ask.index.empty_for_others") : false,
                "new": mayMake ? Paths.newWave : false, "import": mayMake ? Paths.newImport : false,
                "register": rights.contains(.readRegister) ? Paths.register : false,
            ].merging(resting.values) { own, _ in own })
    }

    private var mayMake: Bool { rights.contains(.changeWaves) }
    private var mayReadAgreements: Bool { !rights.isDisjoint(with: [.changeWaves, .readManifest]) }

    private func heading(_ open: [Wave], isEmpty: Bool) -> String {
        if isEmpty { return say("ask.index.heading.empty") }
        if open.count == 1 { return say("ask.index.heading.one", ["title": open[0].title]) }
        return open.isEmpty ? say("ask.index.heading.none") : say.count("ask.index.heading.more", open.count)
    }

    private func item(_ wave: Wave) -> [String: Any] {
        [
            "title": wave.title, "path": path(of: wave) ?? false, "text": text(of: wave),
            "state": say("ask.state.\(wave.state.rawValue)"),
            "raw": raw.contains(wave.id) ? Paths.rawAnswers(wave.id) as Any : false,
        ]
    }

    /// Where the row leads; who reads totals only has the results, once they are published, and before that perhaps the
    /// raw answers of research.
    private func path(of wave: Wave) -> String? {
        if mayReadAgreements { return Paths.wave(wave.id) }
        if wave.state == .published { return Paths.wave(wave.id, "results") }
        return raw.contains(wave.id) ? Paths.rawAnswers(wave.id) : nil
    }

    private func text(of wave: Wave) -> String {
        switch wave.state {
        case .draft: say("ask.index.draft")
        case .open: say.timeLeft(until: wave.closesOn, from: today)
        case .closed where wave.isImported: say.imported(wave, from: today, key: "import.list")
        case .closed:
            say(
                wave.isLate(on: today) ? "ask.index.late" : "ask.index.closed",
                ["day": date(wave.closedOn), "results": say.date(wave.resultsOn)])
        case .published: say("ask.index.published", ["day": date(wave.publishedOn)])
        case .withdrawn: say("ask.index.withdrawn", ["day": date(wave.withdrawal?.on)])
        }
    }

    private func date(_ day: Day?) -> String { day.map { say.date($0, from: today) } ?? "" }
}

extension Speech {
    /// "Nog 9 dagen, tot en met vrijdag 23 oktober."
    func timeLeft(until last: Day, from today: Day) -> String {
        let values = ["count": "\(last - today)", "day": date(last, from: today)]
        return self(last > today ? "ask.days_left" : "ask.last_day", values)
    }
}
