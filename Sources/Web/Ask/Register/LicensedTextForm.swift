import Core
import Methods

/// The words of a questionnaire as hr pastes them.
struct LicensedTextForm {
    let text: LicensedText
    private var faults: [(field: String, problem: Problem)] = []
    private var isConflict = false

    /// More would hide the fields.
    private static let mostFaults = 5

    init(_ form: Form, for definition: Definition) {
        text = LicensedText(
            Dictionary(
                LicensedText.parts(of: definition).map { ($0, form[Self.field($0)]) },
                uniquingKeysWith: { first, _ in first }))
    }

    /// What was loaded before; nothing where nothing was.
    init(_ words: Instrument?, for definition: Definition, version: Int) {
        text = words.map { LicensedText(of: $0, for: definition) } ?? LicensedText([:])
    }

    static func field(_ part: LicensedText.Part) -> String {
        switch part {
        case .title(let language): "title-\(language.rawValue)"
        case .items(let language): "items-\(language.rawValue)"
        case .answers(let scale, let language): "answers-\(scale)-\(language.rawValue)"
        }
    }

    /// The form again, with all that is wrong; nil where nothing is.
    func refused(for definition: Definition) -> LicensedTextForm? {
        let found = text.faults(for: definition).map { (field: Self.field($0.part), problem: $0.problem) }
        guard !found.isEmpty else { return nil }
        var form = self
        let fields = LicensedText.parts(of: definition).map(Self.field)
        form.faults = fields.flatMap { field in found.filter { $0.field == field }.prefix(Self.mostFaults) }
        return form
    }

    /// The form again, because a pack cannot be made of it all the same.
    func refused(_ problems: Problems) -> LicensedTextForm {
        var form = self
        form.faults = problems.all.prefix(Self.mostFaults).map {
            ("items-nl", Problem($0.key, $0.values))
        }
        return form
    }

    func conflicting() -> LicensedTextForm {
        var form = self
        form.isConflict = true
        return form
    }

    /// Each fault with the field that it is about: several fields may lack the same.
    func summary(_ say: Speech, for definition: Definition) -> [[String: String]] {
        let names = Dictionary(
            LicensedText.parts(of: definition).map { (Self.field($0), name(of: $0, definition, say)) },
            uniquingKeysWith: { first, _ in first })
        return faults.map { ["field": $0.field, "field_name": names[$0.field] ?? "", "text": say($0.problem)] }
    }

    /// As its label says; answers are named by the themes that they are for, where there are more scales than one.
    private func name(of part: LicensedText.Part, _ definition: Definition, _ say: Speech) -> String {
        switch part {
        case .title(let language): return say("register.field.title_\(language.rawValue)")
        case .items(let language): return say("register.field.items_\(language.rawValue)")
        case .answers(let scale, let language):
            let label = say("register.field.answers_\(language.rawValue)")
            guard definition.frame.scales.count > 1 else { return label }
            return say("register.answers_for", ["label": label, "themes": themes(on: scale, definition, say)])
        }
    }

    func values(for definition: Definition, _ say: Speech, now words: Instrument?, version: Int) -> [String: Any] {
        let parts = LicensedText.parts(of: definition)
        return [
            "path": Paths.registered(definition.id, "text"), "version": "\(version)",
            "fields": parts.map { field($0, definition, say) }, "order": order(of: definition, say),
            "conflict": isConflict
                ? [
                    "theirs": words?.title[say.language] ?? say("register.no_text"),
                    "reload": Paths.registered(definition.id),
                ] : false as Any,
        ]
    }

    /// Which question stands on which line.
    private func order(of definition: Definition, _ say: Speech) -> [[String: Any]] {
        definition.items.enumerated().map { place, item in
            let theme = definition.frame.themes.first { $0.items.contains { $0.id == item.id } }
            return [
                "number": "\(definition.numbers[item.id] ?? place + 1)", "theme": theme?.name[say.language] ?? "",
                "reversed": item.isReversed,
            ]
        }
    }

    private func field(_ part: LicensedText.Part, _ definition: Definition, _ say: Speech) -> [String: Any] {
        let id = Self.field(part)
        let wrong = faults.filter { $0.field == id }.map { say($0.problem) }
        var values: [String: Any] = [
            "id": id, "value": text[part], "is_long": true, "rows": "6",
            "wrong": wrong.joined(separator: ". ").besideField,
            "described": "\(id)-hint" + (wrong.isEmpty ? "" : " \(id)-wrong"),
        ]
        switch part {
        case .title(let language):
            values["is_long"] = false
            values.merge(labels("title", language, [:], say)) { _, own in own }
        case .items(let language):
            values["rows"] = "\(min(24, definition.items.count + 1))"
            values.merge(labels("items", language, ["count": "\(definition.items.count)"], say)) { _, own in own }
        case .answers(let scale, let language):
            let count = definition.frame.scales.first { $0.id == scale }?.values.count ?? 0
            let names = ["count": "\(count)", "themes": themes(on: scale, definition, say)]
            values["rows"] = "\(count + 1)"
            values.merge(labels("answers", language, names, say)) { _, own in own }
        }
        return values
    }

    private func labels(
        _ name: String, _ language: Language, _ values: [String: String], _ say: Speech
    ) -> [String: Any] {
        [
            "label": say("register.field.\(name)_\(language.rawValue)"), "lang": language.rawValue,
            "hint": say("register.hint.\(name)", values),
        ]
    }

    /// The themes in which the answers of a scale are chosen from.
    private func themes(on scale: String, _ definition: Definition, _ say: Speech) -> String {
        say.list(
            definition.frame.themes.filter { $0.items.contains { $0.scale == scale } }.map { $0.name[say.language] })
    }
}
