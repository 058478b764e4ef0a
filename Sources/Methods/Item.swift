public import Core

/// One question.
public struct Item: Equatable, Sendable {
    /// Unique in its pack, and lasting over versions.
    public let id: String
    /// Rises when the wording changes.
    public let revision: Int
    public let wording: LocalText
    public let scale: String
    public let isReversed: Bool
    /// Told of the whole organisation alone.
    public let isSensitive: Bool

    public init(
        id: String, revision: Int, wording: LocalText, scale: String, isReversed: Bool, isSensitive: Bool = false
    ) {
        self.id = id
        self.revision = revision
        self.wording = wording
        self.scale = scale
        self.isReversed = isReversed
        self.isSensitive = isSensitive
    }
}
