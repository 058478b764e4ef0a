import Core
import Surveys

/// Who gave permission, and until when, as it was typed.
struct PermissionForm {
    let giver: String
    let until: String
    private var wrong = WrongFields()
    private var isConflict = false

    init(_ form: Form) {
        (giver, until) = (form["giver"], form["until"])
    }

    init(_ known: Permission?, _ say: Speech) {
        // Whoever was erased is asked for again: what a reader is shown instead is no name.
        if case .named(let name)? = known?.giver { giver = name } else { giver = "" }
        until = known.map { say.typed($0.until) } ?? ""
    }

    struct Checked {
        let giver: String
        let until: Day
        let document: Paper?
    }

    /// Field by field what is wrong; then what is to be kept.
    func checked(_ file: Upload.File?, isNew: Bool) throws -> Checked {
        var wrong = WrongFields()
        try wrong.check("giver") { try Permission.check(giver: giver) }
        let day = Day(until.trimmed)
        if day == nil { wrong.add("until", Permission.Refusal.untilIsNoDay) }
        var document: Paper?
        if let file {
            try wrong.check("document") { document = try Paper(file.bytes) }
        } else if isNew {
            wrong.add("document", Permission.Refusal.documentIsMissing)
        }
        guard wrong.isEmpty, let day else { throw wrong }
        return Checked(giver: giver, until: day, document: document)
    }

    func refused(_ wrong: WrongFields) -> PermissionForm {
        var form = self
        form.wrong = wrong
        return form
    }

    func conflicting() -> PermissionForm {
        var form = self
        form.isConflict = true
        return form
    }

    func summary(_ say: Speech) -> [[String: String]] {
        wrong.all.map { ["field": $0.field, "field_name": say("register.name.\($0.field)"), "text": say($0.problem)] }
    }

    func values(_ say: Speech, now known: Permission?, at path: String) -> [String: Any] {
        [
            "path": path, "version": "\(known?.version ?? 0)", "giver": giver, "until": until,
            "wrong": wrong.values(say)["wrong"] ?? [:], "has_document": known != nil,
            "removal": known == nil ? false : path + "/removal" as Any,
            "conflict": isConflict
                ? ["theirs": theirs(known, say), "reload": path.replacing("/permission", with: "")] : false as Any,
        ]
    }

    private func theirs(_ known: Permission?, _ say: Speech) -> String {
        guard let known else { return say("register.no_permission") }
        return say("register.permission_until", ["giver": known.giver.text(say), "day": say.date(known.until)])
    }
}
