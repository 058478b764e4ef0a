public import Core
public import Methods

/// What a file holds as far as it is understood, also where its answers cannot be counted yet.
public struct FileLook: Sendable {
    public let outline: FileOutline
    /// What was read so far.
    public let account: FileAccount
    /// The answers, or what choosing other columns, or saying what answers mean, can mend.
    public let answers: Result<FileAnswers, Problems>

    /// Reads all of it, or throws what is wrong with the file itself.
    ///
    /// - Parameters:
    ///   - file: its bytes.
    ///   - name: what problems call it.
    ///   - instrument: the questionnaire that it answers.
    ///   - map: what somebody says of its columns.
    ///   - chosen: the columns that somebody chose by hand.
    ///   - units: the heading of the column with units, where that is not said by the map.
    ///   - words: what files write for no answer, and for a row that adds up the others.
    public init(
        _ file: [UInt8], name: String, of instrument: Instrument, map: ColumnMap,
        chosen: ColumnChoice = ColumnChoice(), units: String? = nil, words: FileWords
    ) throws(Problems) {
        var reading = try FileReading(name: name, instrument, map, chosen, units, words)
        var problems = try reading.read(file)
        let account = problems == nil ? try reading.finished() : reading.account
        if problems == nil {
            let people = reading.peopleAsUnits
            if people != nil, reading.hasLikelyUnits {
                // Nobody chose that column, and so nobody need choose another.
                let other = ColumnChoice(items: chosen.items, units: .none)
                self = try FileLook(file, name: name, of: instrument, map: map, chosen: other, words: words)
                return
            }
            let found = [people].compactMap(\.self) + (reading.misunderstood(account)?.all ?? [])
            problems = found.isEmpty ? nil : Problems(found)
        }
        self.account = account
        answers = problems.map { .failure($0) } ?? .success(reading.answers(account))
        outline = FileOutline(reading)
    }
}
