/// Reads `questions.yaml`: the themes in order, and the questions of each.
struct QuestionsReading {
    let findings: Findings

    /// Names of fields that the answering page has of its own.
    static let keptIDs: Set<String> = ["code", "wave", "language", "token", "block", "replace", "own"]
    /// More is no questionnaire that anybody fills in, and a row of answers stays small.
    static let mostItems = 300

    func draft(_ section: Section) -> QuestionsDraft? {
        guard let list = section.list("themes") else { return nil }
        let sections = list.map { Section($0, .questionTheme, called: "themes", in: section.place.file, findings) }
        let themes = sections.compactMap { $0.flatMap(theme) }
        let items = themes.flatMap(\.items)
        findings.addDoubles(themes.map(\.id))
        findings.addDoubles(items.map(\.id))
        if items.count > Self.mostItems {
            findings.add(.hasTooManyItems, ["most": "\(Self.mostItems)"], at: section.place(of: "themes"))
        }
        let entries = sections.compactMap { $0?.list("items")?.count }.reduce(0, +)
        return QuestionsDraft(themes: themes, hasAllIDs: themes.count == list.count && items.count == entries)
    }

    private func theme(_ section: Section) -> ThemeDraft? {
        let items = (section.list("items") ?? []).compactMap { item($0, in: section.place.file) }
        guard let id = id(section) else { return nil }
        return ThemeDraft(id: id, items: items)
    }

    private func item(_ tree: YamlTree, in file: String) -> ItemDraft? {
        guard let section = Section(tree, .item, called: "items", in: file, findings) else { return nil }
        let place = section.place(of: "revision")
        let revision = section.number("revision").map { Located(value: $0, place: place) }
        let (scale, isReversed) = (section.text("scale"), section.flag("reversed") ?? false)
        guard let id = id(section) else { return nil }
        if Self.keptIDs.contains(id.value) { findings.add(.idIsKept, ["id": id.value], at: id.place) }
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
