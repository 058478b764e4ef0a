public import Core
public import Foundation
import Methods
import Store
public import Surveys

extension House {
    /// A wave that takes answers now.
    public func openWave(
        _ title: String, pack: String = "pulse", in organisation: Organisation? = nil,
        _ change: (inout Wave) -> Void = { _ in }
    ) async throws -> Wave {
        let wave = try await draftWave(title, pack: pack, in: organisation, change)
        try await store.open(wave.id, in: wave.organisation)
        return try await store.wave(wave.id, in: wave.organisation)
    }

    public func draftWave(
        _ title: String, pack: String = "pulse", in organisation: Organisation? = nil,
        _ change: (inout Wave) -> Void = { _ in }
    ) async throws -> Wave {
        var wave = try store.draft(title, pack: pack, in: organisation ?? self.organisation)
        change(&wave)
        try await store.add(wave)
        return wave
    }

    /// The codes of each block, by what the block is called.
    public func codes(of wave: Wave) async throws -> [String: [String]] {
        let piles = try await store.codes(of: wave.id, in: wave.organisation)
        return Dictionary(uniqueKeysWithValues: piles.map { ($0.block.label, $0.codes.map(\.description)) })
    }

    /// Sends one answer: a value for each item in the order of the questionnaire, nil for one that is left open.
    public func send(_ values: [Int?], code: String, to wave: Wave, replaces: Bool = false) async throws {
        let items = store.pack(wave.pack, for: wave.organisation)?.items.map(\.id) ?? []
        var fields = zip(items, values).compactMap { item, value in value.map { (item, "\($0)") } }
        if replaces { fields.append(("replace", "1")) }
        _ = try await store.submit(Array(encoded(fields + [("code", code)]).utf8), to: wave.slug)
    }

    /// Lets `count` people of a block give the same value to every question.
    public func fill(_ wave: Wave, block: String, _ count: Int, value: Int) async throws {
        let items = store.pack(wave.pack, for: wave.organisation)?.items.count ?? 0
        for code in try await codes(of: wave)[block, default: []].prefix(count) {
            try await send(Array(repeating: value, count: items), code: code, to: wave)
        }
    }

    /// Closes a wave, and returns it as it is then.
    public func close(_ wave: Wave) async throws -> Wave {
        try await store.close(wave.id, in: wave.organisation)
        return try await store.wave(wave.id, in: wave.organisation)
    }

    public func publish(_ wave: Wave) async throws -> Wave {
        try await store.publish(wave.id, in: wave.organisation)
        return try await store.wave(wave.id, in: wave.organisation)
    }

    /// A copy of the folder as it lies there now, as a power cut would leave it.
    public func copyOfFolder() throws -> URL {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("weefsel-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: folder, to: copy)
        return copy
    }
}
