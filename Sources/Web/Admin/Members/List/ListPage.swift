import Core
import Store

/// What a list of staff would change, before anything does.
struct ListPage {
    let id: FileDraft.ID
    let reading: ListReading
    let say: Speech
    let today: Day

    /// So many lines of each kind stand on the page of all kinds, and on one of a kind alone.
    private static let (few, many) = (10, 50)

    func page(_ part: ListPart = ListPart(), isConflict: Bool = false) -> Page {
        let (draft, table) = (reading.draft, reading.draft.table)
        var values: [String: Any] = [
            "members_path": Paths.members, "path": Paths.membersDraft(id),
            "carry_out_path": Paths.membersDraftCarriedOut(id), "removal_path": Paths.membersDraftRemoval(id),
            "is_conflict": isConflict, "file": draft.name, "has_refused": !table.refused.isEmpty,
            "refused": table.refused.map {
                ["name": $0.heading, "why": say("admin.list.why.\($0.why.rawValue)")]
            },
            "remarks": table.remarks.map { say($0.key, $0.values) }, "columns": columns(draft),
            "left_columns": say.list(leftColumns(draft)),
        ]
        switch reading.result {
        case .failure(let problems):
            values.merge(
                [
                    "has_problems": true, "is_read": false, "is_open": true,
                    "problems": problems.all.map { ["field": StaffColumns.field(.name), "text": say($0)] },
                ] as [String: Any]
            ) { $1 }
        case .success(let read): values.merge(changes(read.changes, part)) { $1 }
        }
        return Page("admin/members/preview", room: .admin, values)
    }

    private func changes(_ changes: StaffChanges, _ part: ListPart) -> [String: Any] {
        let lines = ListLines(changes: changes, tree: reading.tree, today: today, say: say)
        let isNothing = changes.isEmpty && changes.units.isEmpty && lines.count(of: .counted) == 0
        let leaving = changes.leavers.count
        let kinds = part.kind.map { [$0] } ?? ListPart.Kind.allCases
        return [
            "is_read": true, "is_nothing": isNothing, "shown": changes.fingerprint,
            "rows": say("admin.list.rows", ["count": "\(reading.draft.table.rows.count)"]),
            "parts": kinds.filter { lines.count(of: $0) > 0 }.map { self.part($0, lines, part) },
            "back_path": part.kind == nil ? "" : Paths.membersDraft(id), "is_whole": part.kind == nil,
            "unchanged": changes.unchanged == 0 ? "" : say("admin.list.unchanged", ["count": "\(changes.unchanged)"]),
            "has_leavers": leaving > 0, "leaving": say("admin.list.leaving", ["count": "\(leaving)"]),
            "is_many": changes.isManyLeaving,
            "many": say("admin.list.many", ["count": "\(leaving)", "all": "\(changes.members)"]),
        ]
    }

    private func part(_ kind: ListPart.Kind, _ lines: ListLines, _ asked: ListPart) -> [String: Any] {
        let (count, address) = (lines.count(of: kind), "\(Paths.membersDraft(id))?kind=\(kind.rawValue)")
        let each = asked.kind == nil ? Self.few : Self.many
        let turns = PageTurns(lines: count, each: each, asked: asked.kind == nil ? nil : asked.page)
        return [
            "heading": say("admin.list.part.\(kind.rawValue)", ["count": "\(count)"]),
            "about": say("admin.list.about.\(kind.rawValue)"),
            "lines": lines.lines(of: kind, skipping: turns.skipped, most: each).map { line in
                [
                    "name": line.name, "text": line.text,
                    "row": line.row.map { say("admin.list.row", ["row": "\($0)"]) } ?? "",
                ]
            },
            "all_path": asked.kind == nil && count > each ? address : "",
            "all": say("admin.list.all", ["count": "\(count)"]),
            "pages": asked.kind == nil ? false : turns.values(at: address, "admin.members", say),
        ]
    }

    private func columns(_ draft: StaffDraft) -> [[String: Any]] {
        StaffField.allCases.map { field in
            let chosen = draft.columns[field].map { "\($0)" } ?? ""
            let options = draft.table.headings.enumerated().map {
                (value: "\($0.offset)", name: name($0.offset, draft))
            }
            return [
                "id": StaffColumns.field(field), "label": say("admin.list.field.\(field.rawValue)"),
                "options": Choices.values(options, chosen: [chosen]),
            ]
        }
    }

    private func leftColumns(_ draft: StaffDraft) -> [String] {
        let read = Set(draft.columns.places.values)
        return draft.table.headings.indices.filter { !read.contains($0) }.map { name($0, draft) }
    }

    /// What stands above a column; else which it is.
    private func name(_ place: Int, _ draft: StaffDraft) -> String {
        let heading = draft.table.headings[place]
        return heading.isEmpty ? say("admin.list.column", ["number": "\(place + 1)"]) : heading
    }
}
