import Core
import Store
import Surveys

/// What somebody typed to write a decision down.
struct DecisionForm {
    let kind: String
    let wave: String
    let subject: String
    let askedBy: String
    let agreed: Set<String>
    let decidedOn: String
    let text: String
    let witnesses: [String]
    let typists: [String]

    static let witnessFields = ["witness_one", "witness_two"]
    static let typistFields = ["typist_one", "typist_two"]

    init(_ form: Form) {
        kind = form["kind"]
        wave = form["wave"]
        subject = form["subject"].trimmed
        askedBy = form["asked_by"].trimmed
        agreed = Set(form.all("agreed"))
        decidedOn = form["decided_on"].trimmed
        text = form["text"].trimmed
        witnesses = Self.witnessFields.map { form[$0].trimmed }
        typists = Self.typistFields.map { form[$0].trimmed }
    }

    /// For whom somebody with these roles can agree; for a council only where there is one, and for a staff meeting
    /// only where nobody speaks for the staff.
    static func mayAgree(_ member: Set<Role>, in organisation: Organisation) -> [Decision.Agreed] {
        let hasCouncil = organisation.council != .none
        guard member.contains(.hr) else { return hasCouncil && member.contains(.council) ? [.council] : [] }
        return hasCouncil ? [.hr] : [.hr, .staffMeeting]
    }

    /// - Parameter waves: those that a decision of this kind may be about.
    func decision(
        by member: SignedIn, today: Day, typedIn language: Language, about waves: [Wave]
    ) throws -> Decision {
        var wrong = WrongFields()
        let kind = Decision.Kind(rawValue: kind)
        if kind == nil { wrong.add("kind", Refusal.kindIsUnknown) }
        let about = about(waves, kind, &wrong)
        if subject.isEmpty { wrong.add("subject", Decision.Refusal.subjectIsEmpty) }
        if text.isEmpty { wrong.add("text", Decision.Refusal.textIsEmpty) }
        if askedBy.isEmpty { wrong.add("asked_by", Decision.Refusal.askedByIsEmpty) }
        for (field, text, most) in [("subject", subject, 200), ("asked_by", askedBy, 200), ("text", text, 4_000)]
        where text.count > most { wrong.add(field, Refusal.textIsTooLong) }
        let agreed = Set(self.agreed.compactMap(Decision.Agreed.init)).intersection(
            Self.mayAgree(member.roles, in: member.organisation))
        if agreed.isEmpty {
            let mayNobody = Self.mayAgree(member.roles, in: member.organisation).isEmpty
            wrong.add("agreed", mayNobody ? Decision.Refusal.hasNoCouncil : .nobodyAgreed)
        }
        let day = Day(decidedOn)
        if day == nil { wrong.add("decided_on", Decision.Refusal.dayIsNoDay) }
        if let day, day > today { wrong.add("decided_on", Refusal.dayIsLater) }
        let isMeeting = agreed.contains(.staffMeeting)
        if isMeeting, kind?.mayBeStaffMeeting == false { wrong.add("agreed", Decision.Refusal.needsCouncil) }
        if isMeeting, witnesses.contains("") || witnesses[0] == witnesses[1] {
            wrong.add(Self.witnessFields[0], Refusal.twoNames)
        }
        if kind == .paper, typists.allSatisfy(\.isEmpty) {
            wrong.add(Self.typistFields[0], Decision.Refusal.typistIsMissing)
        }
        try wrong.throwIfAny()
        return try Decision(
            id: .random(), kind: kind ?? .other, subject: subject, askedBy: .named(askedBy),
            agreements: agreed.map { .init(role: $0, by: member.account.id, day: today) },
            decidedOn: day ?? today, text: text, language: language,
            witnesses: isMeeting ? witnesses.map(Person.named) : [],
            typists: kind == .paper ? typists.filter { !$0.isEmpty }.map(Person.named) : [],
            waves: about.map(Decision.NamedWave.init))
    }

    /// The wave that was chosen, where the decision is about one.
    private func about(_ waves: [Wave], _ kind: Decision.Kind?, _ wrong: inout WrongFields) -> [Wave] {
        guard kind?.isAboutWave == true else { return [] }
        let chosen = waves.filter { "\($0.id)" == wave }
        if chosen.isEmpty {
            wrong.add("wave", wave.isEmpty ? Decision.Refusal.waveIsMissing : kind?.doesNotFit ?? .waveDoesNotFit)
        }
        return chosen
    }

    enum Refusal: String, CaseIterable, Core.Refusal {
        case kindIsUnknown = "decision.kind_is_unknown"
        case dayIsLater = "decision.day_is_later"
        case textIsTooLong = "decision.text_is_too_long"
        case twoNames = "decision.two_names"
    }
}
