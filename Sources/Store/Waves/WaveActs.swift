import Core
import Surveys

extension Wave {
    /// Which parts of it changed, for the log: what they were and are is no line of it.
    func acts(since before: Wave) -> [AuditLine.Act] {
        let parts: [(act: AuditLine.Act, isChanged: Bool)] = [
            (.waveTitleChanged, title != before.title), (.waveQuestionsChanged, pack != before.pack),
            (.waveDaysChanged, (opensOn, closesOn, resultsOn) != (before.opensOn, before.closesOn, before.resultsOn)),
            (.waveSharingChanged, (sharing, threshold) != (before.sharing, before.threshold)),
        ]
        let acts = parts.filter(\.isChanged).map(\.act)
        return acts.isEmpty ? [.waveChanged] : acts
    }
}
