import Yams

/// Reads the plain part of YAML: no aliases, anchors or tags, which nobody needs to write a pack and
/// which let a small file grow without end.
struct YamlReading {
    let file: String
    let findings: Findings

    /// The tree of this text, or nil when a finding says why there is none.
    func tree(of text: String) -> YamlTree? {
        guard !mayGrowWithoutEnd(text) else { return nil }
        do {
            // Anchors are weak references that live as long as their parser.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            return try withExtendedLifetime(parser) { try parser.singleRoot().map { try plain($0) } } ?? nothing()
        } catch let refused as Refused {
            findings.add(refused.fault, at: Place(file: file, line: refused.line))
        } catch {
            add(error, in: text)
        }
        return nil
    }

    private struct Refused: Error {
        let fault: PackFault
        let line: Int
    }

    private func nothing() -> YamlTree? {
        findings.add(.fileIsEmpty, at: Place(file: file, line: 1))
        return nil
    }

    private func plain(_ node: Node) throws -> YamlTree {
        let line = node.mark?.line ?? 1
        guard node.anchor == nil else { throw Refused(fault: .hasAlias, line: line) }
        switch node {
        case .scalar(let scalar): return try YamlTree(line: line, content: text(scalar, line))
        case .sequence(let list):
            try refuseTag(list.tag, line)
            return try YamlTree(line: line, content: .list(list.map { try plain($0) }))
        case .mapping(let section):
            try refuseTag(section.tag, line)
            return try YamlTree(line: line, content: .section(section.map { try pair($0.key, $0.value) }))
        case .alias: throw Refused(fault: .hasAlias, line: line)
        }
    }

    private func text(_ scalar: Node.Scalar, _ line: Int) throws -> YamlTree.Content {
        let isPlain = scalar.style == .plain
        if isPlain || scalar.tag.rawValue != Tag.Name.str.rawValue { try refuseTag(scalar.tag, line) }
        if isPlain, ["", "~", "null"].contains(scalar.string) { return .nothing }
        return .text(scalar.string, isPlain: isPlain)
    }

    private func pair(_ key: Node, _ value: Node) throws -> YamlTree.Pair {
        let (line, column) = (key.mark?.line ?? 1, key.mark?.column ?? 1)
        guard key.anchor == nil else { throw Refused(fault: .hasAlias, line: line) }
        guard case .scalar(let scalar) = key else { throw Refused(fault: .keyIsNoText, line: line) }
        // Comparing the keys has resolved the tag of a plain one to that of a text.
        if scalar.tag.rawValue != Tag.Name.str.rawValue { try refuseTag(scalar.tag, line) }
        return try YamlTree.Pair(key: scalar.string, line: line, column: column, value: plain(value))
    }

    private func refuseTag(_ tag: Tag, _ line: Int) throws {
        guard tag.rawValue.isEmpty else { throw Refused(fault: .hasTag, line: line) }
    }
}
