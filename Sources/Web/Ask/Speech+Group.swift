import Core
import Surveys

extension Speech {
    /// What a block is called: its unit, or several where small ones were put together.
    func name(of group: Group) -> String { name(of: group.names) }

    func name(of names: [Group.Name]) -> String { list(names.map { name($0) }, "list.unit") }

    func name(_ name: Group.Name) -> String {
        switch name {
        case .unit(let text), .organisation(let text): text
        case .staff(of: let text): plain("ask.staff_of", ["unit": text])
        }
    }

    /// A day as one would type it.
    func typed(_ day: Day) -> String {
        language == .dutch ? "\(day.day)-\(day.month)-\(day.year)" : "\(day)"
    }

    /// A day that was agreed, and the one to which it was moved.
    func moved(_ key: String, _ day: Wave.MovedDay) -> String {
        self(key, ["from": date(day.from), "to": date(day.to)])
    }

    func count(_ key: String, _ number: Int) -> String { self(key, ["count": "\(number)"]) }
}
