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
    }

    /// What became of the cards, of the whole alone: by group it would say of each how many took part.
    struct Cards: Encodable {
        let made: Int
        /// Codes that stand on forms of paper.
        let forms: Int
        /// Nil while nobody counted them.
        let left: Int?
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
    /// Which decisions let its raw answers out.
    let rawExportDecisions: [String]
    let openedOn: String?
    let closedOn: String?
    /// The day that an imported one was held, by whoever brought it in: Weefsel neither opened nor closed it.
    let heldOn: String?
    let publishedOn: String?
    let withdrawnOn: String?
    let withdrawnBecause: String?
    let readings: [Reading]
    let groups: [GroupDocument]
    /// Nil where there were none.
    let cards: Cards?
    /// Why its figures could not be read any more.
    let problem: String?

    /// By what a wave stands: decisions that hold.
    struct Ties {
        let paper: Decision?
        let rawExports: [Decision]
    }

    init(
        _ wave: Wave, problem: String?, ties: Ties, readings: [Reading], groups: [GroupDocument], cards: Cards?
    ) {
        (id, slug, title) = ("\(wave.id)", wave.slug, wave.title)
        (state, questionnaire) = (wave.state.rawValue, wave.pack)
        (threshold, sharing) = (wave.agreedThreshold, wave.agreedSharing.rawValue)
        (opensOn, closesOn, resultsOn) = (wave.opensOn.map { "\($0)" }, "\(wave.closesOn)", "\(wave.resultsOn)")
        keepsRawAnswersForDays = wave.agreedKeepDays
        (way, importedOn) = (wave.way.rawValue, wave.importedOn.map { "\($0)" })
        paperDecision = ties.paper.map { "\($0.id)" }
        rawExportDecisions = ties.rawExports.map { "\($0.id)" }
        researchDecision = wave.research.map { "\($0)" }
        openedOn = wave.isImported ? nil : wave.openedOn.map { "\($0)" }
        closedOn = wave.isImported ? nil : wave.closedOn.map { "\($0)" }
        heldOn = wave.isImported ? wave.closedOn.map { "\($0)" } : nil
        publishedOn = wave.publishedOn.map { "\($0)" }
        withdrawnOn = wave.withdrawal.map { "\($0.on)" }
        withdrawnBecause = wave.withdrawal?.reason.rawValue
        (self.readings, self.groups, self.cards, self.problem) = (readings, groups, cards, problem)
    }
}
