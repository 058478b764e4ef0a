import Core
import Files

/// Members as a table: a row for each unit somebody works in, one for who is in none.
struct MembersSheet {
    let members: [Member]
    let tree: UnitTree

    private static let columns = ["number", "name", "email", "function", "unit", "from", "until"]
    static let programColumns = [
        "id", "personnel_number", "name", "email", "function_group", "unit_id", "unit", "from", "until", "left_on",
    ]

    /// Those who work here, in the words of a person and with days as they are typed: a list that can be read in again.
    func sheet(on today: Day, _ say: Speech) -> Sheet {
        let rows = members.filter { $0.isHere(on: today) }.flatMap { member in
            places(of: member).map { place in
                let until = [place?.until, member.leftOn].compactMap(\.self).min()
                return texts([
                    member.number, member.name, member.email, member.functionGroup, path(of: place),
                    place?.from.map(say.typed), until.map(say.typed),
                ])
            }
        }
        return Sheet(
            name: say("admin.members.title"), heads: Self.columns.map { say("admin.members.column.\($0)") }, rows: rows)
    }

    /// Everybody who is kept, for programs.
    var forPrograms: Sheet {
        let rows = members.flatMap { member in
            places(of: member).map { place in
                texts([
                    "\(member.id)", member.number, member.name, member.email, member.functionGroup,
                    place.map { "\($0.unit)" }, path(of: place), place?.from?.description, place?.until?.description,
                    member.leftOn?.description,
                ])
            }
        }
        return Sheet(name: "members", heads: Self.programColumns, rows: rows)
    }

    private func places(of member: Member) -> [Member.Place?] { member.places.isEmpty ? [nil] : member.places }

    private func path(of place: Member.Place?) -> String? {
        place.flatMap { tree[$0.unit] }.map { tree.path(of: $0).joined(separator: Unit.separator) }
    }

    private func texts(_ cells: [String?]) -> [Sheet.Value] {
        cells.map { ($0 ?? "").isEmpty ? .nothing : .text($0 ?? "") }
    }
}
