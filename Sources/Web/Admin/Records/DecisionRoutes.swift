import Core
import Hummingbird
import Methods
import Store
import Surveys

/// What was agreed on paper: listed, written down once, and printed.
struct DecisionRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.decisions, needs: .right(.readDecisions), use: index)
        routes.get(Paths.newDecision, needs: .right(.changeDecisions), isWeighty: true, use: new)
        routes.post(Paths.newDecision, needs: .right(.changeDecisions), isWeighty: true, use: create)
        routes.get(Paths.decision, needs: .right(.readDecisions), use: show)
        routes.post(Paths.agreement, needs: .right(.changeDecisions), isWeighty: true, use: agree)
        routes.post(Paths.decisionWithdrawal, needs: .right(.changeDecisions), isWeighty: true, use: withdraw)
        routes.post(Paths.decisionEnding, needs: .right(.changeDecisions), isWeighty: true, use: end)
    }

    private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let say = pages.speech(context)
        let all = try await store.decisions(in: member.organisation.id)
        let overtaken = try await store.overtaken(all, in: member.organisation.id)
        let decisions = all.map { $0.values(say, isOvertaken: overtaken.contains($0.id), in: member.organisation) }
        let values: [String: Any] = [
            "decisions": decisions, "new_path": member.rights.contains(.changeDecisions) ? Paths.newDecision : "",
        ]
        return pages.render(Page("admin/decisions", room: .admin, values), request, context)
    }

    private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        let today = store.clock.now.day(in: try context.member.organisation.zone)
        let asked = request.uri.queryParameters
        let (kind, wave) = (asked["kind"].map(String.init) ?? "", asked["wave"].map(String.init) ?? "")
        let form = DecisionForm(Form(["decided_on": ["\(today)"], "kind": [kind], "wave": [wave]]))
        return pages.render(try await page(form, nil, context), request, context)
    }

    private func page(_ form: DecisionForm, _ wrong: WrongFields?, _ context: WebContext) async throws -> Page {
        let say = pages.speech(context)
        let member = try context.member
        let home = member.organisation
        let agreed = DecisionForm.mayAgree(member.roles, in: home).map {
            (value: $0.rawValue, name: say("decision.agreed.\($0.rawValue)"))
        }
        let values: [String: Any] = [
            "path": Paths.newDecision, "decisions_path": Paths.decisions, "subject": form.subject,
            "asked_by": form.askedBy, "decided_on": form.decidedOn, "text": form.text,
            "witness_one": form.witnesses[0], "witness_two": form.witnesses[1],
            "typist_one": form.typists[0], "typist_two": form.typists[1],
            "takes_witnesses": home.council == .none, "agreed": Choices.values(agreed, chosen: form.agreed),
            "kind_groups": [kinds(form, takingTwo: true, say), kinds(form, takingTwo: false, say)],
        ].merging(try await waves(form, in: home, say)) { $1 }
        return Page("admin/decision-new", room: .admin, values).with(wrong, say)
    }

    /// The waves that a decision may be about, for each kind apart.
    private func waves(_ form: DecisionForm, in home: Organisation, _ say: Speech) async throws -> [String: Any] {
        var fitting: [(kind: Decision.Kind, waves: [Wave])] = []
        for kind in Decision.Kind.allCases where kind.isAboutWave {
            fitting.append((kind, try await store.waves(for: kind, in: home.id)))
        }
        // A wave that fits two kinds stands there twice, and is chosen once.
        let holding = fitting.filter { $0.waves.contains { "\($0.id)" == form.wave } }.map(\.kind)
        let chosen = holding.first { $0.rawValue == form.kind } ?? holding.first
        let groups = fitting.filter { !$0.waves.isEmpty }.map { kind, waves in
            group(waves, for: kind, chosen: kind == chosen ? [form.wave] : [], say)
        }
        let none = fitting.filter(\.waves.isEmpty).map { kind, _ in
            ["kind": kind.rawValue, "text": say("decision.no_waves_for.\(kind.rawValue)")]
        }
        return ["wave_groups": groups, "has_waves": !groups.isEmpty, "no_waves": none]
    }

    private func group(
        _ waves: [Wave], for kind: Decision.Kind, chosen: Set<String>, _ say: Speech
    ) -> [String: Any] {
        let options = waves.map { wave in
            let told = ["title": wave.title, "state": say("ask.state.\(wave.state.rawValue)")]
            let name = say(wave.isResearch ? "decision.wave_research" : "decision.wave_named", told)
            return (value: "\(wave.id)", name: name)
        }
        return [
            "name": say("decision.waves_for.\(kind.rawValue)"), "waves": Choices.values(options, chosen: chosen),
        ]
    }

    private func kinds(_ form: DecisionForm, takingTwo: Bool, _ say: Speech) -> [String: Any] {
        let kinds = Decision.Kind.allCases.filter { $0.takesTwo == takingTwo }
            .map { (value: $0.rawValue, name: say("decision.kind.\($0.rawValue)")) }
        return [
            "name": say(takingTwo ? "decision.takes_two" : "decision.takes_one"),
            "kinds": Choices.values(kinds, chosen: [form.kind]),
        ]
    }

    private func create(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let wish = DecisionForm(form)
        do {
            let today = store.clock.now.day(in: member.organisation.zone)
            let waves = try await store.waves(
                for: Decision.Kind(rawValue: wish.kind) ?? .other, in: member.organisation.id)
            let decision = try wish.decision(by: member, today: today, typedIn: context.language, about: waves)
            try await store.record(decision, by: member.account.id, in: member.organisation.id)
            return pages.done(Paths.decision(decision.id))
        } catch let wrong as WrongFields {
            return pages.render(
                try await page(wish, wrong, context), request, context, status: .unprocessableContent)
        }
    }

    /// Whoever asked takes it back, as long as it does not hold yet.
    private func withdraw(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let decision = try await store.decision(context.id("decision"), in: member.organisation.id)
        guard decision.isAsked(by: member) else { throw Decision.Refusal.isOfAnother }
        try await store.withdraw(decision.id, by: member.account.id, in: member.organisation.id)
        return pages.done(Paths.decision(decision.id))
    }

    /// One of both lets nothing more out, once they ticked that they mean it.
    private func end(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let decision = try await store.decision(context.id("decision"), in: member.organisation.id)
        guard !decision.mayBeEnded || form.has("sure") else { throw Decision.Refusal.isNotSure }
        try await store.end(decision.id, by: member.account.id, in: member.organisation.id)
        return pages.done(Paths.decision(decision.id))
    }

    /// The role that had not agreed yet, by somebody who has it.
    private func agree(_ form: Form, _ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let decision = try await store.decision(context.id("decision"), in: member.organisation.id)
        guard let role = decision.missing(member) else {
            guard !decision.agreements.contains(where: { $0.by == member.account.id }) else {
                throw Decision.Refusal.takesAnother
            }
            guard decision.withdrawnOn == nil else { throw Decision.Refusal.isWithdrawn }
            throw decision.waitsFor.isEmpty ? Decision.Refusal.isAgreed : .hasNoCouncil
        }
        try await store.agree(to: decision.id, as: role, by: member.account.id, in: member.organisation.id)
        return pages.done(Paths.decision(decision.id))
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let member = try context.member
        let home = member.organisation
        let say = pages.speech(context)
        let decision = try await store.decision(context.id("decision"), in: home.id)
        let today = store.clock.now.day(in: home.zone)
        let waves = try await store.waves(in: home.id).filter { decision.names($0.id) }
        let page = DecisionPage(
            decision: decision, waves: waves, instruments: try await instruments(decision, waves),
            exported: try await store.lastExport(of: home.id),
            hasForms: try await store.hasForms(decision, in: home.id), member: member, today: today,
            say: say)
        return pages.render(Page("admin/decision", room: .admin, page.values), request, context)
    }

    /// What the waves of a decision about raw answers ask now; of a questionnaire that cannot be read nothing is said.
    private func instruments(_ decision: Decision, _ waves: [Wave]) async throws -> [Wave.ID: Instrument] {
        guard decision.kind == .rawExport else { return [:] }
        var found: [Wave.ID: Instrument] = [:]
        for wave in waves {
            do { found[wave.id] = try await store.instrument(of: wave) } catch is any Refusal { continue }
        }
        return found
    }
}

extension Decision {
    /// For which role somebody could still agree; one who agreed already cannot for another.
    func missing(_ member: SignedIn) -> Agreed? {
        guard kind.takesTwo, !isByTwo, withdrawnOn == nil, !agreements.contains(where: { $0.by == member.account.id })
        else { return nil }
        return DecisionForm.mayAgree(member.roles, in: member.organisation).first {
            $0 != .staffMeeting && !agreed.contains($0)
        }
    }

    /// Whether somebody speaks for a role that asked for it.
    func isAsked(by member: SignedIn) -> Bool {
        !agreed.isDisjoint(with: DecisionForm.mayAgree(member.roles, in: member.organisation))
    }

    /// - Parameter isOvertaken: what it is about asks something else by now.
    func values(_ say: Speech, isOvertaken: Bool, in home: Organisation) -> [String: Any] {
        let agreed = Decision.Agreed.allCases.filter(agreed.contains)
        return [
            "path": Paths.decision(id), "kind": say("decision.kind.\(kind.rawValue)"), "subject": subject,
            "lang": language.rawValue, "asked_by": askedBy.text(say), "day": say.date(decidedOn),
            "agreed": say.list(agreed.map { say("decision.agreed.\($0.rawValue)") }),
            "status": status(say, isOvertaken, home.council),
            "waits": isOvertaken || !holds(where: home.council),
        ]
    }

    private func status(_ say: Speech, _ isOvertaken: Bool, _ council: Organisation.CouncilKind) -> String {
        if let withdrawnOn {
            return say(isEnded ? "decision.ended" : "decision.withdrawn", ["day": say.date(withdrawnOn)])
        }
        if let waiting = waiting(say) { return waiting }
        guard holds(where: council) else { return say("decision.not_now.\(whyNot(council))") }
        guard kind.takesTwo else { return "" }
        return say(isOvertaken ? "decision.by_two_overtaken" : "admin.decisions.by_two")
    }

    /// Why it opens nothing though nobody is waited for.
    private func whyNot(_ council: Organisation.CouncilKind) -> String {
        if kind == .paper { return decidesOnTypists(where: council) ? "nobody" : "typists" }
        return council == .none ? "no_council" : "meeting"
    }

    /// Whose agreement it waits for, if it does.
    private func waiting(_ say: Speech) -> String? {
        waitsFor.isEmpty ? nil : say.list(waitsFor.map { say("decision.waits.\($0.rawValue)") })
    }
}
