extension ImportChoices {
    /// What a choice says that nobody made yet.
    static let open = "open"

    /// The heading of the column that may hold the team; nil where somebody chose.
    var mayBeUnits: String? { openUnits?.first.map { headings[$0] } }

    /// Where on a long page stands what was changed, so that nobody need look for it; empty for what stands at its end.
    func place(ofChangesTo before: ImportChoices) -> String {
        if units != before.units || hasEveryUnit != before.hasEveryUnit { return "#units" }
        if meanings != before.meanings || turned != before.turned || missing != before.missing { return "#meanings" }
        return columns != before.columns ? "#columns" : ""
    }
}
