public import Core
import Foundation
public import Surveys

/// The raw answers of a closed wave, or what people wrote in it, that are still here.
public struct KeptAnswers: Equatable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case answers, texts

        var destroyed: AuditLine.Act {
            switch self {
            case .answers: .answersDestroyed
            case .texts: .textsDestroyed
            }
        }
    }

    public let kind: Kind
    public let wave: Wave.ID
    public let title: String
    public let closedOn: Day
    /// The last day on which they are kept.
    public let until: Day
}

extension Store {
    /// The raw answers that an organisation still has, those that go first on top.
    public func keptAnswers(in organisation: Organisation.ID) async throws -> [KeptAnswers] {
        try await waves(in: organisation).flatMap { wave -> [KeptAnswers] in
            guard let closed = wave.closedOn else { return [] }
            return folder.files(of: wave.id).kept(of: wave).map { kind, days in
                KeptAnswers(kind: kind, wave: wave.id, title: wave.title, closedOn: closed, until: closed + days)
            }
        }.sorted { ($0.until, $0.title) < ($1.until, $1.title) }
    }
}

extension WaveFiles {
    /// What is here of a closed wave, and for how many days after closing.
    func kept(of wave: Wave) -> [(kind: KeptAnswers.Kind, days: Int)] {
        (exists(answers) ? [(.answers, wave.agreedKeepDays)] : [])
            + (exists(texts) ? [(.texts, wave.agreedKeepTextDays)] : [])
    }

    func file(of kind: KeptAnswers.Kind) -> URL {
        switch kind {
        case .answers: answers
        case .texts: texts
        }
    }
}
