/// A value of a pack and where it stands.
struct Located<Value> {
    let value: Value
    let place: Place
}

/// One part of a file of which the format fixes the keys.
struct Section {
    let place: Place
    let part: PackKeys
    private let pairs: [String: YamlTree.Pair]
    private let findings: Findings

    /// Reads the keys of `tree`, and says which are unknown or missing.
    init?(_ tree: YamlTree, _ part: PackKeys, called name: String, in file: String, _ findings: Findings) {
        self.init(tree, part, called: name, at: Place(file: file, line: tree.line), findings)
    }

    /// Reads the keys below the key of `pair`.
    init?(_ pair: YamlTree.Pair, _ part: PackKeys, in file: String, _ findings: Findings) {
        self.init(pair.value, part, called: pair.key, at: Place(file: file, line: pair.line), findings)
    }

    private init?(_ tree: YamlTree, _ part: PackKeys, called name: String, at place: Place, _ findings: Findings) {
        self.place = place
        self.part = part
        self.findings = findings
        guard case .section(let pairs) = tree.content else {
            findings.add(.expectsSection, ["key": name], at: place)
            return nil
        }
        self.pairs = Dictionary(pairs.map { ($0.key, $0) }) { first, _ in first }
        for pair in pairs { check(pair) }
        for key in part.keys where key.need == .required && self.pairs[key.name] == nil {
            findings.add(.keyIsMissing, ["key": key.name, "part": name], at: place)
        }
    }

    private func check(_ pair: YamlTree.Pair) {
        let place = Place(file: place.file, line: pair.line)
        guard !part.keys.contains(where: { $0.name == pair.key }) else { return }
        findings.add(
            .keyIsUnknown, pair.key, among: part.keys.map(\.name), at: place)
    }

    func place(of name: String) -> Place { Place(file: place.file, line: pairs[name]?.line ?? place.line) }

    func has(_ name: String) -> Bool { pairs[name] != nil }

    func text(_ name: String) -> Located<String>? {
        guard let key = key(name), let pair = pairs[name], case .text(let most, let lines) = key.form else {
            return nil
        }
        return TextRule(most: most, mayHaveLines: lines, findings: findings).text(of: pair, in: place.file)
    }

    func number(_ name: String) -> Int? {
        guard let key = key(name), let pair = pairs[name], case .number(let range) = key.form else { return nil }
        guard case .text(let text, true) = pair.value.content, let number = Int(text), "\(number)" == text
        else {
            return refuse(.expectsNumber, name)
        }
        guard range.contains(number) else {
            return refuse(.numberIsOutside, name, ["least": "\(range.lowerBound)", "most": "\(range.upperBound)"])
        }
        return number
    }

    /// The part of the file below this key, where it is there.
    func section(_ name: String, _ part: PackKeys) -> Section? {
        pairs[name].flatMap { Section($0, part, in: place.file, findings) }
    }

    func share(_ name: String) -> Double? {
        guard let pair = pairs[name] else { return nil }
        guard case .text(let text, true) = pair.value.content, text.allSatisfy({ $0 == "." || $0.isASCIIDigit }),
            let share = Double(text), share > 0, share <= 1
        else { return refuse(.expectsShare, name) }
        return share
    }

    func flag(_ name: String) -> Bool? {
        guard let pair = pairs[name] else { return nil }
        switch pair.value.content {
        case .text("true", true): return true
        case .text("false", true): return false
        default: return refuse(.expectsFlag, name)
        }
    }

    func list(_ name: String) -> [YamlTree]? {
        guard let pair = pairs[name] else { return nil }
        guard case .list(let list) = pair.value.content else { return refuse(.expectsList, name) }
        guard !list.isEmpty else { return refuse(.listIsEmpty, name) }
        return list
    }

    /// A list of single words, none of them twice.
    func words(_ name: String) -> [Located<String>]? {
        guard let list = list(name) else { return nil }
        let rule = TextRule(most: 40, findings: findings)
        let words = list.compactMap { rule.text(of: $0, called: name, at: Place(file: place.file, line: $0.line)) }
        for (index, word) in words.enumerated() where words[..<index].contains(where: { $0.value == word.value }) {
            findings.add(.listHasDouble, ["key": name, "word": word.value], at: word.place)
        }
        return words
    }

    /// A list of so many words; another number is said.
    func words(_ name: String, _ number: ClosedRange<Int>) -> [Located<String>]? {
        guard let words = words(name) else { return nil }
        if words.count < number.lowerBound {
            findings.add(.listIsShort, ["key": name, "least": "\(number.lowerBound)"], at: place(of: name))
        } else if words.count > number.upperBound {
            findings.add(.listIsLong, ["key": name, "most": "\(number.upperBound)"], at: place(of: name))
        }
        return words
    }

    /// The keys and values of a part in which the pack chooses the keys.
    func entries(_ name: String) -> [YamlTree.Pair]? {
        guard key(name) != nil, let pair = pairs[name] else { return nil }
        guard case .section(let entries) = pair.value.content else { return refuse(.expectsSection, name) }
        return entries
    }

    private func key(_ name: String) -> PackKey? { part.keys.first { $0.name == name } }

    private func refuse<Value>(_ fault: PackFault, _ name: String, _ more: [String: String] = [:]) -> Value? {
        findings.add(fault, more.merging(["key": name]) { own, _ in own }, at: place(of: name))
        return nil
    }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
