public import Core
public import Methods

extension Decision.NamedWave {
    public init(_ wave: Wave) { self.init(id: .init(high: wave.id.high, low: wave.id.low), title: wave.title) }

    public var wave: Wave.ID { Wave.ID(high: id.high, low: id.low) }
}

extension Decision {
    public func names(_ wave: Wave.ID) -> Bool { waves.contains { $0.wave == wave } }

    /// What it keeps of the questionnaire of a wave.
    public func questionnaire(of wave: Wave.ID) -> Questionnaire? {
        waves.first { $0.wave == wave }?.questionnaire
    }

    /// Whether it is about the raw answers of a wave that asks what it asked when the decision was asked for.
    public func isAboutAnswers(to wave: Wave.ID, of instrument: Instrument) -> Bool {
        kind == .rawExport && questionnaire(of: wave)?.covers(instrument) == true
    }
}

extension Decision.Questionnaire {
    public init(_ instrument: Instrument, in language: Language) {
        self.init(
            pack: instrument.id, title: instrument.title[language], version: instrument.version,
            asked: RawTable(instrument).asked)
    }

    /// Whether nothing is asked that was not asked then, in the same words and with the same answers: fewer questions are
    /// no more than was agreed to. Of before the questions were kept only the questionnaire is known.
    public func covers(_ instrument: Instrument) -> Bool {
        guard let asked else { return pack == instrument.id }
        return RawTable(instrument).asked.isSubset(of: asked)
    }
}
