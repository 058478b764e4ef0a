import Surveys

extension Wave {
    /// Under which name pages tell who sees what: of a research wave nothing is told of teams, whoever reads.
    var toldSharing: String {
        terms?.toldSharing ?? (isResearch ? "research" : isImported ? "import" : sharing.rawValue)
    }
}

extension Manifest.Terms {
    var toldSharing: String { research != nil ? "research" : imported != nil ? "import" : sharing }
}
