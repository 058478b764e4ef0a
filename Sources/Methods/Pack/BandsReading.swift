import Core

/// Reads the sets of bands of `scoring.yaml`.
struct BandsReading {
    let findings: Findings

    private static let decimals = 3

    func drafts(_ scoring: Section) -> [BandsDraft] {
        (scoring.entries("bands") ?? []).compactMap { set($0, in: scoring.place.file) }
    }

    private func set(_ pair: YamlTree.Pair, in file: String) -> BandsDraft? {
        let id = Located(value: pair.key, place: Place(file: file, line: pair.line))
        if !pair.key.isPackID { findings.add(.idIsMalformed, ["id": pair.key], at: id.place) }
        guard case .section(let pairs) = pair.value.content else {
            findings.add(.expectsSection, ["key": pair.key], at: id.place)
            return nil
        }
        let bands = pairs.compactMap { band($0, in: file) }
        if pairs.count < 2 { findings.add(.bandsAreFew, ["bands": pair.key], at: id.place) }
        for (one, next) in zip(bands, bands.dropFirst()) where next.from <= one.from {
            findings.add(.bandsAreUnordered, ["band": next.id.value], at: next.id.place)
        }
        return BandsDraft(id: id, bands: bands)
    }

    private func band(_ pair: YamlTree.Pair, in file: String) -> BandsDraft.Band? {
        let place = Place(file: file, line: pair.line)
        guard pair.key.isPackID, pair.key != Bands.source else {
            findings.add(.idIsMalformed, ["id": pair.key], at: place)
            return nil
        }
        guard case .text(let text, true) = pair.value.content, let from = Self.thousandths(text) else {
            findings.add(.expectsDecimal, ["key": pair.key], at: place)
            return nil
        }
        return BandsDraft.Band(id: Located(value: pair.key, place: place), from: from)
    }

    /// "2.59" as 2590.
    private static func thousandths(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isClean = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
        guard isClean, (1...2).contains(parts.count), parts[0].count <= 3, let whole = Int(parts[0]) else { return nil }
        guard parts.count == 2 else { return whole * 1000 }
        guard parts[1].count <= decimals else { return nil }
        return Int(parts[1].padding(to: decimals)).map { whole * 1000 + $0 }
    }
}

extension Substring {
    /// With noughts behind it.
    fileprivate func padding(to count: Int) -> String {
        self + String(repeating: "0", count: Swift.max(0, count - self.count))
    }
}
