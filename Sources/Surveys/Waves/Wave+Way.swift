public import Core
public import Methods

extension Wave {
    /// How the answers of a wave came here.
    public enum Way: String, Sendable, Codable {
        case cards
        /// From a file that another program wrote: the wave was held elsewhere.
        case imported = "import"
    }

    /// Whether it was held elsewhere, and only its figures came here. Of what was frozen, whatever a column says.
    public var isImported: Bool { terms.map { $0.way == Way.imported.rawValue } ?? (way == .imported) }

    /// The day on which it was read from a file.
    public var importedOn: Day? { terms?.imported.flatMap { Day($0) } }

    /// Whether it can be removed again: it came from a file, and only hr and who speaks for the staff read it so far.
    public var isRemovable: Bool { isImported && state == .closed }

    /// Throws why it stays.
    public func checkRemovable() throws(Refusal) {
        guard isImported else { throw .isNoDraft }
        guard state == .closed else { throw .isShared }
    }

    /// What of a questionnaire this wave tells: of a file those themes alone of which it holds every question.
    public func told(of instrument: Instrument) -> Instrument {
        guard let themes = terms?.themes else { return instrument }
        return instrument.keeping(instrument.themes.filter { themes.contains($0.id) })
    }
}
