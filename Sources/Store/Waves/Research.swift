import Core
public import Methods
public import Surveys

extension Transaction {
    /// A research wave stands on a decision that hr and those who speak for the staff both took, and that no other
    /// wave has used; where nobody speaks for the staff by now, there is none.
    func checkDecision(on wave: Wave) throws {
        guard let research = wave.research else { return }
        let decision = try decision(research, in: wave.organisation)
        let council = try self.organisation(wave.organisation).council
        guard decision.kind == .researchWave, decision.holds(where: council) else {
            throw Wave.Refusal.researchTakesTwo
        }
        let others = """
            SELECT 1 AS one FROM wave
            WHERE organisation_id = $1 AND research = $2 AND id <> $3 AND state <> 'withdrawn'
            """
        if try row(others, wave.organisation, research, wave.id) != nil { throw Wave.Refusal.researchIsUsed }
    }

    /// Both agreed to research before its questions were chosen: somebody of the council must have seen these.
    func checkReading(of wave: Wave, _ agreement: [UInt8]) throws {
        guard wave.isResearch else { return }
        let readings = """
            SELECT 1 AS one FROM manifest_seen
            WHERE organisation_id = $1 AND wave_id = $2 AND agreement = $3 AND by_council = 1
            """
        guard try row(readings, wave.organisation, wave.id, agreement) != nil else {
            throw Wave.Refusal.researchIsUnread
        }
    }
}

extension Store {
    /// Open answers are stored, but nobody can read them before others yet: until then they are asked in tests alone.
    public func checkOpenQuestions(of instrument: Instrument) throws(Wave.Refusal) {
        guard instrument.openQuestions.isEmpty || kind == .test else { throw .openQuestionsComeLater }
    }
}
