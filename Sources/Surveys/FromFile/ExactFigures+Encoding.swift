import Methods

extension ExactFigures: Encodable {
    private enum Key: String, CodingKey {
        case invited, respondents, rows, threshold, cards, themes, strengths, concerns, units
    }

    /// The document of results with plain numbers; null for what there is not.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        for key in [Key.invited, .threshold, .cards] { try fields.encodeNil(forKey: key) }
        try fields.encode(whole.respondents, forKey: .respondents)
        try fields.encode(whole.rows, forKey: .rows)
        try fields.encode(whole.themes, forKey: .themes)
        try fields.encode(strengths, forKey: .strengths)
        try fields.encode(concerns, forKey: .concerns)
        try fields.encode(units, forKey: .units)
    }
}

extension ExactFigures.Group: Encodable {
    private enum Key: String, CodingKey { case path, rows, n, themes }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(path, forKey: .path)
        try fields.encode(rows, forKey: .rows)
        try fields.encode(respondents, forKey: .n)
        try fields.encode(themes, forKey: .themes)
    }
}

extension ExactFigures.Theme: Encodable {
    private enum Key: String, CodingKey {
        case id, shown, reason, n, mean, deviation = "sd", alpha, favourable, distribution, score, items
    }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(parts != nil, forKey: .shown)
        try fields.encode(parts == nil ? "no-answers" : "shown", forKey: .reason)
        try fields.encode(n, forKey: .n)
        try fields.encode(mean, forKey: .mean)
        try fields.encode(deviation, forKey: .deviation)
        try fields.encode(alpha, forKey: .alpha)
        try fields.encode(parts?.favourable, forKey: .favourable)
        try fields.encode(parts, forKey: .distribution)
        try fields.encode(score, forKey: .score)
        try fields.encode(items, forKey: .items)
    }
}

extension ExactFigures.Item: Encodable {
    private enum Key: String, CodingKey { case id, n, mean, deviation = "sd", favourable, distribution }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(n, forKey: .n)
        try fields.encode(mean, forKey: .mean)
        try fields.encode(deviation, forKey: .deviation)
        try fields.encode(parts?.favourable, forKey: .favourable)
        try fields.encode(parts, forKey: .distribution)
    }
}

extension ExactFigures.Score: Encodable {
    private enum Key: String, CodingKey { case measure = "kind", value }

    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(measure.rawValue, forKey: .measure)
        try fields.encode(value, forKey: .value)
    }
}
