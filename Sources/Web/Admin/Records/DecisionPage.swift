import Core
import Methods
import Store
import Surveys

/// One decision: who asked for it, what it says, who agreed and who still must; on paper also where people sign.
struct DecisionPage {
    let decision: Decision
    /// Those that it names and that are still there.
    let waves: [Wave]
    /// What these ask now, where it is about their answers.
    let instruments: [Wave.ID: Instrument]
    /// When everything of the organisation was taken along last.
    let exported: LastExport?
    /// Whether forms of paper were made by it: then it cannot be taken back.
    let hasForms: Bool
    let member: SignedIn
    let today: Day
    let say: Speech

    private var home: Organisation { member.organisation }
    private var holds: Bool { decision.holds(where: home.council) }

    var values: [String: Any] {
        decision.values(say, isOvertaken: !overtaken.isEmpty, in: home).merging(own) { $1 }
    }

    private var own: [String: Any] {
        [
            "decisions_path": Paths.decisions, "home": home.name,
            "picture": home.logo.map { _ in Paths.logo(home.slug) as Any } ?? false,
            "lines": decision.text.split(whereSeparator: \.isNewline).map(String.init),
            "agreements": agreements, "signatures": signatures, "witnesses": witnesses,
            "typists": typists,
            "agreement_path": decision.missing(member).map { _ in Paths.agreement(on: decision.id) } ?? "",
            "research": research,
            "about": about, "overtaken": overtaken,
            "withdrawal_path": mayWithdraw ? Paths.withdrawal(of: decision.id) : "",
            "ending_path": mayEnd ? Paths.ending(of: decision.id) : "",
            "raw": opensAnswers ? say("decision.raw") : "",
            "exported": say.exported(exported),
            "leaves": !leaving.isEmpty, "leaving": leaving,
            "printed": say("decision.printed", ["id": "\(decision.id)", "day": say.date(today)]),
        ]
    }

    private var research: String {
        guard decision.kind == .researchWave, holds else { return "" }
        return say("decision.research_command", ["id": "\(decision.id)", "slug": home.slug])
    }

    /// What whoever runs the server types.
    private var leaving: [String] {
        guard decision.kind == .leaving, holds else { return [] }
        let values = ["id": "\(decision.id)", "slug": home.slug]
        return ["export", "leaving"].map { say("decision.\($0)_command", values) }
    }

    private var opensAnswers: Bool {
        holds && instruments.contains { decision.isAboutAnswers(to: $0.key, of: $0.value) }
    }

    private var mayEnd: Bool { decision.mayBeEnded && member.rights.contains(.changeDecisions) }

    private var mayWithdraw: Bool { decision.mayBeWithdrawn && !hasForms && decision.isAsked(by: member) }

    /// The wave that it is about and no other, as it was called when it was asked for; older ones may name none.
    private var about: [[String: Any]] {
        guard decision.kind.isAboutWave else { return [] }
        guard !decision.waves.isEmpty else { return [["text": say("decision.about_none"), "path": false]] }
        return decision.waves.map { named in
            let wave = waves.first { $0.id == named.wave }
            return ["text": told(named, wave), "path": wave.flatMap(path) as Any? ?? false]
        }
    }

    private func told(_ named: Decision.NamedWave, _ wave: Wave?) -> String {
        var texts = [say("decision.about", ["wave": named.title])]
        if let wave {
            if wave.title != named.title { texts.append(say("decision.about_renamed", ["wave": wave.title])) }
        } else {
            texts.append(say("decision.about_gone"))
        }
        if let asked = named.questionnaire { texts.append(say.asked(asked)) }
        return texts.joined(separator: " ")
    }

    /// What keeps it from opening anything: its wave asks something else by now.
    private var overtaken: [String] {
        guard decision.kind == .rawExport, decision.withdrawnOn == nil else { return [] }
        return decision.waves.compactMap { named in
            guard let asked = named.questionnaire, let now = instruments[named.wave], !asked.covers(now) else {
                return nil
            }
            return say.overtaken(asked, by: now.title[say.language])
        }
    }

    /// Where its readers see the wave; a draft has pages for hr alone.
    private func path(of wave: Wave) -> String? {
        member.rights.contains(.readManifest) && wave.state != .draft ? Paths.wave(wave.id) : nil
    }

    private var witnesses: String {
        let names = decision.witnesses.map { $0.text(say) }
        return names.isEmpty ? "" : say("decision.witnesses", ["names": say.list(names)])
    }

    private var typists: String {
        let names = decision.typists.map { $0.text(say) }
        return names.isEmpty ? "" : say("decision.typists", ["names": say.list(names)])
    }

    /// Each role that agreed, with its day, and each that still must.
    private var agreements: [[String: Any]] {
        let given = decision.inOrder.map { agreement in
            line(agreement.role, say("decision.agreed_on", ["day": say.date(agreement.day)]))
        }
        return given + decision.waitsFor.map { line($0, say("decision.not_yet")) }
    }

    private func line(_ role: Decision.Agreed, _ told: String) -> [String: Any] {
        ["role": say("decision.agreed.\(role.rawValue)"), "told": told]
    }

    /// Whoever was there signs for a staff meeting.
    private var signatures: [[String: Any]] {
        (decision.inOrder.map(\.role) + decision.waitsFor).flatMap { role in
            let names = role == .staffMeeting ? decision.witnesses.map { $0.text(say) } : [""]
            return names.map { ["role": say("decision.signs.\(role.rawValue)"), "name": $0] }
        }
    }
}

extension Decision {
    /// Who agreed, hr first.
    var inOrder: [Agreement] {
        Agreed.allCases.flatMap { role in agreements.filter { $0.role == role } }
    }
}

extension Speech {
    /// What a wave asked when the decision was asked for.
    func asked(_ questionnaire: Decision.Questionnaire) -> String {
        let values = ["title": questionnaire.title, "version": questionnaire.version]
        return self(questionnaire.version.isEmpty ? "decision.asked_plain" : "decision.asked", values)
    }

    /// Why it opens nothing.
    func overtaken(_ questionnaire: Decision.Questionnaire, by title: String) -> String {
        self("decision.overtaken", ["title": questionnaire.title, "now": title])
    }
}
