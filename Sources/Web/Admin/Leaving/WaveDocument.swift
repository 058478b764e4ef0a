import Core
import Surveys

/// What `wave.json` says of a wave, of a draft too.
struct WaveDocument: Encodable {
    struct Reading: Encodable {
        let by: String?
        let on: String
        let byCouncil: Bool
    }

    struct GroupDocument: Encodable {
        let position: Int
        let parent: Int?
        let name: String
        /// Nil where nobody knows.
        let invited: Int?
        let units: [String]
        let isBlock: Bool
        let cardsMade: Int?
        /// Codes that stand on forms of paper.
        let formsMade: Int?
        let cardsLeft: Int?
    }

    let id: String
    let slug: String
    let title: String
    let state: String
    let questionnaire: String
    let threshold: Int
    let sharing: String
    let opensOn: String?
    let closesOn: String
    let resultsOn: String
    let keepsRawAnswersForDays: Int
    /// How its answers came here.
    let way: String
    let importedOn: String?
    let researchDecision: String?
    /// Which decision says who types forms of paper.
    let paperDecision: String?
    let openedOn: String?
    let closedOn: String?
    let publishedOn: String?
    let withdrawnOn: String?
    let withdrawnBecause: String?
    let readings: [Reading]
    let groups: [GroupDocument]
    /// Why its figures could not be read any more.
    let problem: String?

    init(_ wave: Wave, problem: String?, paper: Decision.ID?, readings: [Reading], groups: [GroupDocument]) {
        (id, slug, title) = ("\(wave.id)", wave.slug, wave.title)
        (state, questionnaire) = (wave.state.rawValue, wave.pack)
        (threshold, sharing) = (wave.agreedThreshold, wave.agreedSharing.rawValue)
        (opensOn, closesOn, resultsOn) = (wave.opensOn.map { "\($0)" }, "\(wave.closesOn)", "\(wave.resultsOn)")
        keepsRawAnswersForDays = wave.agreedKeepDays
        (way, importedOn) = (wave.way.rawValue, wave.importedOn.map { "\($0)" })
        paperDecision = paper.map { "\($0)" }
        researchDecision = wave.research.map { "\($0)" }
        (openedOn, closedOn) = (wave.openedOn.map { "\($0)" }, wave.closedOn.map { "\($0)" })
        publishedOn = wave.publishedOn.map { "\($0)" }
        withdrawnOn = wave.withdrawal.map { "\($0.on)" }
        withdrawnBecause = wave.withdrawal?.reason.rawValue
        (self.readings, self.groups, self.problem) = (readings, groups, problem)
    }
}
