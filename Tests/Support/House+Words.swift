public import Core
public import Methods
import Store

extension House {
    /// Loads made-up words for a definition: those of its holder are in no test.
    public func loadWords(of id: String, in organisation: Organisation? = nil) async throws {
        let home = organisation ?? self.organisation
        guard let definition = store.definitions(for: home.id).first(where: { $0.id == id }) else { throw NotFound() }
        let version = try await store.savings(ofPack: definition.licensedID, in: home.id)
        let made = definition.worded(
            Self.words(for: definition), after: store.pack(definition.licensedID, for: home.id), version: version + 1)
        try await store.save(
            made.files(sources: "Verzonnen."), wording: definition, in: home.id, since: version, by: nil)
    }

    /// "Vraag 1", "Vraag 2", and so on.
    public static func words(for definition: Definition) -> LicensedText {
        var typed: [LicensedText.Part: String] = [:]
        for part in LicensedText.parts(of: definition) {
            switch part {
            case .title(let language): typed[part] = language == .dutch ? "Bevlogen" : "Engaged"
            case .items(let language):
                let word = language == .dutch ? "Vraag" : "Question"
                typed[part] = (1...definition.items.count).map { "\(word) \($0)" }.joined(separator: "\n")
            case .answers(let id, let language):
                let word = language == .dutch ? "Antwoord" : "Answer"
                let values = definition.frame.scales.first { $0.id == id }?.values ?? []
                typed[part] = values.map { "\(word) \($0.value)" }.joined(separator: "\n")
            }
        }
        return LicensedText(typed)
    }
}
