/// The files of a pack, each read once as text and as a tree.
struct PackDocuments {
    let files: PackFiles
    let findings: Findings

    /// The path that a writer sees: folder and file.
    func path(_ name: String) -> String { files.folder + "/" + name }

    /// Says which files are missing or unknown, given the languages that the pack declares.
    func checkNames(languages: [String], mayHaveLock: Bool) {
        let words = languages.map(PackFiles.words)
        let needed = PackFiles.structure + words + [PackFiles.sources]
        for name in needed where files.bytes[name] == nil {
            findings.add(.fileIsMissing, ["file": name], at: Place(file: path(name), line: nil))
        }
        let known = Set(needed + (mayHaveLock ? [WordingLock.file] : []))
        for name in files.bytes.keys where !known.contains(name) { addUnknown(name, among: known) }
        _ = text(PackFiles.sources)
    }

    private func addUnknown(_ name: String, among known: Set<String>) {
        let place = Place(file: path(name), line: nil)
        let stem = name.split(separator: ".").first.map(String.init) ?? ""
        if name == PackFiles.words(in: stem), stem.isLanguageTag {
            findings.add(.languageIsUndeclared, ["language": stem], at: place)
        } else {
            findings.add(.fileIsUnknown, name, among: known.filter { files.bytes[$0] == nil }, at: place)
        }
    }

    func section(_ part: PackKeys, in name: String) -> Section? { section(in: name) { _ in part } }

    /// The keys of some files follow from what one of them says.
    func section(in name: String, _ part: (YamlTree) -> PackKeys) -> Section? {
        guard let text = text(name) else { return nil }
        guard let tree = YamlReading(file: path(name), findings: findings).tree(of: text) else { return nil }
        return Section(tree, part(tree), called: name, in: path(name), findings)
    }

    func text(_ name: String) -> String? {
        guard let bytes = files.bytes[name] else { return nil }
        guard bytes.count <= PackFiles.mostBytes else {
            return refuse(.fileIsTooLarge, name, line: nil, ["most": "\(PackFiles.mostBytes / 1024)"])
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return refuse(.isNotUTF8, name, line: bytes.firstLineThatIsNotUTF8)
        }
        let plain = (text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text)
            .replacing("\r\n", with: "\n")
        guard !plain.trimmed.isEmpty else { return refuse(.fileIsEmpty, name, line: 1) }
        return plain
    }

    private func refuse(_ fault: PackFault, _ name: String, line: Int?, _ values: [String: String] = [:]) -> String? {
        findings.add(fault, values, at: Place(file: path(name), line: line))
        return nil
    }
}

extension [UInt8] {
    fileprivate var firstLineThatIsNotUTF8: Int {
        let lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
    }
}
