import ArgumentParser
import Core
import Foundation
import Store
import Web

/// Removes everything of an organisation: first only told, then carried out by a decision, with a proof.
struct OrganisationDelete: DataCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Say what deleting an organisation takes away; with --carry-out delete it, and write a proof.")

    @OptionGroup var options: DataOptions
    @Argument(help: "The short name of the organisation.") var slug: String
    @Option(help: "The id of the decision to leave.") var decision: String?
    @Flag(help: "Delete it. Without this, nothing is changed.") var carryOut = false
    @Flag(help: "Delete it though nobody exported everything since the decision.") var withoutExport = false
    @Option(help: "The file for the proof, as JSON; the same to read lies beside it.") var proof: String?

    func files() throws -> [String: [UInt8]] {
        guard carryOut else { return [:] }
        guard let proof else { throw Problems(Problem("command.proof_is_missing")) }
        try ProofFiles(path: proof).check(outside: options.folder)
        return [:]
    }

    func reply(in workplace: Workplace) async throws -> Reply {
        guard carryOut else { return try await planned(in: workplace) }
        let (store, name) = (workplace.store, "proof-\(slug)")
        if try await store.organisation(slug: slug) == nil, HandedOver.place(name, in: store).isThere {
            return try handedOver(HandedOver.place(name, in: store), workplace)
        }
        let id = try decision.map { text in
            guard let id = Decision.ID(text) else { throw NotFound() }
            return id
        }
        guard let proof = try await store.remove(slug, by: id, withoutExport: withoutExport) else {
            throw try await workplace.organisationIsUnknown(slug)
        }
        let telling = DepartureTelling(words: workplace.words)
        do {
            let made = try await HandedOver.made(in: store, as: name) { made in
                try await made.write(ProofFiles.names.text, Array(telling.text(of: proof).utf8))
                try await made.write(ProofFiles.names.document, proof.bytes)
            }
            return try handedOver(made, workplace)
        } catch {
            throw StoppedHalfway(error)
        }
    }

    /// Once the proof lies there, also where nobody came for it before, the names that it took may go.
    private func handedOver(_ made: HandedOver, _ workplace: Workplace) throws -> Reply {
        try workplace.store.forgetRemoval(of: slug)
        let bytes = try Data(contentsOf: made.folder.appendingPathComponent(ProofFiles.names.document))
        let isClean = try DepartureProof(reading: Array(bytes)).search.isClean
        let files = ProofFiles(path: proof ?? "")
        return try made.reply(
            saying: workplace.say(
                isClean ? "command.deleted" : "command.deleted_not_all",
                ["slug": slug, "path": files.path, "text": files.text.path]))
    }

    private func planned(in workplace: Workplace) async throws -> Reply {
        let home = try await workplace.organisation(named: slug)
        let telling = LeavingTelling(
            plan: try await workplace.store.leavingPlan(of: home), remedy: workplace.remedy)
        return .done(options.json ? try json(telling.document) : telling.text)
    }

    func shown(_ reply: Reply) throws -> String {
        guard carryOut, let path = proof else { return reply.out }
        let files = ProofFiles(path: path)
        let told = try HandedOver.Told(in: reply)
        let proof = try files.take(told.place)
        if options.json {
            return try json(["proof": path, "sha256": proof.sha256 ?? "", "clean": proof.search.isClean ? "yes" : "no"])
        }
        return told.words
    }
}

/// Where the proof goes: JSON at the path that was given, and the same to read beside it.
struct ProofFiles {
    let path: String
    static let names = (document: "proof.json", text: "proof.md")

    private var document: URL { URL(fileURLWithPath: path) }

    var text: URL {
        document.pathExtension.lowercased() == "json"
            ? document.deletingPathExtension().appendingPathExtension("md") : document.appendingPathExtension("md")
    }

    func check(outside data: String) throws {
        let place = FileManager.default
        try document.standardizedFileURL.checkOutside(data, typed: path)
        for file in [document, text] where place.fileExists(atPath: file.path) {
            throw Problems(Problem("command.proof_exists", ["path": file.path]))
        }
        guard place.isWritableFile(atPath: document.deletingLastPathComponent().path) else {
            throw Problems(Problem("command.out_is_no_place", ["path": path]))
        }
    }

    /// Copies first: where that fails, the proof still lies where it was made, and the same command fetches it.
    func take(_ made: URL) throws -> DepartureProof {
        do {
            let bytes = try Data(contentsOf: made.appendingPathComponent(Self.names.document))
            let proof = try DepartureProof(reading: Array(bytes))
            try FileManager.default.copyItem(at: made.appendingPathComponent(Self.names.text), to: text)
            try FileManager.default.copyItem(at: made.appendingPathComponent(Self.names.document), to: document)
            try FileManager.default.removeItem(at: made)
            return proof
        } catch {
            throw Problems(Problem("command.proof_not_fetched", ["path": path]))
        }
    }
}
