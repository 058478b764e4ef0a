import Core
import Disclosure
import Surveys

extension Visibility: Storable {}

extension Transaction {
    /// Freezes what a closed wave tells.
    func insert(_ release: Release, of wave: Wave, replaced: Release.Replaced?) throws {
        let (home, id) = (wave.organisation, wave.id)
        let insert = """
            INSERT INTO release (organisation_id, wave_id, threshold, cards_made, cards_replaced)
            VALUES ($1, $2, $3, $4, $5)
            """
        let cards = try batches(of: id, in: home).reduce(0) { $0 + $1.count }
        try run(insert, home, id, release.threshold, cards, replaced?.kept)
        for response in release.responses {
            try run(
                "INSERT INTO release_response VALUES ($1, $2, $3, $4, $5)", home, id, response.group,
                response.visibility, response.respondents)
        }
        // Long texts are made once: five hundred units have tens of thousands of figures.
        let (homeText, idText) = ("\(home)", "\(id)")
        try insertEach(
            "INSERT INTO release_verdict VALUES ($1, $2, $3, $4, $5, $6)",
            release.verdicts.lazy.enumerated().map { number, verdict in
                [homeText, idText, number, verdict.group, verdict.theme, verdict.visibility]
            })
        try insertEach(
            "INSERT INTO figure VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            release.figures.lazy.enumerated().map { number, figure in
                let histogram = figure.histogram.map(String.init).joined(separator: " ")
                return [
                    homeText, idText, number, figure.group, figure.theme, figure.item, figure.n, histogram, figure.sum,
                    figure.squares, figure.unit,
                ]
            })
        try insertWhole(release, of: wave)
    }

    private func insertWhole(_ release: Release, of wave: Wave) throws {
        for (number, alpha) in release.alphas.enumerated() {
            try run(
                "INSERT INTO release_alpha VALUES ($1, $2, $3, $4, $5, $6)", wave.organisation, wave.id, number,
                alpha.theme, alpha.n, alpha.value)
        }
        for (number, pair) in release.covariances.enumerated() {
            try run(
                "INSERT INTO release_covariance VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", wave.organisation,
                wave.id,
                number, pair.first, pair.second, pair.n, pair.value, pair.firstVariance, pair.secondVariance)
        }
    }
}
