/// Holds the numbers that questions have in the source of a definition against each other.
struct SourceNumbers {
    let questions: QuestionsDraft
    let isDefinition: Bool
    let findings: Findings

    func check() {
        let numbered = questions.items.compactMap { item in item.number.map { (item, $0) } }
        guard isDefinition else {
            for (item, number) in numbered {
                findings.add(.numberIsForNothing, ["item": item.id.value], at: number.place)
            }
            return
        }
        if !numbered.isEmpty {
            for item in questions.items where item.number == nil {
                findings.add(.numberIsMissing, ["item": item.id.value], at: item.id.place)
            }
        }
        var first: [Int: String] = [:]
        for (item, number) in numbered {
            if let other = first[number.value] {
                let values = ["item": item.id.value, "other": other, "number": "\(number.value)"]
                findings.add(.numberIsDouble, values, at: number.place)
            }
            first[number.value] = first[number.value] ?? item.id.value
        }
    }
}

extension YamlTree {
    /// Whether this is the `method.yaml` of a definition.
    var isOfDefinition: Bool {
        guard case .section(let pairs) = content else { return false }
        return pairs.contains { pair in
            guard pair.key == "kind", case .text(let kind, _) = pair.value.content else { return false }
            return kind.trimmed == MethodReading.definition
        }
    }
}
