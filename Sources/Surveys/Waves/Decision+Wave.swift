public import Core

extension Decision.NamedWave {
    public init(_ wave: Wave) { self.init(id: .init(high: wave.id.high, low: wave.id.low), title: wave.title) }

    public var wave: Wave.ID { Wave.ID(high: id.high, low: id.low) }
}

extension Decision {
    public func names(_ wave: Wave.ID) -> Bool { waves.contains { $0.wave == wave } }
}
