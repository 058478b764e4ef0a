import Core

/// What somebody typed about one member of staff.
struct MemberForm {
    struct Work {
        let unit: String
        let from: String
        let until: String

        var isEmpty: Bool { unit.isEmpty && from.isEmpty && until.isEmpty }
    }

    let name, number, email, functionGroup, leftOn: String
    /// One row for each unit, those that were left empty as well.
    let work: [Work]
    let version: Int

    init(_ form: Form) {
        (name, number, email) = (form["name"].trimmed, form["number"].trimmed, form["email"].trimmed)
        (functionGroup, leftOn, version) = (form["function"].trimmed, form[Self.lastDay].trimmed, form.version)
        work = (0...Member.mostPlaces).prefix { form.has(Self.unit($0)) }.map {
            Work(unit: form[Self.unit($0)], from: form[Self.from($0)].trimmed, until: form[Self.until($0)].trimmed)
        }
    }

    init(_ member: Member, _ say: Speech) {
        func day(_ day: Day?) -> String { day.map(say.typed) ?? "" }
        (name, number, email) = (member.name, member.number ?? "", member.email ?? "")
        (functionGroup, leftOn, version) = (member.functionGroup ?? "", day(member.leftOn), member.version)
        work = member.places.map { Work(unit: "\($0.unit)", from: day($0.from), until: day($0.until)) }
    }

    static let empty = MemberForm(Form([:] as [String: [String]]))

    /// Typed, unlike the choice `left` of other forms: it is shown back where a sign-in ends.
    static let lastDay = "last-day"

    static func unit(_ row: Int) -> String { "work-unit-\(row)" }
    static func from(_ row: Int) -> String { "work-from-\(row)" }
    static func until(_ row: Int) -> String { "work-until-\(row)" }

    /// The member that was typed; all that is wrong is told at once.
    func member(_ id: Member.ID) throws -> Member {
        var wrong = WrongFields()
        func day(_ text: String, _ field: String) -> Day? {
            guard !text.isEmpty else { return nil }
            if let day = Day(typed: text) { return day }
            wrong.add(field, Problem(Member.Refusal.dayIsNone.key, ["found": String(text.prefix(20))]))
            return nil
        }
        var places: [Member.Place] = []
        for (row, work) in work.enumerated() where !work.isEmpty {
            let (from, until) = (day(work.from, Self.from(row)), day(work.until, Self.until(row)))
            guard let unit = Core.Unit.ID(work.unit) else {
                wrong.add(Self.unit(row), Member.Refusal.unitIsNotChosen)
                continue
            }
            let place = Member.Place(unit: unit, from: from, until: until)
            try wrong.check(Self.until(row)) { try place.check() }
            try wrong.check(Self.unit(row)) { try place.checkBeside(places) }
            places.append(place)
        }
        func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
        let member = Member(
            id: id, name: name, number: filled(number), email: filled(email), functionGroup: filled(functionGroup),
            places: places, leftOn: day(leftOn, Self.lastDay), version: version)
        try wrong.check("name", member.checkName)
        try wrong.check("number", member.checkNumber)
        try wrong.check("email", member.checkEmail)
        try wrong.check("function", member.checkFunctionGroup)
        try wrong.throwIfAny()
        return member
    }
}

extension Member.Refusal {
    /// Beside which field it belongs.
    var field: String {
        switch self {
        case .nameIsEmpty, .nameIsTooLong: "name"
        case .numberIsTooLong, .numberIsTaken, .numberIsOfTheState: "number"
        case .emailIsNone: "email"
        case .functionGroupIsTooLong: "function"
        case .unitIsMissing, .unitIsTwice, .unitIsNotChosen, .placesAreTooMany: MemberForm.unit(0)
        case .endsBeforeItBegins: MemberForm.until(0)
        case .dayIsNone: MemberForm.lastDay
        }
    }
}
