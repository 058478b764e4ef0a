public import Core
public import Surveys

extension Speech {
    /// Which wave stands in the way of a file, and what to do about it.
    public func problem(_ obstacle: ImportObstacle) -> Problem {
        let (wave, kind) =
            switch obstacle {
            case .hasSameAnswers(let wave): (wave, wave.isRemovable ? "removable" : "staying")
            case .hasSameName(let wave): (wave, "name")
            }
        let day = wave.closedOn.map { date($0) } ?? ""
        return Problem("import.same.\(kind)", ["title": wave.title, "day": day])
    }
}
