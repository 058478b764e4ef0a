public import Core

extension Instrument {
    /// Reads a pack, or throws everything that is wrong with it.
    public init(pack files: PackFiles) throws(Problems) {
        let reading = PackReading(files)
        guard let instrument = reading.instrument() else { throw Problems(reading.findings.sorted) }
        self = instrument
    }
}
