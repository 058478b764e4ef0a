import Core
import Methods

extension Speech {
    /// Who gets a theme that is not for everybody, in the words of a room; empty where everybody gets it.
    func who(gets theme: Theme, of instrument: Instrument, in room: String) -> String {
        if let condition = theme.onlyIf, let item = instrument.items.first(where: { $0.id == condition.item }) {
            let labels = instrument.scale(of: item)?.values.filter { condition.answers.contains($0.value) } ?? []
            let answers = labels.map { $0.label[language] }.joined(separator: ", ")
            return self("\(room).only_if", ["question": item.wording[language], "answers": answers])
        }
        guard !theme.onlyFor.isEmpty else { return "" }
        let groups = instrument.staffGroups.filter { theme.onlyFor.contains($0.id) }.map { $0.name[language] }
        return self("\(room).only_for", ["groups": groups.joined(separator: ", ")])
    }
}
