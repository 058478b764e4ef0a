import Surveys

extension Wave {
    /// Under which name pages tell who sees what: of a research wave nothing is told of teams, whoever reads.
    var toldSharing: String { terms?.toldSharing ?? (isResearch ? "research" : sharing.rawValue) }
}

extension Manifest.Terms {
    var toldSharing: String { research == nil ? sharing : "research" }
}
