/// What the fields of the page are called.
extension ImportChoices {
    static func field(of item: String) -> String { "column-\(item)" }

    /// The tick that this column counts, and the mark that there was one to take away.
    static func tick(of item: String) -> String { "counts-\(item)" }
    static func tickShown(of item: String) -> String { "counting-\(item)" }
    static let everyTick = "counts-all"

    /// The tick that numbers stand the other way round, of a question or of a scale, and the mark that it was shown.
    static func turn(of id: String, isScale: Bool = false) -> String { (isScale ? "turned-scale." : "turned-") + id }
    static func turnShown(of id: String, isScale: Bool = false) -> String {
        (isScale ? "turning-scale." : "turning-") + id
    }

    /// The tick that the columns which were chosen in order are right.
    static let confirmation = "filled-right"
}
