import Core
import Surveys

/// What comes after reading, with dates and with what there is to take along: the page for everybody, slides, sheets.
struct NextSteps {
    let found: FoundReport
    var shareAddress = ""
    var makesWaves = false

    private var say: Speech { found.say }
    private var wave: Wave { found.wave }

    var values: [String: Any] {
        [
            "lines": [sharing] + (found.report.isHidden(found.group) ? [] : talking),
            "share": share,
        ]
    }

    /// When everybody hears it, or heard it, or should have.
    var told: String {
        if wave.isImported, wave.publishedOn == nil { return say("import.over.not_shared") }
        if let day = wave.publishedOn { return say("results.next_shared", ["day": say.date(day)]) }
        let told = say(found.isLate ? "results.next_late" : "results.next_share", ["day": say.date(wave.resultsOn)])
        return told.prefix(1).uppercased() + told.dropFirst()
    }

    /// A team talks about it while it is fresh: within two weeks of the day on which everybody hears it.
    var talk: String {
        let last = (wave.publishedOn ?? wave.resultsOn) + Self.daysToTalk
        guard !wave.isImported, last >= found.today else { return say("results.next_talk") }
        return say("results.next_talk_day", ["day": say.date(last)])
    }

    private static let daysToTalk = 14

    private var sharing: [String: Any] {
        let isShared = wave.state == .published
        let kind = isShared ? "shared" : found.isLate ? "late" : "share"
        let isOnlyRead = wave.isImported && !isShared
        return [
            "title": told,
            "text": say(isOnlyRead ? "import.over.not_shared_text" : "results.next_\(kind)_text"),
            "acts": [
                act(isShared ? "to_share" : "to_wave", isShared ? Paths.share(wave.slug) : Paths.wave(wave.id))
            ] + (isShared && makesWaves && found.isWhole ? [act("to_posters", Paths.wave(wave.id, "posters"))] : []),
        ]
    }

    /// In each team, with what helps to talk about it.
    private var talking: [[String: Any]] {
        [
            [
                "title": talk, "text": say("results.next_talk_text"),
                "acts": [
                    act("to_slides", Paths.report(wave.id, found.group, "slides"))
                ] + sheets,
            ]
        ]
    }

    /// For teams of now: those of a file are names, and get none.
    private var sheets: [[String: String]] {
        guard !wave.isImported || found.isWhole else { return [] }
        let hasTeams = !found.report.below(found.group).isEmpty && !wave.isImported
        return [act("to_sheet", Paths.report(wave.id, found.group, "sheet"))]
            + (hasTeams ? [act("to_sheets", Paths.report(wave.id, found.group, "sheets"))] : [])
    }

    private func act(_ key: String, _ path: String) -> [String: String] {
        ["button": say("results.\(key)"), "path": path]
    }

    /// For the noticeboard, once it is published.
    private var share: Any {
        guard found.isWhole, wave.state == .published, let code = QRCode(shareAddress) else { return false }
        let short = shareAddress.split(separator: "://", maxSplits: 1).last.map(String.init) ?? shareAddress
        return ["address": short, "qr": ["box": code.viewBox, "path": code.path]] as [String: Any]
    }
}
