import Core
import Store

/// Invitations as they are printed: three a sheet, each unit on sheets of its own, to fold so that the name shows and the
/// code does not.
struct InvitationSheets {
    let say: Speech
    let home: Organisation
    let tree: UnitTree
    let today: Day
    let configuration: WebConfiguration

    private static let perSheet = 3

    /// A sheet each, in the order of units and names.
    func values(_ made: [FreshInvitation]) -> [[String: Any]] {
        let byUnit = Dictionary(grouping: made) { unit(of: $0.member) }
        let units = byUnit.sorted { $0.key.localizedKey < $1.key.localizedKey }
        return units.flatMap { unit, invitations in
            stride(from: 0, to: invitations.count, by: Self.perSheet).map { start in
                let some = invitations[start..<min(start + Self.perSheet, invitations.count)]
                return ["papers": some.map { paper($0, unit) }]
            }
        }
    }

    /// Where somebody counts today.
    private func unit(of member: Member) -> String {
        let unit = member.places.first { $0.holds(on: today) }.flatMap { tree[$0.unit] }
        return unit.map { tree.path(of: $0).joined(separator: Core.Unit.separator) } ?? ""
    }

    private func paper(_ invitation: FreshInvitation, _ unit: String) -> [String: Any] {
        let code = QRCode(configuration.baseURL + Paths.welcome + "#\(invitation.code)")
        return [
            "name": invitation.member.name, "unit": unit, "organisation_name": home.name,
            "address": configuration.shortBase + Paths.welcome, "code": "\(invitation.code)",
            "until": say("admin.invitations.until", ["day": say.date(invitation.lastDay)]),
            "qr": code.map { ["box": $0.viewBox, "path": $0.path] as Any } ?? false,
        ]
    }
}

extension String {
    fileprivate var localizedKey: String { lowercased() }
}
