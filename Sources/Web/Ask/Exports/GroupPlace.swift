import Files
import Surveys

/// Where a group stands: its names from the top down, and how many groups are above it.
struct GroupPlace {
    let path: Sheet.Value
    let level: Sheet.Value
    let isWhole: Bool

    static let between = " > "

    /// Of each group of a wave. Where the whole is no unit itself, it begins no path.
    static func all(of groups: [Group], whole: String, for reader: TableReader) -> [GroupPlace] {
        var (paths, levels): ([[String]], [Int]) = ([], [])
        for group in groups {
            let above = group.parent.map { paths[$0] } ?? []
            paths.append(group.parent == nil && !groups.isTopAUnit ? [] : above + [name(of: group, for: reader)])
            levels.append(group.parent.map { levels[$0] + 1 } ?? 0)
        }
        return zip(paths, levels).map { path, level in
            let name = path.isEmpty ? whole : path.joined(separator: between)
            return GroupPlace(path: .text(name), level: .number(Double(level)), isWhole: level == 0)
        }
    }

    private static func name(of group: Group, for reader: TableReader) -> String {
        switch reader {
        case .person(let say): say.name(of: group)
        case .program: group.label
        }
    }
}
