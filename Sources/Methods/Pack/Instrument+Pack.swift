public import Core

/// What a pack can be.
public enum Method: Equatable, Sendable {
    case instrument(Instrument)
    case definition(Definition)

    /// Reads a pack, or throws everything that is wrong with it.
    public init(pack files: PackFiles) throws(Problems) {
        let reading = PackReading(files)
        guard let method = reading.read() else { throw Problems(reading.findings.sorted) }
        self = method
    }

    /// The questionnaire, or for a definition what there is of it: questions and answers without words.
    public var frame: Instrument {
        switch self {
        case .instrument(let instrument): instrument
        case .definition(let definition): definition.frame
        }
    }
}

extension Instrument {
    /// Reads a pack that can be asked, or throws everything that is wrong with it.
    public init(pack files: PackFiles) throws(Problems) {
        guard case .instrument(let instrument) = try Method(pack: files) else {
            throw Problems(Problem(PackFault.kindIsDefinition.rawValue, file: files.folder + "/method.yaml"))
        }
        self = instrument
    }
}
