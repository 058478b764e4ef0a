import HTTPTypes
import Hummingbird
import NIOCore

typealias UploadHandler = @Sendable (Upload, Request, WebContext) async throws -> Response

/// What somebody sent with a form that takes files.
struct Upload: Sendable {
    struct File: Sendable, Equatable {
        let name: String
        let bytes: [UInt8]
    }

    let form: Form
    private let files: [String: File]

    init(_ parts: [Multipart.Part]) {
        var fields: [String: [String]] = [:]
        var files: [String: File] = [:]
        for part in parts {
            if let name = part.fileName {
                files[part.name] = File(name: name, bytes: part.bytes)
            } else {
                fields[part.name, default: []].append(String(decoding: part.bytes, as: UTF8.self))
            }
        }
        form = Form(fields)
        self.files = files
    }

    /// The file of a field; a browser sends an empty one without a name where nobody chose any.
    func file(_ name: String) -> File? {
        files[name].flatMap { $0.name.isEmpty && $0.bytes.isEmpty ? nil : $0 }
    }
}

/// More was sent than the route takes.
struct TooLarge: Error {
    /// What is said of it, where more is known than that.
    let key: String?
}

extension Request {
    /// The bytes that are about to come, where the sender says so, and otherwise the most that may.
    func room(upTo limit: Int, largest: String?) throws(TooLarge) -> Int {
        guard let length = headers[.contentLength].flatMap({ Int($0) }) else { return limit }
        guard length <= limit else { throw TooLarge(key: largest) }
        return max(0, length)
    }

    /// The parts of a form with files, refused with 413 when it is larger than the route takes.
    func parts(upTo limit: Int, largest: String? = nil) async throws -> [Multipart.Part] {
        guard let boundary = Multipart.boundary(in: headers[.contentType]) else { throw HTTPError(.badRequest) }
        var reader = Multipart(boundary: boundary, .init(bytes: limit))
        do {
            for try await buffer in body { try reader.take(buffer.readableBytesView) }
            return try reader.finished()
        } catch Multipart.Problem.tooLarge {
            throw TooLarge(key: largest)
        } catch Multipart.Problem.malformed {
            throw HTTPError(.badRequest)
        }
    }
}
