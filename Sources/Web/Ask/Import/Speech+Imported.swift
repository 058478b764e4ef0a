import Core
import Surveys

extension Speech {
    /// From where a wave came that was held elsewhere; empty for every other.
    func imported(_ wave: Wave, from today: Day? = nil, key: String = "import.told") -> String {
        guard wave.isImported, let day = wave.importedOn, let held = wave.closedOn else { return "" }
        return self(key, ["day": date(day, from: today), "held": date(held, from: today)])
    }
}
