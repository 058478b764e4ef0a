import Core

/// What a text that people will read must keep to.
struct TextRule {
    let most: Int
    var mayHaveLines = false
    let findings: Findings

    /// The text of this pair without space around it, or nil when a finding says what is wrong.
    func text(of pair: YamlTree.Pair, in file: String) -> Located<String>? {
        text(of: pair.value, called: pair.key, at: Place(file: file, line: pair.line))
    }

    func text(of tree: YamlTree, called name: String, at place: Place) -> Located<String>? {
        switch tree.content {
        case .nothing: return refuse(.textIsEmpty, name, place)
        case .list, .section: return refuse(.expectsText, name, place)
        case .text(let raw, _):
            let text = raw.trimmed
            if let fault = fault(of: text) { return refuse(fault, name, place) }
            return Located(value: text, place: place)
        }
    }

    private func fault(of text: String) -> PackFault? {
        if text.isEmpty { return .textIsEmpty }
        if text.unicodeScalars.contains(where: \.isControl) { return .textHasControls }
        if !mayHaveLines, text.contains(where: \.isNewline) { return .textHasLines }
        return text.count > most ? .textIsTooLong : nil
    }

    private func refuse(_ fault: PackFault, _ name: String, _ place: Place) -> Located<String>? {
        findings.add(fault, ["key": name, "most": "\(most)"], at: place)
        return nil
    }
}

extension String {
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
