/// Why a file does not become a wave: one that is there already stands in its way.
public enum ImportObstacle: Error, Equatable, Sendable {
    /// It counts the same answers. Two trees or two thresholds over them tell more together than each alone.
    case hasSameAnswers(Wave)
    /// It is called the same and was held until the same day: nobody could tell them apart.
    case hasSameName(Wave)
}
