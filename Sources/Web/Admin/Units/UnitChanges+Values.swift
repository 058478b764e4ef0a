import Core
import Crypto

extension UnitChanges {
    /// The same changes have the same fingerprint; a form carries that of what was shown.
    var fingerprint: String {
        let lines =
            additions.map { "+\($0.path)\($0.headcount)" } + changes.map { "~\($0.unit)\($0.path)\($0.headcount)" }
            + departures.map { "-\($0.unit)\($0.path)" }
        let hash = SHA256.hash(data: Array(lines.joined(separator: "\n").utf8))
        return hash.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    func values(_ say: Speech) -> [String: Any] {
        func show(_ path: [String]) -> String { path.joined(separator: Core.Unit.separator) }
        func people(_ count: Int) -> String { say("unit.people", ["count": "\(count)"]) }
        let lists: [(name: String, lines: [(path: [String], text: String)])] = [
            ("additions", additions.map { ($0.path, people($0.headcount)) }),
            (
                "changes",
                changes.map { change in
                    let words = ["before": "\(change.unit.headcount)", "after": people(change.headcount)]
                    return (change.path, say("admin.units_preview.from_to", words))
                }
            ),
            ("departures", departures.map { ($0.path, people($0.unit.headcount)) }),
            ("counted", counted.map { ($0.path, people($0.headcount)) }),
        ]
        let parts = lists.filter { !$0.lines.isEmpty }.map { list -> [String: Any] in
            [
                "heading": say("admin.units_preview.\(list.name)", ["count": "\(list.lines.count)"]),
                "lines": list.lines.map { ["name": show($0.path), "text": $0.text] },
            ]
        }
        return [
            "parts": parts, "is_nothing": isEmpty,
            "unchanged": unchanged == 0 ? "" : say("admin.units_preview.unchanged", ["count": "\(unchanged)"]),
        ]
    }
}
