/// What a page or an act needs. The one table of who may what is `Role.rights`.
public enum Right: String, CaseIterable, Sendable {
    case readTotals, readOwnBranch, readOtherUnits
    case readResponse, readOwnResponse
    /// How many took part while people still answer: not for who could lean on them.
    case readOpenResponse
    /// The figures of a closed wave, before they are published to everybody else.
    case readUnpublished
    case changeWaves, makeCards, readManifest, readLog, readDecisions, changeDecisions
    case changeUnits, changePeople, changeSettings
    /// What was agreed, assessed and noted, and what a room lacks.
    case readPrivacyRegisters
    /// Writing in those of hr; the council writes what it agreed to itself.
    case changePrivacyRegisters
    /// Which questionnaires there are, whose they are, and what their holders allow.
    case readRegister
    /// Making, changing and resetting those who watch over the others.
    case changeWatchers
    /// The raw answers of a research wave, once a decision lets them out.
    case readRawAnswers
    /// Everybody with a role here: Today, one's own account.
    case beHere
}

extension Role {
    /// The authorisation table: what each role may do in its organisation.
    public var rights: Set<Right> {
        switch self {
        case .admin:
            [.beHere, .changeSettings, .changePeople, .changeWatchers, .changeUnits, .readLog, .readPrivacyRegisters]
        case .hr:
            [
                .beHere, .readTotals, .readOwnBranch, .readOtherUnits, .readResponse, .readOpenResponse,
                .readUnpublished, .changeWaves, .makeCards, .readManifest, .changeUnits, .changePeople, .readDecisions,
                .changeDecisions, .readRegister, .readRawAnswers, .readPrivacyRegisters, .changePrivacyRegisters,
            ]
        case .leader: [.beHere, .readTotals, .readOwnBranch, .readOwnResponse, .readManifest]
        case .board:
            [
                .beHere, .readTotals, .readOwnBranch, .readOtherUnits, .readResponse, .readManifest, .readDecisions,
                .readRegister, .readPrivacyRegisters,
            ]
        case .council:
            [
                .beHere, .readTotals, .readOwnBranch, .readOtherUnits, .readResponse, .readOpenResponse,
                .readUnpublished, .readManifest, .readLog, .readDecisions, .changeDecisions,
                .readRegister, .readRawAnswers, .readPrivacyRegisters, .changePrivacyRegisters,
            ]
        case .facilitator, .staff: [.beHere]
        case .researcher: [.beHere, .readTotals, .readRawAnswers]
        }
    }
}
