import Core
import Surveys

extension ResultsSheets.Subject {
    /// Of a wave, the same wherever its figures leave the house: when an imported one was opened and closed, and how
    /// many were asked, nobody knows.
    init(_ wave: Wave, whole: String, on today: Day, _ say: Speech) {
        self.init(
            title: wave.title, whole: whole, closedOn: wave.isImported ? nil : wave.closedOn,
            readers: say.readers(of: wave, on: today), knowsInvited: !wave.isImported,
            notes: wave.isImported ? [say.imported(wave)] : [])
    }
}
