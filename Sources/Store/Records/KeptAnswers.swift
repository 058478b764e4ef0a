public import Core
public import Surveys

/// The raw answers of a closed wave that are still here.
public struct KeptAnswers: Equatable, Sendable {
    public let wave: Wave.ID
    public let title: String
    public let closedOn: Day
    /// The last day on which they are kept.
    public let until: Day
}

extension Store {
    /// The raw answers that an organisation still has, those that go first on top.
    public func keptAnswers(in organisation: Organisation.ID) async throws -> [KeptAnswers] {
        try await waves(in: organisation).compactMap { wave in
            guard let closed = wave.closedOn, folder.files(of: wave.id).hasAnswers else { return nil }
            return KeptAnswers(
                wave: wave.id, title: wave.title, closedOn: closed, until: closed + wave.agreedKeepDays)
        }.sorted { ($0.until, $0.title) < ($1.until, $1.title) }
    }
}

extension WaveFiles {
    fileprivate var hasAnswers: Bool { exists(answers) }
}
