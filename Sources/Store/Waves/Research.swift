import Core
import Methods
import Surveys

extension Transaction {
    /// A research wave stands on a decision that hr and those who speak for the staff both took.
    func checkDecision(on wave: Wave) throws {
        guard let research = wave.research else { return }
        let decision = try decision(research, in: wave.organisation)
        guard decision.kind == .researchWave, decision.isByTwo else { throw Wave.Refusal.researchTakesTwo }
    }
}

extension Store {
    /// Open answers are stored, but nobody can read them before others yet: until then they are asked in tests alone.
    func checkOpenQuestions(of instrument: Instrument) throws {
        guard instrument.openQuestions.isEmpty || kind == .test else { throw Wave.Refusal.openQuestionsComeLater }
    }
}
