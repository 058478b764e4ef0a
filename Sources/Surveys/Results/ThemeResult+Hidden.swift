import Disclosure

extension ThemeResult {
    /// Nothing is told of it.
    init(id: String, hidden visibility: Visibility) {
        self.init(
            id: id, visibility: visibility, n: nil, mean: nil, deviation: nil, alpha: nil, distribution: nil,
            score: nil, band: nil, items: [])
    }

    /// The same, with nobody told as too few, and no reason where it would tell which of two groups is the small one.
    var hidingNobody: ThemeResult {
        guard !visibility.isShown else { return self }
        var result = ThemeResult(id: id, hidden: visibility.hidingNone)
        result.keepsReason = visibility != .wholeOnly
        return result
    }
}

extension ThemeMean {
    var hidingNobody: ThemeMean { ThemeMean(id: id, visibility: visibility.hidingNone, mean: mean) }
}
