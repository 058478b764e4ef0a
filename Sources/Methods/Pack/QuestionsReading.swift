/// Reads `questions.yaml`: the themes in order, and the questions of each.
struct QuestionsReading {
    let findings: Findings

    /// Names of fields that the answering page has of its own.
    static let keptIDs: Set<String> = ["code", "wave", "language", "token", "block", "replace", "own", "staff-group"]
    /// More is no questionnaire that anybody fills in, and a row of answers stays small.
    static let mostItems = 300
    /// Open questions, and background questions, are few: each more tells more of who answers.
    static let mostAsked = 10
    static let staffGroups = 2...10
    static let answers = 2...20

    func draft(_ section: Section) -> QuestionsDraft? {
        guard let list = section.list("themes") else { return nil }
        let sections = list.map { Section($0, .questionTheme, called: "themes", in: section.place.file, findings) }
        let themes = sections.compactMap { $0.flatMap(theme) }
        let items = themes.flatMap(\.items)
        findings.addDoubles(themes.map(\.id))
        let (open, background) = (
            asked("open", .openQuestion, section), asked("background", .backgroundQuestion, section)
        )
        let groups = section.words("staff-groups", Self.staffGroups) ?? []
        for group in groups where !group.value.isPackID {
            findings.add(.idIsMalformed, ["id": group.value], at: group.place)
        }
        findings.addDoubles(items.map(\.id) + (open + background).map(\.id))
        if items.count > Self.mostItems {
            findings.add(.hasTooManyItems, ["most": "\(Self.mostItems)"], at: section.place(of: "themes"))
        }
        let entries = sections.compactMap { $0?.list("items")?.count }.reduce(0, +)
        return QuestionsDraft(
            themes: themes, staffGroups: groups, open: open, background: background,
            hasAllIDs: themes.count == list.count && items.count == entries)
    }

    /// The open or background questions.
    private func asked(_ name: String, _ part: PackKeys, _ section: Section) -> [AskedDraft] {
        let list = section.has(name) ? section.list(name) ?? [] : []
        if list.count > Self.mostAsked {
            findings.add(.listIsLong, ["key": name, "most": "\(Self.mostAsked)"], at: section.place(of: name))
        }
        return list.compactMap { tree in
            guard let section = Section(tree, part, called: name, in: section.place.file, findings),
                let id = id(section)
            else { return nil }
            addKept(id)
            let answers = section.words("answers", Self.answers) ?? []
            for answer in answers where !answer.value.isPackID {
                findings.add(.idIsMalformed, ["id": answer.value], at: answer.place)
            }
            return AskedDraft(id: id, revision: section.number("revision") ?? 1, answers: answers)
        }
    }

    private func addKept(_ id: Located<String>) {
        if Self.keptIDs.contains(id.value) { findings.add(.idIsKept, ["id": id.value], at: id.place) }
    }

    private func theme(_ section: Section) -> ThemeDraft? {
        let items = (section.list("items") ?? []).compactMap { item($0, in: section.place.file) }
        guard let id = id(section) else { return nil }
        return ThemeDraft(
            id: id, items: items, onlyIf: condition(section), onlyFor: section.words("only-for") ?? [])
    }

    private func condition(_ section: Section) -> ConditionDraft? {
        guard let section = section.section("only-if", .condition), let item = section.text("question"),
            let answers = section.words("answers")
        else { return nil }
        return ConditionDraft(item: item, answers: answers)
    }

    private func item(_ tree: YamlTree, in file: String) -> ItemDraft? {
        guard let section = Section(tree, .item, called: "items", in: file, findings) else { return nil }
        let place = section.place(of: "revision")
        let revision = section.number("revision").map { Located(value: $0, place: place) }
        let (scale, isReversed) = (section.text("scale"), section.flag("reversed") ?? false)
        guard let id = id(section) else { return nil }
        addKept(id)
        return ItemDraft(
            id: id, revision: revision, scale: scale, isReversed: isReversed,
            isSensitive: section.flag("sensitive") ?? false,
            number: section.number("number").map { Located(value: $0, place: section.place(of: "number")) })
    }

    private func id(_ section: Section) -> Located<String>? {
        guard let id = section.text("id") else { return nil }
        guard id.value.isPackID else {
            findings.add(.idIsMalformed, ["id": id.value], at: id.place)
            return nil
        }
        return id
    }
}

extension Findings {
    /// Says of each id that stands before it too where that is.
    func addDoubles(_ ids: [Located<String>]) {
        var first: [String: Place] = [:]
        for id in ids {
            if let place = first[id.value] {
                add(.idIsDouble, ["id": id.value, "first": place.line.map(String.init) ?? "?"], at: id.place)
            } else {
                first[id.value] = id.place
            }
        }
    }
}
