/// The options of a list or of radio buttons, as templates show them.
enum Choices {
    static func values(_ options: [(value: String, name: String)], chosen: Set<String>) -> [[String: Any]] {
        options.map { ["value": $0.value, "name": $0.name, "is_chosen": chosen.contains($0.value)] }
    }

    /// The cases of an enumeration, named by `key.CASE`.
    static func values<Case: CaseIterable & RawRepresentable>(
        of type: Case.Type, named key: String, chosen: Set<String>, _ say: Speech
    ) -> [[String: Any]] where Case.RawValue == String {
        values(type.allCases.map { ($0.rawValue, say("\(key).\($0.rawValue)")) }, chosen: chosen)
    }
}
