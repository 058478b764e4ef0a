extension StaffChanges {
    /// What makes the members as a list has them. A column that is not there changes nothing; an empty cell of one that is
    /// there empties.
    ///
    /// - Parameters:
    ///   - members: everybody, also who left and is not forgotten yet.
    ///   - today: who has no day after it has left.
    public init(of members: [Member], in tree: UnitTree, by file: StaffFile, on today: Day) {
        var finding = StaffFinding(StaffUnits(tree), file.columns, today)
        let matching = StaffMatching(members, for: file.people)
        var (found, wrong, doubted) = ([Member.ID: Int](), file.wrong, file.doubted)
        for entry in file.people {
            switch matching.member(for: entry) {
            case .failure(let problems):
                wrong += problems.all.map { $0.at(entry.line) }
                doubted.append(entry)
            case .success(let member):
                if let member, let first = found[member.id] {
                    wrong.append(
                        Problem("staff.member_is_twice", ["name": member.name, "first": "\(first)"]).at(entry.line))
                    continue
                }
                if let member { found[member.id] = entry.line }
                finding.take(entry, member)
            }
        }
        let (doubts, here) = (StaffDoubts(doubted), members.filter { $0.isHere(on: today) })
        let gone = here.filter { found[$0.id] == nil && !doubts.mayBe($0) }
            .map { StaffChanges.Leaver(member: $0, lastDay: today - 1) }
        self.init(
            newcomers: finding.newcomers, changes: finding.changes, moves: finding.moves, returns: finding.returns,
            leavers: finding.leavers + gone, units: finding.units.made, workplaces: finding.workplaces,
            unchanged: finding.unchanged, wrong: wrong.sorted { ($0.line ?? 0) < ($1.line ?? 0) }, members: here.count)
    }
}

extension Problem {
    fileprivate func at(_ line: Int) -> Problem { Problem(key, values, file: file, line: line) }
}

/// Whom rows that were left out may be about: none of these has left.
private struct StaffDoubts {
    private let numbers, emails, names: Set<String>

    init(_ entries: [StaffFile.Entry]) {
        numbers = Set(entries.compactMap(\.number).map(Member.key(ofNumber:)))
        emails = Set(entries.compactMap(\.email).map(Member.key(ofEmail:)))
        names = Set(entries.map { Account.key(of: $0.name) })
    }

    func mayBe(_ member: Member) -> Bool {
        member.number.map { numbers.contains(Member.key(ofNumber: $0)) } ?? false
            || member.email.map { emails.contains(Member.key(ofEmail: $0)) } ?? false
            || names.contains(Account.key(of: member.name))
    }
}

/// Sorts the entries of a list by what they change.
private struct StaffFinding {
    private(set) var units: StaffUnits
    private let columns: StaffColumns
    private let today: Day
    private let saysUnit: Bool

    private(set) var newcomers: [StaffChanges.Change] = []
    private(set) var changes: [StaffChanges.Change] = []
    private(set) var moves: [StaffChanges.Change] = []
    private(set) var returns: [StaffChanges.Change] = []
    private(set) var leavers: [StaffChanges.Leaver] = []
    private(set) var workplaces: Set<StaffChanges.Place> = []
    private(set) var unchanged = 0

    init(_ units: StaffUnits, _ columns: StaffColumns, _ today: Day) {
        (self.units, self.columns, self.today) = (units, columns, today)
        saysUnit = columns[.unit] != nil || StaffField.levels.contains { columns[$0] != nil }
    }

    mutating func take(_ entry: StaffFile.Entry, _ member: Member?) {
        if let lastDay = pastDay(of: entry) {
            // Who left before the list was made, and was never here, is nobody's business.
            if let member, member.isHere(on: today) { leavers.append(.init(member: member, lastDay: lastDay)) }
            return
        }
        let work = saysUnit ? work(of: entry, member) : nil
        let places = work ?? member.map(Self.work) ?? []
        workplaces.formUnion(places.filter { ($0.until ?? today) >= today }.map(\.place))
        let isSameWork = member.map { work == nil || work == StaffFinding.work(of: $0) } ?? false
        let change = StaffChanges.Change(
            line: entry.line, before: member, name: entry.name,
            number: columns[.number] == nil ? member?.number : entry.number,
            email: columns[.email] == nil ? member?.email : entry.email,
            functionGroup: columns[.functionGroup] == nil ? member?.functionGroup : entry.functionGroup,
            leftOn: entry.lastDay ?? member.flatMap { $0.isHere(on: today) ? $0.leftOn : nil },
            work: isSameWork ? nil : work)
        guard let member else { newcomers.append(change); return }
        if !member.isHere(on: today) {
            returns.append(change)
        } else if change.work != nil {
            moves.append(change)
        } else if (change.name, change.number, change.email, change.functionGroup, change.leftOn)
            != (member.name, member.number, member.email, member.functionGroup, member.leftOn)
        {
            changes.append(change)
        } else {
            unchanged += 1
        }
    }

    /// The last working day of somebody who left, as the list has it.
    private func pastDay(of entry: StaffFile.Entry) -> Day? {
        let days = entry.lastDay.map { [$0] } ?? entry.places.map { $0.until ?? today }
        return days.max().flatMap { $0 < today ? $0 : nil }
    }

    private static func work(of member: Member) -> [StaffChanges.Work] {
        member.places.map { .init(place: .known($0.unit), from: $0.from, until: $0.until) }
    }

    /// Where the list has somebody now, then what ends by that or ended before. A day that the list does not say stays, and
    /// of a member who moves it is today.
    private mutating func work(of entry: StaffFile.Entry, _ member: Member?) -> [StaffChanges.Work] {
        let known = member.map(Self.work) ?? []
        let present = known.filter { ($0.until ?? today) >= today }
        var wanted: [StaffChanges.Work] = []
        for place in entry.places where (place.until ?? today) >= today {
            let unit = units.place(of: place.path)
            guard !wanted.contains(where: { $0.place == unit }) else { continue }
            let same = present.first { $0.place == unit }
            let from = place.from ?? same.map(\.from) ?? (member == nil ? nil : today)
            wanted.append(
                .init(place: unit, from: from, until: columns[.until] == nil ? same?.until : place.until))
        }
        let ended = present.filter { old in !wanted.contains { $0.place == old.place } }.compactMap(ending)
        return wanted + ended + known.filter { ($0.until ?? today) < today }
    }

    /// As it was until yesterday; nil where it had not begun.
    private func ending(_ work: StaffChanges.Work) -> StaffChanges.Work? {
        guard (work.from ?? today - 1) < today else { return nil }
        return .init(place: work.place, from: work.from, until: today - 1)
    }
}
