import Core
import Files
import Methods

// Who was asked what: a file may hold answers to a theme that was not theirs.
extension FileReading {
    /// Whether the file tells who was asked this theme, by what is read of it so far; otherwise that is noted.
    mutating func tellsWhoWasAsked(_ theme: Theme, among themes: [Theme]) -> Bool {
        if let question = theme.onlyIf?.item, !themes.contains(where: { $0.items.contains { $0.id == question } }) {
            account.untoldThemes.append(FileAccount.Theme(theme: theme.id, items: [question]))
            return false
        }
        if !theme.onlyFor.isEmpty, columns.staffGroups == nil {
            account.untoldThemes.append(FileAccount.Theme(theme: theme.id, items: []))
            return false
        }
        return true
    }

    /// The staff group of a row, as its place in the questionnaire; -1 for none.
    mutating func staffGroup(of cells: [CellRows.Cell], _ text: UnsafeBufferPointer<UInt8>) -> Int8 {
        guard let column = columns.staffGroups, column < cells.count, !cells[column].isEmpty else { return -1 }
        let name = LooseText(cells[column].text(in: text))
        if let place = matching.staffGroups[name] { return place }
        if !words.none.contains(name), noStaffGroups.count < Self.mostNamed { noStaffGroups.insert(name.text) }
        return -1
    }

    /// Leaves out what people answered to a theme that is not theirs, by the rule that holds for who answers in Weefsel.
    mutating func leaveOutWhatWasNotAsked() {
        let layout = Layout(instrument)
        guard layout.hasBranches else { return }
        var rows = 0
        for row in units.indices {
            let group = groups.isEmpty || groups[row] < 0 ? nil : asked.staffGroups[Int(groups[row])].id
            if layout.leaveOut(of: &bytes, from: row * plan.count, staffGroup: group) { rows += 1 }
        }
        if rows > 0 { remark(FileAccount.notAsked, ["count": "\(rows)"]) }
        for text in noStaffGroups.sorted() { remark("files.text_is_no_staff_group", ["text": text.cut(to: 40)]) }
    }
}

extension FileAccount {
    /// How many rows have answers to a theme that was not theirs, which a report does not say.
    public static let notAsked = "files.answers_were_not_asked"
}
