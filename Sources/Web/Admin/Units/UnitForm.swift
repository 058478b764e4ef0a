import Core

/// What somebody typed about one team.
struct UnitForm {
    let name: String
    let parent: String
    let headcount: String
    let version: Int

    init(_ form: Form) {
        name = form["name"].trimmed
        parent = form["parent"]
        headcount = form["headcount"].trimmed
        version = form.version
    }

    init(_ unit: Core.Unit) {
        name = unit.name
        parent = unit.parent.map { "\($0)" } ?? ""
        headcount = "\(unit.headcount)"
        version = unit.version
    }

    static let empty = UnitForm(Form([:] as [String: [String]]))

    func people() throws(WrongFields) -> Int {
        var wrong = WrongFields()
        if name.isEmpty { wrong.add("name", Core.Unit.Refusal.nameIsEmpty) }
        guard let people = Int(headcount) else {
            wrong.add("headcount", Core.Unit.Refusal.headcountIsNoNumber)
            throw wrong
        }
        try wrong.throwIfAny()
        return people
    }

    /// The unit above; none for one at the top. What is no identifier is no unit.
    func above() throws(WrongFields) -> Core.Unit.ID? {
        guard !parent.isEmpty else { return nil }
        guard let id = Core.Unit.ID(parent) else { throw WrongFields("parent", Core.Unit.Refusal.nothingThere) }
        return id
    }

    var values: [String: String] { ["name": name, "headcount": headcount, "version": "\(version)"] }
}

extension Core.Unit.Refusal {
    /// Beside which field it belongs.
    var field: String {
        switch self {
        case .headcountIsNoNumber: "headcount"
        case .nothingThere, .isBelowItself: "parent"
        case .nameIsEmpty, .nameIsTooLong, .nameIsTaken, .isArchived, .aboveIsArchived: "name"
        }
    }
}
