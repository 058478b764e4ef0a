import Foundation
import Glibc

/// Takes away what lies in the data folder, whoever laid it there: what resists keeps nothing else from going.
struct Eraser: Sendable {
    /// What could not be written over first, and what is still there.
    struct Remains {
        var plain: [String] = []
        var stuck: [String] = []
    }

    var mayChange: @Sendable (URL) -> Bool = { Self.mayChange($0) }
    var writeOver: @Sendable (URL) throws -> Void = { try FileManager.default.writeOver($0) }
    var unlink: @Sendable (URL) throws -> Void = { try FileManager.default.removeItem(at: $0) }

    /// Files are written over before they go; of a link only the link goes.
    func remove(_ place: URL, into remains: inout Remains) {
        let files = FileManager.default
        guard let kind = Self.kind(of: place) else { return }
        if kind == .typeDirectory {
            _ = try? files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: place.path)
            let inside = (try? files.contentsOfDirectory(atPath: place.path)) ?? []
            for name in inside.sorted() { remove(place.appendingPathComponent(name), into: &remains) }
            // What is still in it is told by itself.
            if (try? files.contentsOfDirectory(atPath: place.path))?.isEmpty == false { return }
        }
        if kind == .typeRegular, !isWrittenOver(place) { remains.plain.append(place.path) }
        do { try unlink(place) } catch {
            if Self.kind(of: place) != nil { remains.stuck.append(place.path) }
        }
    }

    private func isWrittenOver(_ file: URL) -> Bool {
        if (try? writeOver(file)) != nil { return true }
        _ = try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        return (try? writeOver(file)) != nil || Self.kind(of: file) == nil
    }

    /// What of this could not go: itself, the folder it lies in, or what is in it.
    func blocked(_ place: URL) -> [URL] {
        guard let kind = Self.kind(of: place) else { return [] }
        let parent = place.deletingLastPathComponent()
        guard mayChange(parent) else { return [parent] }
        return blocked(place, kind)
    }

    private func blocked(_ place: URL, _ kind: FileAttributeType) -> [URL] {
        guard kind == .typeDirectory || kind == .typeRegular else { return [] }
        guard mayChange(place) else { return [place] }
        guard kind == .typeDirectory else { return [] }
        let inside = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        return inside.sorted().flatMap { name in
            let part = place.appendingPathComponent(name)
            return Self.kind(of: part).map { blocked(part, $0) } ?? []
        }
    }

    /// Without following a link.
    private static func kind(of place: URL) -> FileAttributeType? {
        try? FileManager.default.attributesOfItem(atPath: place.path)[.type] as? FileAttributeType
    }

    /// Whether the program may change it now, or after giving itself the right: what it owns it may.
    private static func mayChange(_ place: URL) -> Bool {
        let right = kind(of: place) == .typeDirectory ? R_OK | W_OK | X_OK : R_OK | W_OK
        if access(place.path, right) == 0 { return true }
        guard errno == EACCES else { return false }
        let owner = try? FileManager.default.attributesOfItem(atPath: place.path)[.ownerAccountID] as? NSNumber
        return owner?.uint32Value == geteuid()
    }
}

/// Files of an organisation that cannot go, and whether its rows are gone already.
public struct Stuck: Error, Equatable {
    /// As they lie on the disk; the uppermost of each.
    public let paths: [String]
    public let folder: String
    public let isHalfDone: Bool
}

/// A removal that stopped after the rows were gone: the same command goes on.
public struct StoppedHalfway: Error {
    public let reason: String

    public init(_ error: any Error) { reason = "\(error)" }
}
