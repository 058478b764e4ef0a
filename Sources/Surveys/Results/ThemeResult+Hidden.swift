import Disclosure

extension ThemeResult {
    /// Nothing is told of it.
    init(id: String, hidden visibility: Visibility) {
        self.init(
            id: id, visibility: visibility, n: nil, mean: nil, deviation: nil, alpha: nil, distribution: nil,
            score: nil, band: nil, items: [])
    }

    /// The same, with nobody told as too few.
    var hidingNobody: ThemeResult {
        visibility.isShown ? self : ThemeResult(id: id, hidden: visibility.hidingNone)
    }
}

extension ThemeMean {
    var hidingNobody: ThemeMean { ThemeMean(id: id, visibility: visibility.hidingNone, mean: mean) }
}
