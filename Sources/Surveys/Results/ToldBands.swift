import Core
import Methods

/// The borders of a theme that is told in bands, for programs: an indication, and by whom.
public struct ToldBands: Equatable, Sendable {
    public let theme: String
    private let bands: Bands

    init?(_ theme: Theme) {
        guard let bands = theme.bands else { return nil }
        (self.theme, self.bands) = (theme.id, bands)
    }
}

extension ToldBands: Encodable {
    private enum Key: String, CodingKey { case theme, source, bands }

    private struct Band: Encodable {
        let id: String
        /// The lowest mean in it, on the scale of the theme.
        let from: Double
        let name: [String: String]
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(theme, forKey: .theme)
        try fields.encode(bands.source.byCode, forKey: .source)
        let all = bands.all.map { Band(id: $0.id, from: Double($0.from) / 1000, name: $0.name.byCode) }
        try fields.encode(all, forKey: .bands)
    }
}

extension LocalText {
    fileprivate var byCode: [String: String] {
        Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value) })
    }
}
