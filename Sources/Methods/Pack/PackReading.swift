import Core

/// Reads the files of one pack and holds them against each other.
struct PackReading {
    let findings = Findings()
    private let documents: PackDocuments
    private let method: MethodDraft?
    private let questions: QuestionsDraft?
    private let scoring: ScoringDraft?
    private let words: [WordsDraft]
    private let isDefinition: Bool

    init(_ files: PackFiles) {
        let (findings, documents) = (findings, PackDocuments(files: files, findings: findings))
        let reading = documents.section(in: "method.yaml") { $0.isOfDefinition ? .definition : .method }.map {
            MethodReading(section: $0, folder: files.folder, findings: findings)
        }
        let languages = reading?.languages()
        let isDefinition = reading?.section.part == .definition
        documents.checkNames(
            languages: (languages ?? Language.spoken).map(\.rawValue), mayHaveLock: !isDefinition)
        self.documents = documents
        self.isDefinition = isDefinition
        method = reading?.draft(languages)
        questions = documents.section(.questions, in: "questions.yaml")
            .flatMap { QuestionsReading(findings: findings).draft($0) }
        scoring = documents.section(.scoring, in: "scoring.yaml").map { ScoringReading(findings: findings).draft($0) }
        words = (languages ?? Language.spoken).compactMap { language in
            documents.section(isDefinition ? .definitionWords : .words, in: PackFiles.words(in: language.rawValue)).map
            {
                WordsReading(language: language, section: $0, findings: findings).draft()
            }
        }
    }

    /// What the pack is read into, or nil when there are findings.
    func read() -> Method? {
        guard let instrument = instrument() else { return nil }
        guard isDefinition, let method, let questions else { return .instrument(instrument) }
        return .definition(
            Definition(
                frame: instrument, holder: method.holder ?? "", source: method.source ?? "",
                terms: LocalText(
                    words.reduce(into: [:]) { $0[$1.language] = $1.texts["terms"]?.value }),
                numbers: questions.items.reduce(into: [:]) { $0[$1.id.value] = $1.number?.value }))
    }

    private func instrument() -> Instrument? {
        if let questions { SourceNumbers(questions: questions, isDefinition: isDefinition, findings: findings).check() }
        if let questions, let scoring { References(questions: questions, scoring: scoring, findings: findings).check() }
        if let own = questions?.themes.first(where: { $0.id.value == Tailoring.theme }), method?.origin == nil {
            // hr's own questions would be taken for these.
            findings.add(.idIsKept, ["id": own.id.value], at: own.id.place)
        }
        if let questions, questions.hasAllIDs {
            Branches(questions: questions, scales: scoring?.scales, findings: findings).check()
        }
        Translations(
            words: words, questions: questions, scales: scoring?.scales, bands: scoring?.bands,
            findings: findings
        ).check()
        let instrument = assembly?.instrument()
        if let instrument { checkLock(of: instrument) }
        return findings.all.isEmpty ? instrument : nil
    }

    private var assembly: Assembly? {
        guard findings.all.isEmpty, let method, let questions, let scoring else { return nil }
        return Assembly(
            method: method, questions: questions, scoring: scoring, words: words, hash: documents.files.hash)
    }

    private func checkLock(of instrument: Instrument) {
        guard documents.files.bytes[WordingLock.file] != nil, let text = documents.text(WordingLock.file) else {
            return
        }
        let path = documents.path(WordingLock.file)
        do throws(Problems) {
            let lock = try WordingLock(reading: text, file: path)
            for (change, place) in lock.changes(in: instrument).map({ ($0, place(of: $0)) }) {
                findings.add(change.fault, change.values, at: place)
            }
        } catch {
            findings.add(error)
        }
    }

    /// Where the writer must look: at the words that changed, else at the question or the scale.
    private func place(of change: WordingLock.Change) -> Place {
        let words = words.first { $0.language == change.language }
        let spots = [
            words?.items?.value[change.id]?.place,
            change.isOfScale ? words?.scales?.value[change.id]?.place : nil,
            questions?.items.first { $0.id.value == change.id }?.id.place,
            scoring?.scales?.first { $0.id.value == change.id }?.id.place,
        ]
        return spots.compactMap(\.self).first ?? Place(file: documents.path(WordingLock.file), line: nil)
    }
}
