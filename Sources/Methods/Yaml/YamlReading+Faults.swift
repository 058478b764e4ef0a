import Yams

extension YamlReading {
    /// While a file is put together its keys are compared, so that a few aliases of aliases as a key would
    /// take for ever: such a file is refused unread. Fewer aliases are found, and refused, afterwards.
    func mayGrowWithoutEnd(_ text: String) -> Bool {
        var (line, count, before) = (1, 0, UInt8(ascii: "\n"))
        for byte in text.utf8 {
            if before == UInt8(ascii: "*"), byte > UInt8(ascii: " ") { count += 1 }
            if count > 20 { break }
            if byte == UInt8(ascii: "\n") { line += 1 }
            before = byte
        }
        guard count > 20 else { return false }
        findings.add(.hasAlias, at: Place(file: file, line: line))
        return true
    }

    func add(_ error: any Error, in text: String) {
        guard let error = error as? YamlError else { return findings.add(.isNoYaml, at: Place(file: file, line: nil)) }
        switch error {
        case .scanner(let context, _, let mark, _), .parser(let context, _, let mark, _):
            add(fault(while: context?.text ?? ""), near: mark.line, in: text)
        case .composer(_, let problem, let mark, _):
            findings.add(
                problem.contains("alias") ? .hasAlias : .hasTwoDocuments, at: Place(file: file, line: mark.line))
        case .duplicatedKeysInMapping(let keys, let context):
            let place = Place(file: file, line: context.mark.line)
            findings.add(.keyIsDouble, ["key": keys.first ?? ""], at: place)
        default: findings.add(.isNoYaml, at: Place(file: file, line: nil))
        }
    }

    private func fault(while doing: String) -> PackFault {
        if doing.contains("alias") || doing.contains("anchor") { return .hasAlias }
        return doing.contains("tag") ? .hasTag : .isNoYaml
    }

    private func add(_ fault: PackFault, near line: Int, in text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // The parser may point past the last line.
        let line = max(1, min(line, lines.count))
        let indent = lines[line - 1].prefix { $0 == " " || $0 == "\t" }
        findings.add(indent.contains("\t") ? .hasTab : fault, at: Place(file: file, line: line))
    }
}
