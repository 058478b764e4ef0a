public import Core
public import Surveys

extension Store {
    /// The decision that says who types the forms of a wave; nil while there is none that holds.
    public func paper(of id: Wave.ID, in organisation: Organisation.ID) async throws -> Decision? {
        try await read { try $0.paper(of: id, in: try $0.organisation(organisation)) }
    }
}

extension Transaction {
    /// Of several the last, whoever was named first may have fallen ill; also where it names nobody any more.
    func paper(of wave: Wave.ID, in home: Organisation) throws -> Decision? {
        try decisions(naming: wave, in: home.id).first { $0.decidesOnTypists(where: home.council) }
            .flatMap { $0.namesTypists(where: home.council) ? $0 : nil }
    }

    /// No form is made or printed before somebody was named to type it.
    func checkPaper(of wave: Wave.ID, in home: Organisation) throws {
        guard try paper(of: wave, in: home) != nil else { throw Wave.Refusal.paperTakesDecision }
    }
}
