import ArgumentParser
import Core
import Foundation
import Store
import Surveys

struct WaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wave", abstract: "Make, open, close and read waves.",
        subcommands: [
            WaveCreate.self, WaveOpen.self, WaveClose.self, WavePublish.self, WaveWithdraw.self, WaveRemove.self,
            WaveCodes.self,
            WaveResults.self, WaveImport.self, WaveAnswers.self,
        ])
}

/// What every command on one wave takes.
struct WaveOptions: ParsableArguments {
    @OptionGroup var data: DataOptions
    @Argument(help: "The id of the wave, or the last part of its address.") var wave: String

    func found(in workplace: Workplace) async throws -> (wave: Wave, organisation: Organisation) {
        guard let id = try await id(in: workplace) else { throw NotFound() }
        if data.organisation != nil {
            let organisation = try await workplace.organisation(data)
            return (try await workplace.store.wave(id, in: organisation.id), organisation)
        }
        // An id is enough to find its organisation, where several live together.
        for organisation in try await workplace.store.organisations() {
            if let wave = try? await workplace.store.wave(id, in: organisation.id) { return (wave, organisation) }
        }
        throw NotFound()
    }

    /// An id is longer than any part of an address.
    private func id(in workplace: Workplace) async throws -> Wave.ID? {
        if let id = Wave.ID(wave) { return id }
        return try await workplace.store.wave(slug: wave)?.wave.id
    }

    /// The state after a change, in the form that was asked for.
    func state(in workplace: Workplace) async throws -> Reply {
        let wave = try await found(in: workplace).wave
        let answer = ["id": "\(wave.id)", "state": wave.state.rawValue]
        return .done(data.json ? try json(answer) : "\(wave.id) \(wave.state.rawValue)")
    }
}

struct WaveOpen: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Freeze the agreements and let people answer.")

    @OptionGroup var one: WaveOptions
    var options: DataOptions { one.data }

    func reply(in workplace: Workplace) async throws -> Reply {
        let (wave, organisation) = try await one.found(in: workplace)
        try await workplace.store.open(wave.id, in: organisation.id)
        return try await one.state(in: workplace)
    }
}

struct WaveClose: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Take no more answers, and freeze the figures.")

    @OptionGroup var one: WaveOptions
    var options: DataOptions { one.data }

    func reply(in workplace: Workplace) async throws -> Reply {
        let (wave, organisation) = try await one.found(in: workplace)
        try await workplace.store.close(wave.id, in: organisation.id)
        return try await one.state(in: workplace)
    }
}

struct WavePublish: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Show the figures to whom they were promised.")

    @OptionGroup var one: WaveOptions
    var options: DataOptions { one.data }

    func reply(in workplace: Workplace) async throws -> Reply {
        let (wave, organisation) = try await one.found(in: workplace)
        try await workplace.store.publish(wave.id, in: organisation.id)
        return try await one.state(in: workplace)
    }
}

struct WaveWithdraw: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Stop an open wave; its answers are destroyed unread.")

    @OptionGroup var one: WaveOptions
    var options: DataOptions { one.data }

    func reply(in workplace: Workplace) async throws -> Reply {
        let (wave, organisation) = try await one.found(in: workplace)
        guard !wave.isImported else { throw Wave.Refusal.wasNeverOpen }
        try await workplace.store.withdraw(wave.id, in: organisation.id)
        return try await one.state(in: workplace)
    }
}

struct WaveCodes: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes", abstract: "List every code; the log says that it was done.")

    @OptionGroup var one: WaveOptions
    var options: DataOptions { one.data }

    private struct Line: Encodable {
        let block: String
        let code: String
        let address: String
    }

    func reply(in workplace: Workplace) async throws -> Reply {
        let (wave, organisation) = try await one.found(in: workplace)
        let lines = try await workplace.store.codes(of: wave.id, in: organisation.id).flatMap { pile in
            pile.codes.map {
                Line(block: pile.block.label, code: "\($0)", address: "\(workplace.baseURL)/m/\(wave.slug)#\($0)")
            }
        }
        if options.json { return .done(try json(["codes": lines])) }
        return .done(lines.map { "\(Self.cell($0.block));\($0.code);\($0.address)" }.joined(separator: "\n"))
    }

    private static func cell(_ text: String) -> String {
        text.contains(";") || text.contains("\"") ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
