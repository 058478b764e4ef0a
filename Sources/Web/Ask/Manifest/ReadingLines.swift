import Core
import Store
import Surveys

/// "Gezien door NAAM op DAG", and whether what was read is what stands there now.
struct ReadingLines {
    let say: Speech
    let readings: [Reading]
    let current: Manifest?

    var names: String { say.list(readings.map { $0.by.text(say) }) }

    var texts: [String] {
        let agreement = current?.terms.agreement
        return readings.map { reading in
            let key = reading.agreement == agreement ? "manifest.read" : "manifest.read_before_change"
            return say(key, ["name": reading.by.text(say), "day": say.date(reading.on)])
        }
    }
}
