import Core

/// What somebody typed at the first set-up.
struct SetUpForm {
    let organisation: String
    let council: Organisation.CouncilKind
    let name: String
    let password: String
    let isHR: Bool

    static let longestName = 120

    /// Reads all of it, or says of each field what is wrong.
    init(_ form: Form) throws {
        organisation = form["organisation"].trimmed
        name = form["name"].trimmed
        password = form["password"]
        isHR = form.has("hr")
        let chosen = Organisation.CouncilKind(rawValue: form["council"])
        council = chosen ?? .none
        var wrong = WrongFields()
        if organisation.isEmpty { wrong.add("organisation", Organisation.Refusal.nameIsEmpty) }
        if !organisation.isName(upTo: Self.longestName) { wrong.add("organisation", Refusal.organisationIsTooLong) }
        if chosen == nil { wrong.add("council", Refusal.councilIsUnknown) }
        if name.isEmpty { wrong.add("name", Account.Refusal.nameIsEmpty) }
        if !name.isName(upTo: 80) { wrong.add("name", Account.Refusal.nameIsTooLong) }
        try wrong.check("password") { try Account.check(password: password, name: name) }
        try wrong.throwIfAny()
    }

    enum Refusal: String, CaseIterable, Core.Refusal {
        case organisationIsTooLong = "organisation.name_is_too_long"
        case councilIsUnknown = "entrance.council_is_unknown"
    }
}
