import Core

/// Which part of what a list changes somebody looks at: all, or one kind with each of its lines.
struct ListPart {
    enum Kind: String, CaseIterable {
        case wrong, new, changed, moved, back, gone, units, counted
    }

    var kind: Kind?
    var page: String?
}

/// What a list changes, person by person, in words.
struct ListLines {
    struct Line {
        let name: String
        let text: String
        /// Of the file, where it is about one.
        var row: Int?
    }

    let changes: StaffChanges
    let tree: UnitTree
    let today: Day
    let say: Speech

    func count(of kind: ListPart.Kind) -> Int {
        switch kind {
        case .wrong: changes.wrong.count
        case .new: changes.newcomers.count
        case .changed: changes.changes.count
        case .moved: changes.moves.count
        case .back: changes.returns.count
        case .gone: changes.leavers.count
        case .units: changes.units.count
        case .counted: counted.count
        }
    }

    /// Units of which somebody typed how many people there are, and the list says it from now on.
    private var counted: [Unit] {
        tree.units.filter { $0.isTyped && changes.workplaces.contains(.known($0.id)) }
    }

    /// So many of a kind, from one on.
    func lines(of kind: ListPart.Kind, skipping: Int, most: Int) -> [Line] {
        func some<Thing>(_ all: [Thing], _ line: (Thing) -> Line) -> [Line] {
            all.dropFirst(skipping).prefix(most).map(line)
        }
        return switch kind {
        case .wrong: some(changes.wrong) { Line(name: "", text: say($0.key, $0.values), row: $0.line) }
        case .new: some(changes.newcomers) { Line(name: $0.name, text: all(of: $0), row: $0.line) }
        case .changed: some(changes.changes) { Line(name: $0.name, text: differences(of: $0), row: $0.line) }
        case .moved: some(changes.moves) { Line(name: $0.name, text: move(of: $0), row: $0.line) }
        case .back: some(changes.returns) { Line(name: $0.name, text: all(of: $0), row: $0.line) }
        case .gone: some(changes.leavers) { Line(name: $0.member.name, text: departure(of: $0)) }
        case .units: some(changes.units) { Line(name: $0.joined(separator: Unit.separator), text: "") }
        case .counted:
            some(counted) { unit in
                Line(
                    name: tree.path(of: unit).joined(separator: Unit.separator),
                    text: say("admin.list.typed", ["people": say("unit.people", ["count": "\(unit.headcount)"])]))
            }
        }
    }

    private func all(of change: StaffChanges.Change) -> String {
        let told = [change.number, change.email, change.functionGroup].compactMap(\.self)
        let work = work(of: change) ?? change.before.map(work) ?? ""
        return (told + [work, change.leftOn.map(until) ?? ""]).filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func differences(of change: StaffChanges.Change) -> String {
        guard let before = change.before else { return "" }
        let pairs = [
            ("name", before.name, change.name), ("number", before.number, change.number),
            ("email", before.email, change.email), ("function", before.functionGroup, change.functionGroup),
        ]
        let day = change.leftOn == before.leftOn ? nil : change.leftOn.map(until)
        let told = pairs.filter { $0.1 != $0.2 }.map { field, old, new in
            let empty = say("admin.list.nothing")
            let words = ["what": say("admin.member.field.\(field)"), "old": old ?? empty, "new": new ?? empty]
            return say("admin.list.from_to", words)
        }
        return (told + [day].compactMap(\.self)).joined(separator: "; ")
    }

    private func until(_ day: Day) -> String { say("admin.members.until", ["day": say.date(day, from: today)]) }

    private func departure(of leaver: StaffChanges.Leaver) -> String {
        [work(of: leaver.member), until(leaver.lastDay)].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func move(of change: StaffChanges.Change) -> String {
        let nowhere = say("admin.members.no_unit")
        let (old, new) = (change.before.map(work) ?? "", work(of: change) ?? "")
        let words = ["old": old.isEmpty ? nowhere : old, "new": new.isEmpty ? nowhere : new]
        let told = old == new ? say("admin.list.other_days", words) : say("admin.list.moves", words)
        return [told, differences(of: change)].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private func work(of member: Member) -> String {
        say.list(
            member.places.filter { $0.holds(on: today) }.compactMap { tree[$0.unit] }
                .map { tree.path(of: $0).joined(separator: Unit.separator) })
    }

    /// Where the list has somebody from now on; nil where it says nothing of that.
    private func work(of change: StaffChanges.Change) -> String? {
        change.work.map { work in
            say.list(
                work.filter { ($0.until ?? today) >= today }.map { work in
                    switch work.place {
                    case .known(let unit):
                        tree[unit].map { tree.path(of: $0).joined(separator: Unit.separator) } ?? ""
                    case .made(let path): path.joined(separator: Unit.separator)
                    }
                })
        }
    }
}
