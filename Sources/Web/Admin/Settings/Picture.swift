import Core

extension Organisation.Logo {
    static let mostBytes = 204_800
    /// As much as the questionnaire may load besides everything else: its page stays under 40 kB in all.
    static let mostWhereAnswered = 8_192

    var isForAnswering: Bool { bytes.count <= Self.mostWhereAnswered }

    /// A png or jpg by its first bytes, whatever its name says. No svg: that may hold scripts.
    init(picture bytes: [UInt8]) throws(Organisation.Refusal) {
        let kinds: [(type: String, start: [UInt8])] = [
            ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        ]
        guard let kind = kinds.first(where: { bytes.starts(with: $0.start) }) else { throw .logoIsNoPicture }
        guard bytes.count <= Self.mostBytes else { throw .logoIsTooLarge }
        self.init(type: kind.type, bytes: bytes)
    }
}
