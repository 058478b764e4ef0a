import Core

/// What somebody sent on the page of an open wave that could not be done.
struct OpenWaveForm: Sendable {
    let part: String
    let typed: String
    let refusal: (any Refusal)?

    init(part: String = "", typed: String = "", _ refusal: (any Refusal)? = nil) {
        (self.part, self.typed, self.refusal) = (part, typed, refusal)
    }
}
