import Core
import Store
import Surveys

/// The frozen agreements in one small paragraph.
struct Agreements {
    let say: Speech
    let wave: Wave
    let today: Day

    /// Nil where the stored agreements cannot be read any more.
    var values: [String: String]? {
        guard let manifest = wave.manifest else { return nil }
        let terms = manifest.terms
        func day(_ text: String) -> String { Day(text).map { say.date($0, from: today) } ?? text }
        let parts: [String?] = [
            terms.research == nil ? nil : say("ask.agreed.research"),
            say(wave.isImported ? "ask.agreed.way_import" : "ask.agreed.way"),
            wave.isImported ? nil : say.languages(terms.languages),
            say("ask.agreed.version", ["version": terms.pack.version]),
            say("ask.agreed.threshold", ["threshold": "\(terms.threshold)"]),
            say("ask.agreed.sharing.\(terms.sharing)"),
            wave.isImported ? nil : say("ask.agreed.results", ["day": day(terms.results)]),
            wave.movedEnd.map { say.moved("ask.agreed.moved_end", $0) },
            wave.movedResults.map { say.moved("ask.agreed.moved_results", $0) },
            wave.isImported ? say("ask.agreed.keep_none") : say("ask.agreed.keep", ["count": "\(terms.keepDays)"]),
            terms.keepTextDays.map { say("ask.agreed.keep_texts", ["count": "\($0)"]) },
            wave.isImported ? nil : say("ask.agreed.backups", ["days": "\(Store.backupDays)"]),
            say(terms.benchmark ? "manifest.benchmark_yes" : "ask.agreed.no_benchmark"),
            say("ask.agreed.fingerprint", ["fingerprint": manifest.fingerprint]),
        ]
        return [
            "heading": say("ask.agreed.heading", ["day": day(terms.imported ?? terms.opened)]),
            "text": parts.compactMap(\.self).joined(separator: " · "),
            "path": Paths.wave(wave.id, "manifest"),
        ]
    }
}
