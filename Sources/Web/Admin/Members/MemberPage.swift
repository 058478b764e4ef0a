import Core

/// One member of staff on a page: what stands of them, in fields.
struct MemberPage {
    let say: Speech
    let tree: UnitTree
    let functionGroups: [String]
    /// Nobody yet where somebody is new.
    let member: Member?

    func page(_ form: MemberForm, _ wrong: WrongFields?, conflict: String = "") -> Page {
        let address = member.map { Paths.member($0.id) } ?? Paths.newMember
        let values: [String: Any] = [
            "path": member == nil ? Paths.members : address, "members_path": Paths.members,
            "heading": member?.name ?? say("admin.member.new"), "is_new": member == nil,
            "invitation_path": member.map { Paths.invitation($0.id) } ?? "",
            "kept_path": member.map { Paths.kept($0.id) } ?? "",
            "version": "\(conflict.isEmpty ? form.version : member?.version ?? 0)", "conflict": conflict,
            "fields": [
                field("name", form.name, wrong), field("number", form.number, wrong),
                field("email", form.email, wrong), field("function", form.functionGroup, wrong),
            ],
            "left_field": row(
                MemberForm.lastDay, say("admin.member.field.left"), say("admin.member.hint.left"), form.leftOn, wrong),
            "groups": functionGroups,
            "has_groups": !functionGroups.isEmpty,
            "work": rows(form, wrong), "typed": typed(form),
        ]
        return Page("admin/members/member", room: .admin, values).with(wrong, say).standing(at: address)
    }

    private func field(_ name: String, _ value: String, _ wrong: WrongFields?) -> [String: Any] {
        let hint = say("admin.member.hint.\(name)")
        return row(name, say("admin.member.field.\(name)"), hint, value, wrong)
    }

    private func row(
        _ id: String, _ label: String, _ hint: String, _ value: String, _ wrong: WrongFields?
    ) -> [String: Any] {
        let told = wrong?.all.first { $0.field == id }.map { say($0.problem).besideField } ?? ""
        let described = [hint.isEmpty ? nil : "\(id)-hint", told.isEmpty ? nil : "\(id)-wrong"].compactMap(\.self)
        return [
            "id": id, "label": label, "hint": hint, "value": value, "wrong": told,
            "described": described.joined(separator: " "),
            // What people did here before can be chosen while typing.
            "list": id == "function" && !functionGroups.isEmpty ? "groups" : "",
        ]
    }

    /// That a number of people was typed, and this person changes nothing of it: of their units, or of whichever may be
    /// chosen for somebody new.
    private func typed(_ form: MemberForm) -> String {
        let units = form.work.compactMap { Core.Unit.ID($0.unit) }.compactMap { tree[$0] }.filter(\.isTyped)
        guard units.isEmpty else {
            let names = units.map { tree.path(of: $0).joined(separator: Core.Unit.separator) }
            return say("admin.member.typed", ["units": say.list(names)])
        }
        let isPossible = member == nil && tree.units.contains { $0.isTyped && $0.archivedOn == nil }
        return isPossible ? say("admin.member.typed_of_some") : ""
    }

    /// A row for each unit, and one more.
    private func rows(_ form: MemberForm, _ wrong: WrongFields?) -> [[String: Any]] {
        let filled = form.work.filter { !$0.isEmpty }
        let rows =
            form.work.count > filled.count ? form.work : filled + [MemberForm.Work(unit: "", from: "", until: "")]
        return rows.enumerated().map { place, work in
            let (unit, from, until) = (MemberForm.unit(place), MemberForm.from(place), MemberForm.until(place))
            var row = row(unit, say("admin.member.field.unit"), "", work.unit, wrong)
            row["legend"] = say(place == 0 ? "admin.member.work_first" : "admin.member.work_other")
            row["units"] = choices(work.unit)
            row["days"] = [
                self.row(from, say("admin.member.field.from"), "", work.from, wrong),
                self.row(until, say("admin.member.field.until"), "", work.until, wrong),
            ]
            return row
        }
    }

    /// The units of now; one that is gone stays to choose for whoever works there.
    private func choices(_ chosen: String) -> [[String: Any]] {
        let present = tree.choices(chosen: chosen)
        guard let gone = Core.Unit.ID(chosen).flatMap({ tree[$0] }), gone.archivedOn != nil else { return present }
        let name = say("admin.member.archived", ["unit": tree.path(of: gone).joined(separator: Core.Unit.separator)])
        return present + Choices.values([("\(gone.id)", name)], chosen: [chosen])
    }
}
