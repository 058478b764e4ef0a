import Core

/// Reads `method.yaml`.
struct MethodReading {
    let section: Section
    let folder: String
    let findings: Findings

    static let kind = "instrument"
    /// A questionnaire of somebody else, without its words.
    static let definition = "definition"
    /// Kinds of methods that the other engines will bring.
    static let laterKinds = ["session", "conversation", "plan", "cycle", "codebook"]

    /// What the file says, given the languages that were read of it.
    func draft(_ languages: [Language]?) -> MethodDraft? {
        let (id, version, help) = (id(), version(), help())
        let licence = section.text("licence")
        let (minutes, isValidated) = (section.number("minutes"), section.flag("validated"))
        checkKind()
        guard let languages, let id, let version, let help, let licence, let minutes, let isValidated else {
            return nil
        }
        return MethodDraft(
            id: id, version: version, languages: languages, minutes: minutes, licence: licence.value,
            isValidated: isValidated, help: help, origin: section.text("based-on")?.value,
            holder: section.text("holder")?.value, source: section.text("source")?.value)
    }

    private func id() -> String? {
        guard let id = section.text("id") else { return nil }
        guard id.value.isPackID else { return refuse(.idIsMalformed, ["id": id.value], id.place) }
        guard id.value == folder else { return refuse(.idIsNotFolder, ["id": id.value, "folder": folder], id.place) }
        return id.value
    }

    private func version() -> String? {
        guard let version = section.text("version") else { return nil }
        guard version.value.isVersion else {
            return refuse(.versionIsMalformed, ["version": version.value], version.place)
        }
        return version.value
    }

    private func checkKind() {
        guard let kind = section.text("kind"), ![Self.kind, Self.definition].contains(kind.value) else { return }
        guard !Self.laterKinds.contains(kind.value) else {
            return findings.add(.kindIsForLater, ["kind": kind.value], at: kind.place)
        }
        findings.add(.kindIsUnknown, kind.value, among: [Self.kind, Self.definition], at: kind.place)
    }

    private func help() -> [HelpChannel]? {
        guard section.has("help") else { return [] }
        let known = HelpChannel.allCases.map(\.rawValue)
        return section.words("help")?.compactMap { word in
            guard let channel = HelpChannel(rawValue: word.value) else {
                findings.add(.helpIsUnknown, word.value, among: known, at: word.place)
                return nil
            }
            return channel
        }
    }

    /// The languages that are declared and well formed, also where others are not.
    func languages() -> [Language]? {
        guard let words = section.words("languages") else { return nil }
        for word in words where !word.value.isLanguageTag {
            findings.add(.languageIsMalformed, ["language": word.value], at: word.place)
        }
        let languages = words.map(\.value).filter(\.isLanguageTag).map(Language.init(rawValue:))
        for spoken in Language.spoken where !languages.contains(spoken) {
            findings.add(.languageIsMissing, ["language": spoken.rawValue], at: section.place(of: "languages"))
        }
        return languages
    }

    private func refuse<Value>(_ fault: PackFault, _ values: [String: String], _ place: Place) -> Value? {
        findings.add(fault, values, at: place)
        return nil
    }
}
